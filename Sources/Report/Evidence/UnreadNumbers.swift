internal import Records

/// Finds the digits of a text that no mark has.
enum UnreadNumbers {
  /// The runs of digits, half and full width, with the points and commas within, that lie outside all of `spans`, which are in order
  /// and do not overlap.
  ///
  /// Complexity: O(bytes of the text).
  static func spans(in text: [UInt8], outside spans: [ByteSpan]) -> [ByteSpan] {
    var found: [ByteSpan] = []
    var rest = spans[...]
    var at = 0
    while at < text.count {
      if let next = rest.first, at >= next.start {
        at = max(at, next.end)
        rest.removeFirst()
        continue
      }
      let limit = rest.first?.start ?? text.count
      let end = endOfNumber(in: text, from: at, to: limit)
      if end > at { found.append(ByteSpan(at, end)) }
      at = max(end, at + 1)
    }
    return found
  }

  /// The end of the digits that begin at `start`; `start` itself where none do.
  private static func endOfNumber(in text: [UInt8], from start: Int, to limit: Int) -> Int {
    var (end, at) = (start, start)
    while at < limit {
      let length = digitLength(text, at, limit)
      if length > 0 {
        at += length
        end = at
      } else if end > start, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") {
        at += 1
      } else {
        break
      }
    }
    return end
  }

  /// How many bytes the digit at `at` has; 0 where there is none.
  private static func digitLength(_ text: [UInt8], _ at: Int, _ limit: Int) -> Int {
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[at]) { return 1 }
    // ０ to ９ are EF BC 90 to EF BC 99.
    guard at + 2 < limit, text[at] == 0xEF, text[at + 1] == 0xBC, (0x90...0x99).contains(text[at + 2]) else {
      return 0
    }
    return 3
  }
}
