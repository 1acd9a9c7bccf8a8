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

  /// The bytes decompressed; members that follow one another are read as one, zeros behind the last one are padding.
  ///
  /// - Throws: `Failure`; no more than `limit` bytes are ever held.
  /// - Complexity: O(bytes in + bytes out).
  public static func decompress(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    guard czlib_inflate_gzip_init(&stream) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var failure: Failure?
    var input = bytes
    input.withUnsafeMutableBufferPointer { source in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { window in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        failure = members(&stream, source, window, limit, &output)
      }
    }
    if let failure { throw failure }
    return output
  }

  /// Decompresses member after member; what went wrong, if anything did.
  private static func members(
    _ stream: inout z_stream, _ source: UnsafeMutableBufferPointer<UInt8>,
    _ window: UnsafeMutableBufferPointer<UInt8>, _ limit: Int, _ output: inout [UInt8]
  ) -> Failure? {
    while true {
      stream.next_out = window.baseAddress
      stream.avail_out = UInt32(window.count)
      let status = inflate(&stream, Z_NO_FLUSH)
      let made = window.count - Int(stream.avail_out)
      if output.count + made > limit { return .overLimit }
      output += window[..<made]
      switch status {
      case Z_OK: continue
      case Z_STREAM_END:
        let rest = source[(source.count - Int(stream.avail_in))...]
        if rest.allSatisfy({ $0 == 0 }) { return nil }
        guard inflateReset(&stream) == Z_OK else { return .damaged }
      case Z_BUF_ERROR: return .truncated
      default: return .damaged
      }
    }
  }
}
