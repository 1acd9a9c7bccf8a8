/// Reads gzip (RFC 1952): pages are kept compressed in most archives.
public enum Gzip {
  /// Why bytes could not be decompressed.
  public enum Failure: Error, Equatable, Sendable {
    /// They are no gzip, or damaged.
    case damaged
    /// They end before the stream does.
    case truncated
    /// They become more bytes than the limit: a bomb, or not a page.
    case overLimit
  }

  /// Whether the bytes begin as gzip does.
  public static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.count > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// The bytes decompressed; members that follow one another are read as one, zeros behind the last one are padding.
  ///
  /// - Throws: `Failure`; no more than `limit` bytes are ever held.
  /// - Complexity: O(bytes in + bytes out).
  public static func decompress(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    do throws(ContentDecoder.Failure) {
      return try ContentDecoder.decode(bytes, encoding: Array("gzip".utf8), limit: limit) ?? []
    } catch {
      switch error {
      case .damaged: throw .damaged
      case .truncated: throw .truncated
      case .overLimit: throw .overLimit
      }
    }
  }
}
