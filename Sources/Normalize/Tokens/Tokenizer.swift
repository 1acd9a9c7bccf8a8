internal import Records
internal import Vocabulary

/// What stands somewhere in a sentence: most need few of the passes over their tokens.
struct TokenMarks: OptionSet {
  let rawValue: UInt8

  static let quantity = TokenMarks(rawValue: 1)
  static let colon = TokenMarks(rawValue: 2)
  /// 、 or a word that joins nouns.
  static let list = TokenMarks(rawValue: 4)
  /// A bracket with a number inside.
  static let open = TokenMarks(rawValue: 8)
  static let holiday = TokenMarks(rawValue: 16)
}

/// Covers a sentence with tokens: numbers and times first, then the longest word of the tables, then
/// nouns, which are whatever is left.
///
/// The tokenizer goes through a text from front to back and remembers how far it came in the
/// annotation, so that a whole text costs one pass.
struct Tokenizer {
  private let text: Bytes
  private let annotation: Annotation
  private let words: WordTable
  private var quantity = 0
  private var period = 0
  private var nounStart = -1
  /// No number or time begins before it, from where the tokenizer stands.
  private var nextAnnotated = 0
  /// What the sentence covered last holds.
  private(set) var marks: TokenMarks = []

  init(_ text: Bytes, _ annotation: Annotation, words: WordTable) {
    (self.text, self.annotation, self.words) = (text, annotation, words)
  }

  /// Whether a number or a time stands in `sentence`, which lies behind all sentences before it.
  mutating func holdsNumber(_ sentence: ByteSpan) -> Bool {
    while quantity < annotation.quantities.count,
      annotation.quantities[quantity].span.start < sentence.start
    { quantity += 1 }
    while period < annotation.periods.count, annotation.periods[period].span.start < sentence.start {
      period += 1
    }
    return quantity < annotation.quantities.count
      && annotation.quantities[quantity].span.start < sentence.end
      || period < annotation.periods.count && annotation.periods[period].span.start < sentence.end
  }

  /// Covers `sentence`, which lies behind all sentences before it.
  mutating func cover(_ sentence: ByteSpan, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    (nounStart, marks) = (-1, [])
    var offset = sentence.start
    while offset < sentence.end {
      let next = step(offset, sentence, &tokens)
      if next > offset {
        offset = next
      } else {
        if nounStart < 0 { nounStart = offset }
        offset += text.width(at: offset)
        offset = words.next(in: text, from: offset, to: min(sentence.end, nextAnnotated))
      }
    }
    closeNoun(at: min(offset, sentence.end), &tokens)
  }

  /// Reads the token at `offset` if one begins there: where it ends, else `offset`.
  private mutating func step(_ offset: Int, _ sentence: ByteSpan, _ tokens: inout [Token]) -> Int {
    if offset >= nextAnnotated, let (token, end) = annotated(offset), end <= sentence.end {
      if let word = words.word(in: text, at: offset), word.wordClass == .noun,
        offset + word.count > end
      {
        if nounStart < 0 { nounStart = offset }
        return offset + word.count
      }
      closeNoun(at: offset, &tokens)
      tokens.append(token)
      if token.kind == .quantity { marks.insert(.quantity) }
      return end
    }
    if let (mark, count) = Mark.read(text, at: offset) {
      return punctuation(mark, offset, count, sentence, &tokens)
    }
    if nounStart < 0, tokens.last?.kind.endsClause ?? true, let end = HeadingLine.item(text, at: offset),
      end < sentence.end
    {
      tokens.append(Token(kind: .item, span: ByteSpan(offset, end)))
      return end
    }
    guard let (entry, count) = words.entry(in: text, at: offset), offset + count <= sentence.end else {
      return offset
    }
    let end = offset + count
    switch entry {
    case .place(let index):
      closeNoun(at: offset, &tokens)
      tokens.append(Token(kind: .place, span: ByteSpan(offset, end), index: index))
    // 占用水总量的65%: the share of what is used, and nothing that is taken up.
    case .word(.noun) where holdsShare(offset, end):
      closeNoun(at: offset, &tokens)
      tokens.append(Token(kind: .word(.share), span: ByteSpan(offset, offset + 3)))
      return offset + 3
    case .word(.noun):
      if nounStart < 0 { nounStart = offset }
    // 比上年12月份加快: the time is longer than the one that the word holds.
    case .word(.compare) where count > 3 && isInsideTime(offset + 3, end: end):
      closeNoun(at: offset, &tokens)
      tokens.append(Token(kind: .word(.than), span: ByteSpan(offset, offset + 3)))
      return offset + 3
    case .word(let wordClass):
      guard stands(wordClass, offset, end, tokens) else { return offset }
      closeNoun(at: offset, &tokens)
      if wordClass == .joint { marks.insert(.list) }
      if wordClass == .holiday { marks.insert(.holiday) }
      tokens.append(Token(kind: .word(meaning(wordClass, before: end)), span: ByteSpan(offset, end)))
    }
    return end
  }

