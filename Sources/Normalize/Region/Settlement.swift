internal import Records
internal import Vocabulary

/// The name of a town or village: 上栈头村, 怒溪镇河口村, 城关街道.
enum Settlement {
  private static let tails: [StaticString] = ["街道", "社区", "镇", "乡", "村", "苏木", "嘎查"]

  /// The name that begins with the token at `index`, and where it ends.
  ///
  /// Refused are names of less than two characters before the tail, and those with a number right
  /// behind them (行政村240个).
  static func name(_ tokens: [Token], at index: Int, _ text: Bytes) -> (String, Int)? {
    guard tokens[index].kind == .noun else { return nil }
    let span = tokens[index].span
    var end = span.start
    while let next = tail(text, from: end, to: span.end) { end = next }
    guard end > span.start else { return nil }
    if end == span.end, index + 1 < tokens.count, tokens[index + 1].kind == .quantity { return nil }
    return (text.string(ByteSpan(span.start, end)), end)
  }

  /// A title that is such a name and nothing else.
  static func whole(_ title: String) -> String? {
    var title = title
    let result: String? = title.withUTF8 { bytes in
      let span = bytes.trimmed(ByteSpan(0, bytes.count))
      guard span.count <= 36 else { return nil }
      var end = span.start
      while let next = tail(bytes, from: end, to: span.end) { end = next }
      return end == span.end && end > span.start ? bytes.string(span) : nil
    }
    return result
  }

  /// Where the first tail behind `start` ends, with two to eight characters before it.
  private static func tail(_ text: Bytes, from start: Int, to end: Int) -> Int? {
    var (offset, scalars) = (start, 0)
    while offset < end, scalars <= 8 {
      if scalars >= 2 {
        for tail in tails where text.has(tail, at: offset) && offset + tail.utf8CodeUnitCount <= end {
          return offset + tail.utf8CodeUnitCount
        }
      }
      offset += text.width(at: offset)
      scalars += 1
    }
    return nil
  }
}
