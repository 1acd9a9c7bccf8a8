internal import CZlib

/// Reads gzip (RFC 1952) and `deflate` (RFC 1950, and RFC 1951 as some servers send it), piece by piece.
final class Inflater {
  /// What the bytes are wrapped in.
  enum Wrapping {
    /// Members of gzip, one after the other; zeros behind the last are padding.
    case gzip
    /// zlib, or nothing.
    case deflate
  }

  private enum State {
    case outside
    case inside
    case padding
    case over
  }

  private let wrapping: Wrapping
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isOpen = false
  private var state = State.outside

  init(_ wrapping: Wrapping) {
    self.wrapping = wrapping
    stream.initialize(to: z_stream())
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Whether the input may end here.
  private(set) var isWhole = true

  /// Decompresses the next piece.
  ///
  /// - Complexity: O(bytes in + bytes out).
  func take(
    _ piece: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], limit: Int
  ) throws(ContentDecoder.Failure) {
    var rest = piece[...]
    while let first = rest.first {
      switch state {
      case .over: return
      case .padding, .outside:
        if state == .padding || isWhole && isOpen, first == 0 {
          state = .padding
          rest = rest.drop { $0 == 0 }
          continue
        }
        if state == .padding { throw .damaged }
        try begin(first)
      case .inside:
        try inflateSome(&rest, into: &output, limit: limit)
      }
    }
  }

  private func begin(_ first: UInt8) throws(ContentDecoder.Failure) {
    // The low half of zlib's first byte is 8, the method, and its high half at most 7; no block of deflate that begins
    // a page looks like that.
    let window: Int32 =
      switch wrapping {
      case .gzip: 16 + MAX_WBITS
      case .deflate: first & 0x8F == 0x08 ? MAX_WBITS : -MAX_WBITS
      }
    let status = isOpen ? inflateReset2(stream, window) : czlib_inflate_init(stream, window)
    guard status == Z_OK else { throw .damaged }
    isOpen = true
    isWhole = false
    state = .inside
  }

  private func inflateSome(
    _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, into output: inout [UInt8], limit: Int
  ) throws(ContentDecoder.Failure) {
    let source = UnsafeBufferPointer(rebasing: rest)
    var status = Z_OK
    var isOver = false
    stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
    stream.pointee.avail_in = UInt32(clamping: source.count)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { window in
      repeat {
        stream.pointee.next_out = window.baseAddress
        stream.pointee.avail_out = UInt32(window.count)
        status = inflate(stream, Z_NO_FLUSH)
        let made = window.count - Int(stream.pointee.avail_out)
        isOver = output.count + made > limit
        output += window.prefix(min(made, limit - output.count))
        // A full window may have left bytes behind inside zlib.
      } while status == Z_OK && !isOver && (stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0)
    }
    if isOver { throw .overLimit }
    rest = rest.dropFirst(
      min(source.count, Int(UInt32(clamping: source.count))) - Int(stream.pointee.avail_in))
    switch status {
    case Z_STREAM_END:
      isWhole = true
      state = wrapping == .gzip ? .outside : .over
    case Z_OK, Z_BUF_ERROR: return
    default: throw .damaged
    }
  }
}
