internal import Crypto
internal import Records

/// Makes pages of files.
enum PageLoader {
  /// The page's id: the first 16 hexadecimal digits of the SHA-256 of its bytes.
  static func id(of bytes: [UInt8]) -> String {
    String(Digest.sha256(bytes).prefix(16))
  }

  /// Reads a file as a page.
  ///
  /// - Throws: `FileReader.Failure`.
  static func page(_ input: Input, limit: Int) throws(FileReader.Failure) -> Page {
    let bytes = try FileReader.bytes(of: input.path, limit: limit)
    return Page(id: id(of: bytes), source: input.path, bytes: bytes, defaults: input.defaults)
  }
}

/// SHA-256 in hexadecimal.
enum Digest {
  /// The digest of bytes in memory.
  static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

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
