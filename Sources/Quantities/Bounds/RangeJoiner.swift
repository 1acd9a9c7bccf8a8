/// Reads: what stands between the two ends of a range: every dash, every tilde, 至, 到.
/// Yields: where the second end begins.
/// Refuses: nothing else.
enum RangeJoiner {
  /// The place behind the joiner at `offset`, and whether it is a plain hyphen, which also joins codes.
  static func read(_ text: Prose, at offset: Int) -> (end: Int, isHyphen: Bool)? {
    let at = text.skippingSpaces(offset)
    var end = at
    var isHyphen = false
    switch text.scalar(at: at) {
    case 0x2D, 0xFF0D, 0x2010, 0x2011, 0x2212:
      isHyphen = true
      end = text.next(at)
      if text.scalar(at: end) == 0x2D { end = text.next(end) }
    case 0x2012...0x2015, 0x2500, 0x2501, 0xFE58, 0x2E3A:
      end = text.next(at)
      if text.scalar(at: end) == text.scalar(at: at) { end = text.next(end) }
    case 0x7E, 0xFF5E, 0x301C, 0x223C, 0x02DC, 0x81F3, 0x5230:
      end = text.next(at)
    default: return nil
    }
    return (text.skippingSpaces(end), isHyphen)
  }

  /// Whether a joiner other than a word ends at `offset`.
  static func endsBefore(_ text: Prose, _ offset: Int) -> Bool {
    text.isAny("-－—–~～", before: text.skippingSpaces(before: offset))
  }
}
