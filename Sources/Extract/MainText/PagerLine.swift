/// Tells lines that lead through the pages of an article.
///
/// Reads: a line's bytes.
/// Yields: whether it is nothing but 上一页, 下一页, 首页, 尾页, 第2页, 共5页, numbers and marks, with at least one of
///   the words or two numbers in brackets.
/// Refuses: lines with any other word.
enum PagerLine {
  private static let words: [[UInt8]] = [
    "上一页", "下一页", "首页", "尾页", "末页", "上页", "下页", "跳转到", "共", "第", "页", "条", "到",
  ].map { Array($0.utf8) }

  static func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 120, let first = bytes.first, !first.isLetter else { return false }
    var index = 0
    var found = 0
    var brackets = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte.isLetter { return false }
        if byte == 0x5B { brackets += 1 }
        index += 1
        continue
      }
      if let length = wordLength(bytes, index) {
        if length > 3 { found += 1 }
        index += length
        continue
      }
      let length = LineJudge.markLength(bytes, index)
      if length == 0 { return false }
      index += length
    }
    return found > 0 || brackets > 1
  }

  private static func wordLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    for word in words where word[0] == bytes[index] && index + word.count <= bytes.count {
      if (1..<word.count).allSatisfy({ bytes[index + $0] == word[$0] }) { return word.count }
    }
    return nil
  }
}
