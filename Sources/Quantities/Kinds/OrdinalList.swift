import Records

/// Reads: what goes on from an ordinal: 第1-3名, 第1名至第3名, 第2、3位, 第一、第二批.
/// Yields: one ordinal with both ends, or an ordinal for each number; the measure word of the last is that of all.
/// Refuses: numbers with no measure word behind the last of them, and ends that do not rise.
extension Scanner {
  /// Notes `first` with all that goes on from it, and gives the place behind; nothing where nothing does.
  mutating func ordinals(_ first: Draft) -> Int? {
    if let (start, _) = RangeJoiner.read(text, at: first.end), let last = ordinalMember(start) {
      var range = first
      guard let name = last.unit?.name, first.unit == nil || first.unit?.name.surface == name.surface,
        first.value < last.value
      else { return nil }
      range.high = last.value
      range.end = last.end
      range.numeral = ByteSpan(first.numeral.start, last.numeral.end)
      range.set(name)
      range.kind = .ordinal
      range.rules.add(.ordinalList)
      return noted([range])
    }
    var members = [first]
    while let end = members.last?.end, text.isAny("、和与及", at: end), let next = ordinalMember(text.next(end)) {
      members.append(next)
    }
    guard members.count > 1, let name = members.last?.unit?.name else { return nil }
    for index in members.indices where members[index].unit == nil {
      members[index].set(name)
      members[index].kind = .ordinal
    }
    for index in members.indices { members[index].rules.add(.ordinalList) }
    return noted(members)
  }

  private mutating func noted(_ drafts: [Draft]) -> Int? {
    for draft in drafts { annotation.quantities.append(draft.quantity()) }
    guard let end = drafts.last?.end else { return nil }
    context.taken = end
    return end
  }

  /// A number at `start`, with or without 第, and its measure word.
  private func ordinalMember(_ start: Int) -> Draft? {
    let at = text.glyph(at: start) == .ordinal ? text.skippingSpaces(text.next(start)) : start
    guard text.glyph(at: at).beginsNumeral, let numeral = operands.numeral(at: at), !numeral.isTooLong,
      numeral.high == nil, numeral.surplus == nil, numeral.style == .arabic || numeral.style == .chinese,
      numeral.value.exponent >= 0
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
