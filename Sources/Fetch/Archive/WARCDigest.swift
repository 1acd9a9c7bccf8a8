internal import Crypto

/// Digests as WARC files write them: `sha256:` and the digest in base32 (RFC 4648).
///
/// Most archives have `sha1:`; the standard leaves the algorithm open and warcio checks either. SHA-256 also decides
/// whether a page has changed, so one digest serves both.
public enum WARCDigest {
  /// The digest of the bytes.
  public static func text(_ bytes: some Collection<UInt8>) -> String { text(of: raw(bytes)) }

  /// The digest with these 32 bytes.
  static func text(of digest: [UInt8]) -> String { "sha256:" + base32(digest) }

  /// The 32 bytes of SHA-256.
  public static func raw(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var digest = SHA256()
    let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { storage in
      digest.update(bufferPointer: UnsafeRawBufferPointer(storage))
    }
    if isContiguous == nil { digest.update(data: Array(bytes)) }
    return Array(digest.finalize())
  }

  /// Five bits a letter, without padding where the bytes fill it; else with `=`.
  static func base32(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var text: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      count += 8
      while count >= 5 {
        count -= 5
        text.append(letters[bits >> count & 31])
      }
      bits &= (1 << count) - 1
    }
    if count > 0 { text.append(letters[bits << (5 - count) & 31]) }
    while text.count % 8 != 0 { text.append(UInt8(ascii: "=")) }
    return String(decoding: text, as: UTF8.self)
  }
}
