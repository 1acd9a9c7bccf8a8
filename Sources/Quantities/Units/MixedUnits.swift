import Records
import Vocabulary

/// Reads: a quantity in two units of one dimension, the second the smaller: 3斤5两, 1米75厘米, 2小时30分钟.
/// Yields: the sum in the first unit.
/// Refuses: parts that are no whole fraction of the first (the second is then read by itself), counts.
enum MixedUnits {
  static func read(_ reader: OperandReader, _ draft: inout Draft) {
    let text = reader.text
    guard let unit = draft.unit?.name, joins(unit.kind), let factor = unit.factor, draft.high == nil,
      draft.surplus == nil,
      text.glyph(at: draft.end).isNumeral, let below = reader.numeral(at: draft.end), below.high == nil,
      below.style != .bare, let match = reader.tables.units.match(text, at: below.end)
    else { return }
    let smaller = part(reader, unit, match.name)
    guard smaller.kind == unit.kind, smaller.standardUnit == unit.standardUnit, let part = smaller.factor,
      let inverse = try? factor.inverted(), let share = try? part.multiplied(by: inverse),
      share.numerator < share.denominator, let scaled = try? below.value.multiplied(by: share),
      scaled.isExact,
      scaled.value < ExactDecimal(1), let sum = try? draft.value.adding(scaled.value)
    else { return }
    draft.value = sum
    draft.end = match.end
    draft.numeral = ByteSpan(draft.numeral.start, below.end)
    draft.rules.add(.mixedUnits)
  }

  /// The smaller unit: 分 is a tenth of 亩 behind it, and a minute behind hours.
  private static func part(_ reader: OperandReader, _ unit: UnitName, _ found: UnitName) -> UnitName {
    guard found.single == "分" else { return found }
    switch unit.surface {
    case "亩": return reader.tables.units.named("分地") ?? found
    case "小时", "个小时", "钟头": return reader.tables.units.named("分钟") ?? found
    default: return found
    }
  }

  private static func joins(_ kind: QuantityKind) -> Bool {
    kind == .mass || kind == .length || kind == .area || kind == .duration || kind == .volume
  }
}
