import Records
import Vocabulary

/// Reads: 个多 between a number and a unit of time: 两个多小时, 三个多月.
/// Yields: the number in that unit, as more than it and less than one more.
/// Refuses: 个多 before anything else (一个多民族国家).
enum OverUnit {
  static func read(_ reader: OperandReader, _ draft: inout Draft) {
    let text = reader.text
    guard draft.unit?.name.single == "个", draft.high == nil, draft.surplus == nil,
      text.isAny("多", at: draft.end)
    else { return }
    let start = text.next(draft.end)
    guard let match = reader.tables.units.match(text, at: start) ?? month(reader, at: start),
      match.name.kind == .duration, match.name.words != "年"
    else { return }
    draft.take(UnitReading(name: match.name, end: match.end, rule: .overUnit))
    draft.surplus = 0
  }

  /// 月 alone is no unit: 个月 is.
  private static func month(_ reader: OperandReader, at start: Int) -> UnitTable.Match? {
    guard reader.text.isAny("月", at: start), let name = reader.tables.units.named("个月") else { return nil }
    return UnitTable.Match(name: name, end: reader.text.next(start))
  }
}
