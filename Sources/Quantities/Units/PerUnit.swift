import Records
import Vocabulary

/// Reads: 每 with a unit right before the number and its marks: 每小时十公里, 每公斤5元, 每公斤约5元, 每亩不低于800元.
/// Yields: the quotient of the two units: 公里/小时.
/// Refuses: 每 with anything between: 每亩增收3万元 is so many 元.
enum PerUnit {
  static func read(_ reader: OperandReader, _ draft: inout Draft, from limit: Int) {
    let text = reader.text
    guard let unit = draft.unit?.name, unit.kind != .share, unit.kind != .count else { return }
    var end = text.skippingSpaces(before: draft.start)
    if let inner = text.start(ofAny: ["达到", "达", "为"], before: end) { end = inner }
    var at = end
    for _ in 0..<4 where at > limit {
      at = text.previous(at)
      guard text.isAny("每", before: at) else { continue }
      let start = text.previous(at)
      guard start >= limit, let match = reader.tables.units.match(text, at: at), match.end == end else {
        return
      }
      draft.set(UnitName(unit, by: match.name))
      draft.start = start
      draft.rules.add(.perUnit)
      return
    }
  }
}