  /// Whether 占用 is 占 before what is used: water, power, land, coal and the like, in all or by amount, with a number behind 的.
  private func holdsShare(_ offset: Int, _ end: Int) -> Bool {
    guard text.has("占用", at: offset), end - offset == 6 else { return false }
    let used: [StaticString] = ["水", "电", "地", "煤", "气", "能", "药", "工"]
    guard used.contains(where: { text.has($0, at: end) }) else { return false }
    var index = quantity
    while index < annotation.quantities.count, annotation.quantities[index].span.start < end { index += 1 }
    guard index < annotation.quantities.count else { return false }
    let number = annotation.quantities[index]
    let isNear = number.span.start - end <= 30 && number.kind == .share
    return isNear
      && (text.has("的", endingAt: number.span.start) || text.has("量", endingAt: number.span.start)
        || text.has("面积", endingAt: number.span.start))
  }

  /// What a word does here whose class depends on whether a number follows.
  private func meaning(_ wordClass: WordClass, before end: Int) -> WordClass {
    guard wordClass == .raise else { return wordClass }
    return beginsQuantity(at: end) ? .up : .verbal
  }

  /// 成功率, 开发量: a verb with such a character behind it is a noun.
  private func isNounWith(suffixAt end: Int) -> Bool {
    for suffix in ["率", "量", "额", "费", "值", "化"] as [StaticString] where text.has(suffix, at: end) {
      return true
    }
    return false
  }

  /// Whether a word does here what its class does elsewhere, or is a piece of a noun.
  private func stands(
    _ wordClass: WordClass, _ offset: Int, _ end: Int, _ tokens: [Token]
  ) -> Bool {
    let isHead = nounStart < 0 && !isNominal(tokens.last, before: offset)
    switch wordClass {
    // 增加值已占总产值的60%, 总产量仍达420万吨: an adverb behind a noun and before its verb.
    case .adverb where !isHead && end - offset <= 3 && precedesVerb(end): return true
    case .verb, .verbal, .act, .up, .down, .raise, .adverb:
      if end - offset > 3, isNounWith(suffixAt: end) { return false }
    // 存贷比62.48%: what goes before a number compares nothing.
    case .than where beginsQuantity(at: end) && !beginsTimeAgo(at: end): return false
    default: break
    }
    // 太和镇, 仁和乡
    if wordClass == .joint, Settlement.isHarmony(text, at: offset, from: nounStart) { return false }
    // 东西最大距离76千米, 平均株距3米: a length of its own and no distance from somewhere.
    if wordClass == .verb, !isHead, text.has("距", at: offset), beginsNumber(at: end) { return false }
    switch wordClass {
    case .plan, .review: return false
    case .intent where !isHead: return isIntent(offset, end)
    case .rhetoric: return true
    case .rank where end - offset <= 3:
      return beginsNumber(at: end) || words.word(in: text, at: end)?.wordClass == .scope
        || words.isPlace(text, at: end)
    // 超全市平均: a bound with the whole behind it.
    case .reach where end - offset <= 3:
      return beginsNumber(at: end) || (isHead && words.word(in: text, at: end)?.wordClass == .scope)
    case .verbal: return isHead || beginsNumber(at: end) || isBehindPlace(offset, tokens)
    case .raise: return isHead || beginsQuantity(at: end)
    case .joint, .of, .share, .relational, .member, .institution, .generic, .district: return true
    case .settlement, .etc: return end - offset > 3 || beginsNumber(at: end)
    default: break
    }
    guard end - offset <= 3 else { return true }
    if beginsNumber(at: end) { return true }
    // 人口密度为每平方公里257人
    if wordClass == .verb, text.has("为", at: offset), text.has("每", at: end) { return true }
    switch wordClass {
    // 户均自筹资金: 自 begins other words.
    case .from: return !text.has("自", at: offset) || isHead
    case .verb, .adverb, .each, .than, .now, .target, .intent: return isHead
    case .above, .below: return false
    default: return false
    }
  }

