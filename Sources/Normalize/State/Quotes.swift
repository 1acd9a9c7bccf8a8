/// Quotation marks whose partner was left outside of a label.
enum Quotes {
  /// The words without a mark that has no partner among them.
  static func balanced(_ words: String) -> String {
    if words.bytes(isBalanced) { return words }
    return String(words.unicodeScalars.filter { $0 != "“" && $0 != "”" })
  }

  /// Whether as many open as close.
  private static func isBalanced(_ words: Bytes) -> Bool {
    var (offset, opens, closes) = (0, 0, 0)
    while offset < words.count {
      if words[offset] == 0xE2 {
        if words.has("“", at: offset) { opens += 1 } else if words.has("”", at: offset) { closes += 1 }
      }
      offset += 1
    }
    return opens == closes
  }
}
