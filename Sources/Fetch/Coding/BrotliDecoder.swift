internal import CBrotli

/// Reads brotli (RFC 7932), piece by piece.
final class BrotliDecoder {
  private let state: OpaquePointer?

  init() { state = BrotliDecoderCreateInstance(nil, nil, nil) }

  deinit { BrotliDecoderDestroyInstance(state) }

  /// Whether the input may end here.
  var isWhole: Bool {
    BrotliDecoderIsFinished(state) == BROTLI_TRUE || BrotliDecoderIsUsed(state) == BROTLI_FALSE
  }

  /// Decompresses the next piece. What comes behind the end is left out.
  ///
  /// - Complexity: O(bytes in + bytes out).
  func take(
    _ piece: UnsafeBufferPointer<UInt8>, into output: inout [UInt8], limit: Int
  ) throws(ContentDecoder.Failure) {
    if piece.isEmpty || BrotliDecoderIsFinished(state) == BROTLI_TRUE { return }
    var failure: ContentDecoder.Failure?
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { window in
      var left = piece.count
      var next = piece.baseAddress
      var result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT
      while result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT, failure == nil {
        var free = window.count
        var out = window.baseAddress
        result = BrotliDecoderDecompressStream(state, &left, &next, &free, &out, nil)
        let made = window.count - free
        if output.count + made > limit { failure = .overLimit }
        output += window.prefix(min(made, limit - output.count))
      }
      if result == BROTLI_DECODER_RESULT_ERROR { failure = .damaged }
    }
    if let failure { throw failure }
  }
}
