internal import Crypto
internal import SystemPackage

/// SHA-256 in hexadecimal.
enum Digest {
  /// The digest of bytes in memory.
  static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// The digest of the program that runs, so that another build is another program; `unknown` where it cannot be read.
  static let program: String = {
    guard let bytes = try? FileReader.contents(of: FilePath("/proc/self/exe"), limit: 1 << 30) else {
      return unknown
    }
    return sha256(bytes)
  }()

  static let unknown = "-"

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that hexadecimal digits stand for; nothing where they are none.
  static func bytes(_ hexadecimal: String) -> [UInt8]? {
    let digits = Array(hexadecimal.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = JSONBytes.hexadecimalDigit(digits[index]),
        let low = JSONBytes.hexadecimalDigit(digits[index + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}
