import Records

/// Reads: a unit of measure behind a fraction: 四分之三亩, 三分之一公里, 2000/3平方米.
/// Yields: the fraction of that unit.
/// Refuses: measure words (三分之一个县), and units behind what is a share already (百分之三).
enum FractionUnit {
  static func read(_ reader: OperandReader, _ draft: inout Draft) {
    guard draft.unit == nil, let unit = unit(reader, behind: draft) else { return }
    draft.take(unit)
    draft.rules.add(.fractionUnit)
  }

  /// The unit of measure directly behind `draft`.
  static func unit(_ reader: OperandReader, behind draft: Draft) -> UnitReading? {
    var numeral = Numeral(start: draft.start, end: draft.end, value: draft.value)
    numeral.style = draft.style
    numeral.glyphs = draft.glyphs
    guard let unit = reader.units.read(at: draft.end, numeral: numeral) else { return nil }
    return switch unit.name.kind {
    case .area, .mass, .length, .volume: unit
    // 三分之一年级学生
    case .duration: reader.text.isClauseEnd(unit.end) ? unit : nil
    default: nil
    }
  }
}
