import Records
import Vocabulary

/// The unit of one quantity as it was read.
struct UnitReading {
  /// As printed, without 万 and 亿.
  var surface: String
  var kind: QuantityKind
  /// How many standard units it is.
  var factor: Fraction?
  var standardUnit: String
  /// Behind its last byte.
  var end: Int
  /// The id of the unit in the table; empty for compounds.
  var id: String
  var rule: String

  init(_ match: UnitTable.Match, rule: String = "Unit") {
    let unit = match.name.unit
    surface = match.name.surface
    kind = unit.kind
    factor = unit.factor
    standardUnit = unit.standardUnit
    end = match.end
    id = unit.id
    self.rule = rule
  }
}

/// Reads: a unit of the table behind a number, spaces between: 亩, 人次, 千瓦时, km²; its compounds
/// 公斤/亩, 元每平方米, 元/人·年.
/// Yields: the unit with its factor; for a compound the quotient's.
/// Refuses: ambiguous units whose context does not decide for them (`AmbiguousUnit`).
struct UnitReader {
  let table: UnitTable
  let text: Prose

  /// The unit at `offset`. `numeral` is what stands before it.
  func read(at offset: Int, numeral: Numeral) -> UnitReading? {
    let start = text.skippingSpaces(offset)
    guard let match = table.match(text, at: start) else { return nil }
    if start != offset, text.isLatin(at: start), match.end - start == 1, text.isLatin(before: match.end + 1) {
      return nil
    }
    var reading = UnitReading(match)
    // 一番 is a word; what is doubled has 翻 before it.
    if reading.surface == "番", text.start(ofAny: ["翻", "翻了"], before: numeral.start) == nil { return nil }
    if text.end(ofAny: WordBoundary.verbs, at: start) != nil { return nil }
    if reading.surface == "届", text.glyph(at: match.end).isNumeral || text.isAny("全中人政党会委、", at: match.end) { return nil }
    if match.name.unit.isAmbiguous {
      guard let decided = AmbiguousUnit(table: table, text: text, numeral: numeral).decide(match) else { return nil }
      reading = decided
    }
    var count = 0
    while count < 2, let compound = divided(reading) {
      reading = compound
      count += 1
    }
    return reading
  }

  /// `reading` by the unit behind a stroke or 每.
  private func divided(_ reading: UnitReading) -> UnitReading? {
    let at = text.skippingSpaces(reading.end)
    let end: Int
    switch text.scalar(at: at) {
    case 0x2F, 0xFF0F, 0x2215: end = text.next(at)
    case 0x6BCF: end = text.next(at)
    case 0xB7: end = text.next(at)
    default: return nil
    }
    guard let below = table.match(text, at: text.skippingSpaces(end)) else { return nil }
    return Self.quotient(
      reading, by: UnitReading(below), end: below.end,
      surface: reading.surface + "/" + below.name.surface)
  }

  /// A unit by another: 元/亩, with the factors divided where both have one.
  static func quotient(
    _ above: UnitReading, by below: UnitReading, end: Int, surface: String
  ) -> UnitReading {
    var result = above
    result.surface = surface
    result.end = end
    result.id = ""
    result.kind = .derived
    result.rule = "CompoundUnit"
    result.factor = nil
    result.standardUnit = ""
    if let a = above.factor, let b = below.factor, let inverse = try? b.inverted(),
      !above.standardUnit.isEmpty, !below.standardUnit.isEmpty
    {
      result.factor = try? a.multiplied(by: inverse)
      if result.factor != nil { result.standardUnit = above.standardUnit + "/" + below.standardUnit }
    }
    return result
  }
}
