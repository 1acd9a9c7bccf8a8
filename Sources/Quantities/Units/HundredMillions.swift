import Records

/// Reads: 个 between a number and 亿, as people speak: 1.1个亿, 5个多亿, 3.5个亿元.
/// Yields: so many 亿, in a colloquial reading; 元 where it is said.
/// Refuses: a whole number with more behind 亿 (3个亿元产业 are three).
enum HundredMillions {
  static func read(_ reader: OperandReader, _ draft: inout Draft) {
    let text = reader.text
    guard draft.unit?.name.single == "个", draft.high == nil, draft.surplus == nil, !draft.hasMultipliers
    else {
      return
    }
    let isOver = text.glyph(at: draft.end) == .more
    let at = isOver ? text.next(draft.end) : draft.end
    guard text.glyph(at: at) == .hundredMillion, let value = try? draft.value.shifted(by: 8) else { return }
    var end = text.next(at)
    var unit: UnitName?
    if text.isAny("元", at: end) {
      end = text.next(end)
      unit = reader.tables.units.named("元")
    }
    guard draft.value.exponent < 0 || text.isClauseEnd(text.end(ofAny: ["以上", "左右", "的"], at: end) ?? end)
    else { return }
    draft.unit = nil
    draft.kind = .number
    draft.value = value
    draft.surplus = isOver ? 8 : nil
    draft.end = end
    if let unit { draft.set(unit) }
    draft.sharedPower = 8
    draft.reading = .colloquial
    draft.rules.add(.hundredMillions)
  }
}