  /// 覆盖率要提高到39%: 要 behind its subject, and no piece of 主要 and the like.
  private func isIntent(_ offset: Int, _ end: Int) -> Bool {
    guard words.word(in: text, at: end)?.wordClass == .reach else { return false }
    return !["主", "重", "次", "摘", "纪", "概", "简", "首", "只"].contains { (word: StaticString) in
      text.has(word, endingAt: offset)
    }
  }

  /// 比15年前多了90公斤: a number of years with 前 behind it.
  private func beginsTimeAgo(at offset: Int) -> Bool {
    var index = quantity
    while index < annotation.quantities.count, annotation.quantities[index].span.start < offset { index += 1 }
    guard index < annotation.quantities.count else { return false }
    let number = annotation.quantities[index]
    return number.kind == .duration && text.has("前", at: number.span.end)
  }

  /// Whether 占 begins at `offset`, or a verb with a number behind it.
  private func precedesVerb(_ offset: Int) -> Bool {
    guard let word = words.word(in: text, at: offset) else { return false }
    switch word.wordClass {
    case .share: return text.has("占", at: offset)
    case .verb, .reach, .up, .down: return beginsNumber(at: offset + word.count)
    default: return false
    }
  }

  /// 在园区建立服务站12个: a verb behind where it is done.
  private func isBehindPlace(_ offset: Int, _ tokens: [Token]) -> Bool {
    var start = nounStart >= 0 ? nounStart : offset
    for token in tokens.reversed() {
      guard token.kind.isNominal, token.span.end == start else { break }
      start = token.span.start
    }
    guard offset - start >= 9, text.has("在", at: start) else { return false }
    return words.word(in: text, at: start).map { $0.count <= 3 } ?? true
  }

  private func isNominal(_ token: Token?, before offset: Int) -> Bool {
    guard let token, token.span.end == offset else { return false }
    return token.kind.isNominal
  }

  /// Whether a number begins at `offset`, perhaps behind 了.
  private func beginsQuantity(at offset: Int) -> Bool {
    let offset = text.has("了", at: offset) ? offset + 3 : offset
    var index = quantity
    while index < annotation.quantities.count, annotation.quantities[index].span.start < offset {
      index += 1
    }
    return index < annotation.quantities.count && annotation.quantities[index].span.start == offset
  }

  /// Whether a number or a time begins at `offset`, perhaps behind 了.
  private func beginsNumber(at offset: Int) -> Bool {
    if beginsQuantity(at: offset) { return true }
    // 是“十一五”时期的3.2倍: a quote may open before a time.
    let offset = text.has("了", at: offset) || text.has("“", at: offset) ? offset + 3 : offset
    var index = period
    while index < annotation.periods.count, annotation.periods[index].span.start < offset {
      index += 1
    }
    return index < annotation.periods.count && annotation.periods[index].span.start == offset
  }

  /// Whether a time begins at `offset` that ends behind `end`.
  private func isInsideTime(_ offset: Int, end: Int) -> Bool {
    var index = period
    while index < annotation.periods.count, annotation.periods[index].span.start < offset { index += 1 }
    guard index < annotation.periods.count else { return false }
    let span = annotation.periods[index].span
    return span.start == offset && span.end > end
  }

  /// The number or time that begins at `offset`; the longer where both do.
  private mutating func annotated(_ offset: Int) -> (Token, Int)? {
    while quantity < annotation.quantities.count,
      annotation.quantities[quantity].span.start < offset
    { quantity += 1 }
    while period < annotation.periods.count, annotation.periods[period].span.start < offset {
      period += 1
    }
    nextAnnotated = min(
      quantity < annotation.quantities.count ? annotation.quantities[quantity].span.start : .max,
      period < annotation.periods.count ? annotation.periods[period].span.start : .max)
    guard nextAnnotated == offset else { return nil }
    let number =
      quantity < annotation.quantities.count && annotation.quantities[quantity].span.start == offset
      ? annotation.quantities[quantity].span : nil
    let time =
      period < annotation.periods.count && annotation.periods[period].span.start == offset
      ? annotation.periods[period].span : nil
    if let time, time.count >= (number?.count ?? 0) {
      return (Token(kind: .period, span: time, index: period), time.end)
    }
    guard let number else { return nil }
    return (Token(kind: .quantity, span: number, index: quantity), number.end)
  }

