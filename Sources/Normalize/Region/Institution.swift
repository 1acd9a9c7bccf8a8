internal import Records
internal import Vocabulary

/// The name of an institution that a paragraph is about: 柘荣县第三小学成立于1974年.
enum Institution {
  /// Whether the words are such a name and nothing else: 桃园中学, but not 小学.
  static func isName(_ words: String, _ table: WordTable) -> Bool {
    var words = words
    return words.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        if let word = table.word(in: bytes, at: offset), word.wordClass == .institution,
          offset + word.count == bytes.count
        {
          return offset >= 6 && word.count >= 6 && !kinds.contains { bytes.has($0, at: 0) }
        }
        offset += bytes.width(at: offset)
      }
      return false
    }
  }

  /// How the names of kinds begin: 普通高中, 中等职业学校.
  private static let kinds: [StaticString] = [
    "普通", "职业", "中等", "高等", "高级", "初级", "完全", "特殊", "公办", "民办", "农村", "城镇", "乡镇", "重点", "成人", "技工", "示范",
    "其他", "其它", "九年", "十二", "各类", "各级", "一贯",
  ]

  /// The name that begins with the token at `index`, where its sentence goes on to tell when it was
  /// founded, where it lies or what it is.
  static func name(_ tokens: [Token], at index: Int, _ text: Bytes, _ words: WordTable) -> String? {
    var end = index
    while end < tokens.count, tokens[end].kind.isNominal, end - index < 6 { end += 1 }
    guard end > index, end < tokens.count,
      tokens[end - 1].kind == .word(.institution)
        || words.endsName(.institution, in: text, at: tokens[end - 1].span.end)
    else { return nil }
    let next = tokens[end]
    let isTold =
      next.kind == .word(.founded) || text.has("是", at: next.span.start)
      || text.has("位于", at: next.span.start) || text.has("地处", at: next.span.start)
      || text.has("坐落", at: next.span.start) || text.has("成立", at: next.span.start)
      || text.has("始建", at: next.span.start)
    let span = ByteSpan(tokens[index].span.start, tokens[end - 1].span.end)
    guard isTold, span.count >= 12 else { return nil }
    return text.string(span)
  }
}
