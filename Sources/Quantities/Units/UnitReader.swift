import Records
import Vocabulary

/// The unit of one quantity as it was read.
struct UnitReading {
  var name: UnitName
  /// Behind its last byte.
  var end: Int
  var rule: Rule
}

/// Reads: a unit of the table behind a number, spaces between: 亩, 人次, 千瓦时, km².
/// Yields: the longest one with its factor, as a whole or as the first part of a `CompoundUnit`.
/// Refuses: ambiguous units whose context does not decide for them (`AmbiguousUnit`), 番 without 翻, 届 of
/// congresses, units that begin another word (升级).
struct UnitReader {
  let table: UnitTable
  let text: Prose

  /// The unit at `offset`. `numeral` is what stands before it.
  func read(at offset: Int, numeral: Numeral) -> UnitReading? {
    let start = text.skippingSpaces(offset)
    guard let match = table.match(text, at: start), !beginsWord(match, start, numeral) else { return nil }
    var reading = UnitReading(name: match.name, end: match.end, rule: .unitReader)
    if match.name.isAmbiguous {
      let context = AmbiguousUnit(table: table, text: text, numeral: numeral)
      guard let name = context.decide(match) else { return nil }
      reading = UnitReading(name: name, end: match.end, rule: .ambiguousUnit)
    }
    return CompoundUnit.read(text, table, reading) ?? reading
  }

  private func beginsWord(_ match: UnitTable.Match, _ start: Int, _ numeral: Numeral) -> Bool {
    guard match.end - start == 3 else { return false }
    switch text.scalar(at: start) {
    case 0x756A:  // 番: what is doubled has 翻 before it.
      return text.start(ofAny: ["翻", "翻了"], before: numeral.start) == nil
    case 0x5C4A:  // 届
      return text.glyph(at: match.end).isNumeral || text.isAny("全中人政党会委、", at: match.end)
    case 0x5347, 0x5206, 0x514B, 0x5143, 0x7C73, 0x5929, 0x5E74:
      return text.end(ofAny: WordBoundary.verbs, at: start) != nil
    default: return false
    }
  }
}
