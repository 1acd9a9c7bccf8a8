import Records

/// Reads: what goes on from an ordinal: 第1-3名, 第1名至第3名, 第2、3位, 第一、第二批.
/// Yields: one ordinal with both ends, or an ordinal for each number; the measure word of the last is that of all.
/// Refuses: numbers with no measure word behind the last of them, ends that do not rise, parts of documents (第三、第四条), and
/// a count behind a rank (第一名和3个奖项).
extension Scanner {
  /// Notes `first` with all that goes on from it, and gives the place behind; nothing where nothing does.
  mutating func ordinals(_ first: Draft) -> Int? {
    let isFromEnd = text.has("倒数", before: first.start)
    if let (start, _) = RangeJoiner.read(text, at: first.end) {
      if let end = documentPart(start) { return end }
      if let last = ordinalMember(start) {
        return ordinalRange(first, last).flatMap { noted([$0], isFromEnd: isFromEnd) }
      }
    }
    var members = [first]
    while let last = members.last, text.isAny("、和与及", at: last.end) {
      let start = text.next(last.end)
      if last.unit == nil, let end = documentPart(start) { return end }
      // 第一名和3个奖项: what was complete goes on only with 第.
      guard last.unit == nil || text.glyph(at: start) == .ordinal, let next = ordinalMember(start),
        last.unit == nil || next.unit?.name.surface == last.unit?.name.surface
      else { break }
      members.append(next)
    }
    guard members.count > 1, let name = members.last?.unit?.name else { return nil }
    for index in members.indices where members[index].unit == nil {
      members[index].set(name)
      members[index].kind = .ordinal
    }
    for index in members.indices { members[index].rules.add(.ordinalList) }
    return noted(members, isFromEnd: isFromEnd)
  }

  /// Both ends as one ordinal.
  private func ordinalRange(_ first: Draft, _ last: Draft) -> Draft? {
    guard let name = last.unit?.name, first.unit == nil || first.unit?.name.surface == name.surface,
      first.value < last.value
    else { return nil }
    var range = first
    range.high = last.value
    range.end = last.end
    range.numeral = ByteSpan(first.numeral.start, last.numeral.end)
    range.set(name)
    range.kind = .ordinal
    range.rules.add(.ordinalList)
    return range
  }

  /// Notes them; those that 倒数 counts from the end are negative.
  private mutating func noted(_ drafts: [Draft], isFromEnd: Bool) -> Int? {
    for (index, draft) in drafts.enumerated() {
      var draft = draft
      if isFromEnd { draft.negate() }
      if isFromEnd, index == 0 { draft.start -= 6 }
      annotation.quantities.append(draft.quantity())
    }
    guard let end = drafts.last?.end else { return nil }
    context.taken = end
    return end
  }

  /// Where a number at `start` ends, with or without 第, that counts parts of a document: 第三、第四条.
  private func documentPart(_ start: Int) -> Int? {
    let at = behindMark(start)
    guard text.glyph(at: at).beginsNumeral, let numeral = operands.numeral(at: at) else { return nil }
    return text.end(ofAny: documentParts, at: numeral.end)
  }

  private func behindMark(_ start: Int) -> Int {
    text.glyph(at: start) == .ordinal ? text.skippingSpaces(text.next(start)) : start
  }

  /// A number at `start`, with or without 第, and its measure word.
  private func ordinalMember(_ start: Int) -> Draft? {
    let at = behindMark(start)
    guard text.glyph(at: at).beginsNumeral, let numeral = operands.numeral(at: at), !numeral.isTooLong,
      numeral.high == nil, numeral.surplus == nil, numeral.style == .arabic || numeral.style == .chinese,
      numeral.value.exponent >= 0, text.end(ofAny: documentParts, at: numeral.end) == nil
    else { return nil }
    var draft = Draft(numeral)
    draft.start = start
    if let unit = operands.units.read(at: draft.end, numeral: numeral) {
      guard unit.name.kind == .count else { return nil }
      draft.take(unit)
    }
    draft.kind = .ordinal
    draft.rules.add(.ordinal)
    return draft
  }
}
