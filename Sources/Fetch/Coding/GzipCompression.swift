internal import CZlib

extension Gzip {
  /// The bytes as one gzip member without a name and a time: the same member for the same bytes.
  ///
  /// - Complexity: O(bytes); memory for the bytes and the member.
  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let status = czlib_deflate_gzip_init(&stream, Z_DEFAULT_COMPRESSION)
    precondition(status == Z_OK, "zlib has no memory")
    defer { deflateEnd(&stream) }
    var input = bytes
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    return input.withUnsafeMutableBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        // The room is large enough for all, so that one call ends the stream.
        _ = deflate(&stream, Z_FINISH)
        count = bound - Int(stream.avail_out)
      }
    }
  }
}
