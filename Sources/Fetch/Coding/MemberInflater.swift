internal import CZlib

/// Decompresses one gzip member at a time into room that the caller gives.
///
/// zlib keeps a pointer to its stream, which therefore may not move: it lies in memory of its own.
final class MemberInflater {
  /// What a step did.
  struct Step {
    /// Bytes taken from the input.
    var taken: Int
    /// Bytes put into the output.
    var made: Int
    var state: State
  }

  /// How the stream stands after a step.
  enum State {
    /// It goes on; more input or more room is needed.
    case running
    /// The member has ended, and its checksum is right.
    case ended
    case damaged
  }

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  /// Begins with a gzip member.
  init() {
    stream.initialize(to: z_stream())
    let status = czlib_inflate_init(stream, 16 + MAX_WBITS)
    precondition(status == Z_OK, "zlib has no memory")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins with another member.
  func reset() { inflateReset(stream) }

  /// Decompresses as much of `input` as `output` has room for.
  func step(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Step {
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(output.count)
    let status = inflate(stream, Z_NO_FLUSH)
    let state: State =
      switch status {
      case Z_OK, Z_BUF_ERROR: .running
      case Z_STREAM_END: .ended
      default: .damaged
      }
    return Step(
      taken: input.count - Int(stream.pointee.avail_in), made: output.count - Int(stream.pointee.avail_out),
      state: state)
  }
}
