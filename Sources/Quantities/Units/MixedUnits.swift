import Records
import Vocabulary

/// Reads: a quantity in two or three units of one dimension, each smaller than the one before: 3斤5两, 1米75厘米, 2小时30分钟.
/// Yields: the sum in the first unit; a duration that has no finite decimal there in the last one (3小时20分 is 200 分钟).
/// Refuses: parts that are no whole fraction of the first (the second is then read by itself), counts.
enum MixedUnits {
  static func read(_ reader: OperandReader, _ draft: inout Draft) {
    while part(reader, &draft) {}
  }

  /// Adds one more part; false where none stands there.
  private static func part(_ reader: OperandReader, _ draft: inout Draft) -> Bool {
    let text = reader.text
    guard let unit = draft.unit?.name, joins(unit.kind), let factor = unit.factor, draft.high == nil,
      draft.surplus == nil,
      text.glyph(at: draft.end).isNumeral, let below = reader.numeral(at: draft.end), below.high == nil,
      below.style != .bare, let match = reader.tables.units.match(text, at: below.end)
    else { return false }
    let smaller = smallerUnit(reader, unit, match.name)
    guard smaller.kind == unit.kind, smaller.standardUnit == unit.standardUnit, let part = smaller.factor,
      let inverse = try? factor.inverted(), let share = try? part.multiplied(by: inverse),
      share.numerator < share.denominator, let scaled = try? below.value.multiplied(by: share),
      scaled.value < ExactDecimal(1)
    else { return false }
    if scaled.isExact {
      guard let sum = try? draft.value.adding(scaled.value) else { return false }
      draft.value = sum
    } else {
      // Days do not make up months: 3年5个月20天 stays in parts.
      guard unit.kind == .duration, unit.standardUnit == "s", let many = try? share.inverted(),
        let whole = try? draft.value.multiplied(by: many), whole.isExact,
        let sum = try? whole.value.adding(below.value)
      else { return false }
      draft.value = sum
      draft.set(smaller)
    }
    draft.end = match.end
    draft.numeral = ByteSpan(draft.numeral.start, below.end)
    draft.rules.add(.mixedUnits)
    return true
  }

  /// The smaller unit: 分 is a tenth of 亩 behind it, and a minute behind hours.
  private static func smallerUnit(_ reader: OperandReader, _ unit: UnitName, _ found: UnitName) -> UnitName {
    guard found.single == "分" else { return found }
    switch unit.surface {
    case "亩": return reader.tables.units.named("分地") ?? found
    case "小时", "个小时", "钟头", "时": return reader.tables.units.named("分钟") ?? found
    default: return found
    }
  }

  private static func joins(_ kind: QuantityKind) -> Bool {
    kind == .mass || kind == .length || kind == .area || kind == .duration || kind == .volume
  }
}
