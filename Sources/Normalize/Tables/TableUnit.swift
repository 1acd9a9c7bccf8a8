internal import Records
internal import Vocabulary

/// A unit that stands in a heading or caption, put to the numbers below it: 单位：万元 makes 12 into 120000 元.
enum TableUnit {
  private static let multipliers: [(word: String, power: Int)] = [
    ("百亿", 10), ("千万", 7), ("百万", 6), ("十万", 5), ("万亿", 12), ("亿", 8), ("万", 4), ("千", 3), ("百", 2),
  ]

  /// The unit of a number where a caption gives several: of 公顷、% the sign is that of rates, the other that of amounts; as
  /// many as there are columns are theirs in order (亩、公斤、吨).
  ///
  /// - Parameter column: which of the columns of numbers it stands in, and how many there are.
  static func one(of unit: String, isRate: Bool, column: (index: Int, count: Int)) -> String {
    guard unit.unicodeScalars.contains(where: { "、，,；; ".unicodeScalars.contains($0) }) else { return unit }
    let units = unit.unicodeScalars.split { "、，,；; ".unicodeScalars.contains($0) }.map(String.init)
    if units.count == column.count, ["%", "％", "‰"].contains(units[column.index]) == isRate {
      return units[column.index]
    }
    let signs = units.filter { ["%", "％", "‰"].contains($0) }
    let others = units.filter { !["%", "％", "‰"].contains($0) }
    guard signs.count == 1, others.count == 1 else { return unit }
    return isRate ? signs[0] : others[0]
  }

  /// The unit that a name is of, with 万 and 亿 before it or without.
  static func known(_ unit: String, _ vocabulary: Vocabulary) -> UnitOfMeasure? {
    if let own = vocabulary.units(written: unit).first { return own }
    for (word, _) in multipliers where unit.begins(with: word) {
      if let own = vocabulary.units(written: String(unit.dropFirst(word.count))).first { return own }
    }
    return nil
  }

  /// Gives the quantity the unit, with 万 and 亿 multiplied out and the standard value worked out.
  static func apply(_ unit: String, to quantity: inout Quantity, _ vocabulary: Vocabulary) {
    if unit.isEmpty { return }
    var (name, power) = (unit, 0)
    if vocabulary.units(written: unit).isEmpty || unit.begins(with: "万") || unit.begins(with: "亿") {
      for (word, exponent) in multipliers where unit.begins(with: word) {
        let rest = String(unit.dropFirst(word.count))
        if rest.isEmpty || !vocabulary.units(written: rest).isEmpty {
          (name, power) = (rest, exponent)
          break
        }
      }
    }
    if name == "％" { name = "%" }
    quantity.unit = name
    quantity.value = quantity.value.flatMap { try? $0.shifted(by: power) }
    guard let known = vocabulary.units(written: name).first else { return }
    quantity.kind = known.kind
    quantity.standardUnit = known.standardUnit
    guard let factor = known.factor, let value = quantity.value,
      let scaled = try? value.multiplied(by: factor)
    else { return }
    (quantity.standardValue, quantity.isExact) = (scaled.value, scaled.isExact)
  }
}