  private mutating func closeNoun(at end: Int, _ tokens: inout [Token]) {
    guard nounStart >= 0 else { return }
    let span = unmarked(text.trimmed(ByteSpan(nounStart, end)))
    nounStart = -1
    if span.isEmpty || isQuote(span) { return }
    let isParticle =
      span.count == 3
      && (text.has("了", at: span.start) || text.has("着", at: span.start) || text.has("过", at: span.start))
    // 其他22名工作人员: it says which, and names nothing.
    let isDeterminer =
      span.count == 6 && (text.has("其他", at: span.start) || text.has("其它", at: span.start))
      && beginsQuantity(at: end)
    tokens.append(Token(kind: isParticle || isDeterminer ? .word(.adverb) : .noun, span: span))
  }

  /// The words without the marks of a list before them: ——财政总收入, ●农业, 1.财政总收入.
  private func unmarked(_ span: ByteSpan) -> ByteSpan {
    // Nouns begin with a character of Chinese, all of which lie in this range.
    if span.isEmpty || (0xE4...0xE9).contains(text[span.start]) { return span }
    var start = span.start
    while start < span.end,
      let mark = ["—", "–", "-", "·", "•", "●", "○", "▲", "■", "◆", "★", "※"].first(where: {
        (mark: StaticString) in
        text.has(mark, at: start)
      })
    { start += mark.utf8CodeUnitCount }
    var digits = start
    while digits < span.end, (0x30...0x39).contains(text[digits]) { digits += 1 }
    if digits > start, digits - start <= 2, text.has(".", at: digits) || text.has("．", at: digits) {
      start = digits + text.width(at: digits)
    }
    return start < span.end ? ByteSpan(start, span.end) : span
  }

  private func isQuote(_ span: ByteSpan) -> Bool {
    span.count == 3 && Mark.read(text, at: span.start)?.mark == .quote
  }

  private mutating func punctuation(
    _ mark: Mark, _ offset: Int, _ count: Int, _ sentence: ByteSpan, _ tokens: inout [Token]
  ) -> Int {
    let span = ByteSpan(offset, offset + count)
    switch mark {
    case .quote: return offset
    case .space:
      closeNoun(at: offset, &tokens)
      return offset + count
    case .open, .titleOpen:
      closeNoun(at: offset, &tokens)
      if let end = end(ofAside: mark, from: offset + count, in: sentence) {
        tokens.append(Token(kind: .aside, span: ByteSpan(offset, end)))
        return end
      }
      tokens.append(Token(kind: .open, span: span))
      marks.insert(.open)
    case .close, .titleClose:
      closeNoun(at: offset, &tokens)
      tokens.append(Token(kind: .close, span: span))
    case .comma, .stop:
      closeNoun(at: offset, &tokens)
      tokens.append(Token(kind: .comma, span: span))
    case .semicolon:
      closeNoun(at: offset, &tokens)
      tokens.append(Token(kind: .semicolon, span: span))
    case .colon:
      closeNoun(at: offset, &tokens)
      tokens.append(Token(kind: .colon, span: span))
      marks.insert(.colon)
    case .pause:
      closeNoun(at: offset, &tokens)
      tokens.append(Token(kind: .pause, span: span))
      marks.insert(.list)
    }
    return offset + count
  }

  /// 以女性为100, 上年=100: the base of an index.
  private func isBase(_ quantity: Quantity) -> Bool {
    guard quantity.unit.isEmpty, quantity.value == ExactDecimal(100) else { return false }
    let start = quantity.span.start
    return text.has("为", endingAt: start) || text.has("=", endingAt: start) || text.has("＝", endingAt: start)
  }

  /// Where the brackets close that open before `offset`, if no number but ages stands inside.
  private func end(ofAside mark: Mark, from offset: Int, in sentence: ByteSpan) -> Int? {
    var (position, depth) = (offset, 1)
    let limit = min(sentence.end, offset + 300)
    while position < limit {
      if let (inner, count) = Mark.read(text, at: position) {
        if inner == .open || inner == .titleOpen { depth += 1 }
        if inner == .close || inner == .titleClose { depth -= 1 }
        position += count
        if depth == 0 { break }
      } else {
        position += text.width(at: position)
      }
    }
    guard depth == 0 else { return nil }
    if mark == .titleOpen { return position }
    var index = quantity
    while index < annotation.quantities.count, annotation.quantities[index].span.start < position {
      let quantity = annotation.quantities[index]
      // （15岁及以上不识字的人） tells who, （以女性为100） against what; neither how many.
      // （含2度） says whether the bound is one of them.
      if quantity.span.start >= offset, quantity.kind != .age, !isBase(quantity),
        !text.has("含", endingAt: quantity.span.start) || quantity.span.end + 3 < position
      {
        return nil
      }
      index += 1
    }
    return position
  }
}
