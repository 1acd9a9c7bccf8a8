import Vocabulary

/// Tells lines of counters and controls below a text: 点赞 32 收藏 分享.
///
/// Reads: a line's bytes.
/// Yields: whether it is nothing but labels of the fields `counter` and `control`, numbers and marks, two labels at least.
/// Refuses: lines with any other word; lines of more than 120 bytes.
enum ControlLine {
  static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ labels: Lexicon) -> Bool {
    guard bytes.count <= 120 else { return false }
    var index = 0
    var found = 0
    while index < bytes.count {
      if bytes[index].isDigit {
        index += 1
        continue
      }
      let mark = LineJudge.markLength(bytes, index)
      if mark > 0 {
        index += mark
        continue
      }
      guard let match = labels.longestMatch(in: bytes, at: index),
        [.counter, .control].contains(PageLabel.allCases[match.payload])
      else { return false }
      found += 1
      index += match.count
    }
    return found >= 2
  }
}
