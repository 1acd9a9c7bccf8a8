/// Quotation marks whose partner was left outside of a label.
enum Quotes {
  /// The words without a mark that has no partner among them.
  static func balanced(_ words: String) -> String {
    let opens = words.utf8.count(of: "“")
    let closes = words.utf8.count(of: "”")
    if opens == closes { return words }
    return words.split(whereSeparator: { $0 == "“" || $0 == "”" }).joined()
  }
}

extension String.UTF8View {
  /// How often the scalar `mark`, of three bytes, stands here.
  fileprivate func count(of mark: StaticString) -> Int {
    mark.withUTF8Buffer { mark in
      var (count, matched) = (0, 0)
      for byte in self {
        matched = byte == mark[matched] ? matched + 1 : (byte == mark[0] ? 1 : 0)
        if matched == mark.count { (count, matched) = (count + 1, 0) }
      }
      return count
    }
  }
}
