internal import CZlib

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

  /// The bytes decompressed; members that follow one another are read as one.
  ///
  /// - Throws: `Failure`; nothing larger than `limit` bytes is ever held.
  /// - Complexity: O(bytes out).
  public static func decompress(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      offset += try member(bytes[offset...], limit: limit, into: &output)
    }
    return output
  }

  /// Decompresses one member and says how many bytes it took.
  private static func member(
    _ bytes: ArraySlice<UInt8>, limit: Int, into output: inout [UInt8]
  ) throws(Failure) -> Int {
    var stream = z_stream()
    guard czlib_inflate_gzip_init(&stream) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var window = [UInt8](repeating: 0, count: 65_536)
    var input = Array(bytes)
    var failure: Failure?
    input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      var status = Z_OK
      while status == Z_OK, failure == nil {
        window.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          status = inflate(&stream, Z_NO_FLUSH)
          let made = room.count - Int(stream.avail_out)
          if output.count + made > limit { failure = .overLimit } else { output += room[..<made] }
        }
      }
      if failure == nil, status != Z_STREAM_END { failure = status == Z_BUF_ERROR ? .truncated : .damaged }
    }
    if let failure { throw failure }
    return bytes.count - Int(stream.avail_in)
  }
}
