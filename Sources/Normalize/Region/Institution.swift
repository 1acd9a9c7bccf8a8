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
          let before = ByteSpan(0, offset)
          return offset >= 6 && word.count >= 6 && !table.stripped(.kind, from: bytes, before).isEmpty
        }
        offset += bytes.width(at: offset)
      }
      return false
    }
  }

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

  /// The institution at the head of a clause of which something is told: 县工业集中区新增企业5家, 江口棉纺公司年产棉纱5000吨.
  ///
  /// Its name begins with that of a place, or with 县, 镇 and the like before words of kind alone; a factory's tells what it
  /// makes. Names of firms look like those of kinds (供水公司, 寄宿制学校), so all others are refused, and those that are counted
  /// (公司12家).
  static func owner(_ tokens: [Token], at index: Int, _ context: Context) -> String? {
    let (text, words) = (context.text, context.words)
    var end = index
    while end < tokens.count, end - index < 4, tokens[end].kind.isNominal {
      let isLast =
        tokens[end].kind == .word(.institution)
        || words.endsName(.institution, in: text, at: tokens[end].span.end)
      end += 1
      if isLast { break }
    }
    guard end > index, end < tokens.count, isActing(tokens[end].kind), !areCounted(tokens, from: end, text)
    else { return nil }
    let last = tokens[end - 1]
    let isWord = last.kind == .word(.institution)
    guard isWord || words.endsName(.institution, in: text, at: last.span.end) else { return nil }
    let start = tokens[index].span.start
    guard !groups.contains(where: { text.has($0, at: start) }) else { return nil }
    let name = words.stripped(
      .kind, from: text, ByteSpan(start, isWord ? last.span.start : max(start, last.span.end - 6)))
    let owners: [StaticString] = ["县", "市", "区", "旗", "州", "镇", "乡", "省"]
    let isOwned = name.count == 3 && owners.contains { text.has($0, at: start) }
    let isOfPlace =
      words.isPlace(text, at: start)
      || context.region.map { hasName($0.shortName, text, last.span.end, at: start) } ?? false
    // 纺织厂 in a county's book is its own.
    let isWorks = last.kind == .word(.institution) && text.has("厂", endingAt: last.span.end)
    guard isOwned || (isOfPlace && last.span.end - start >= 12) || (isWorks && last.span.end - start >= 9)
    else {
      return nil
    }
    return text.string(ByteSpan(start, last.span.end))
  }

  private static func hasName(_ name: String, _ text: Bytes, _ end: Int, at start: Int) -> Bool {
    start + name.utf8.count < end && text.string(ByteSpan(start, start + name.utf8.count)).isSame(name)
  }

  /// Whether what stands behind the name may tell something of it.
  private static func isActing(_ kind: TokenKind) -> Bool {
    switch kind {
    case .word(.institution), .word(.settlement): false
    case .word(.verb), .word(.verbal), .word(.act), .word(.adverb), .word(.now): true
    default: kind.isNominal
    }
  }

  /// Whether the first number behind the name counts such institutions: 光伏电站并网发电82座.
  private static func areCounted(_ tokens: [Token], from start: Int, _ text: Bytes) -> Bool {
    var index = start
    while index < tokens.count, tokens[index].kind != .noun, !tokens[index].kind.endsClause {
      if tokens[index].kind == .quantity {
        return ["家", "座", "所", "个", "处", "户", "间"].contains { (unit: StaticString) in
          text.has(unit, endingAt: tokens[index].span.end)
        }
      }
      index += 1
    }
    return false
  }

  /// How words for several of them begin.
  private static let groups: [StaticString] = [
    "各", "全", "该", "本", "其", "这", "一", "两", "多", "每", "所", "等", "城乡", "乡镇", "新", "为", "引进", "建", "和", "与",
  ]
}
