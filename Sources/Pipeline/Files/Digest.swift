internal import Crypto
internal import SystemPackage

/// SHA-256 in hexadecimal.
enum Digest {
  /// The digest of bytes in memory.
  static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// The digest of the program that runs, so that another build is another program.
  static let program: String = {
    guard let bytes = try? FileReader.contents(of: FilePath("/proc/self/exe"), limit: 1 << 30) else {
      return "-"
    }
    return sha256(bytes)
  }()

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
