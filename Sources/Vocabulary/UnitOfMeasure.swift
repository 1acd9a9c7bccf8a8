public import Records

/// A unit as `units.tsv` has it.
public struct UnitOfMeasure: Hashable, Sendable {
  /// Its id: `mu`, `CNY`, `percent`.
  public let id: String
  /// The ways in which it is written, without 万 and 亿, the usual one first: `亩`, `市亩`.
  public internal(set) var surfaces: [String]
  /// What it measures.
  public let kind: QuantityKind
  /// The dimension's name in the table: `area`, `currency`, `count`.
  public let dimension: String
  /// How many standard units it is; nothing where it must not be converted.
  public let factor: Fraction?
  /// The unit that values are compared in: `m2`; 人 and 户 each their own, as they are not compared.
  public let standardUnit: String
  /// The Unified Code for Units of Measure, where there is one.
  public let ucum: String?
  /// The QUDT identifier, where there is one.
  public let qudt: String?
  /// Whether its surface means something else more often (分 两 里 成 点): it counts only where the
  /// context decides.
  public let isAmbiguous: Bool

  /// The columns of the table.
  static let columns = [
    "id", "surfaces", "kind", "dimension", "factor", "standard_unit", "ucum", "qudt", "ambiguous",
    "note",
  ]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    id = table.text(row, "id")
    surfaces = table.list(row, "surfaces")
    let kind = table.text(row, "kind")
    guard let known = QuantityKind(rawValue: kind) else {
      throw table.fault(row, "kind", "\"\(kind)\" is no kind of quantity")
    }
    self.kind = known
    dimension = table.text(row, "dimension")
    if dimension.isEmpty { throw table.fault(row, "dimension", "is empty") }
    factor = try Self.factor(row, in: table)
    standardUnit = table.text(row, "standard_unit")
    ucum = table.optionalText(row, "ucum")
    qudt = table.optionalText(row, "qudt")
    isAmbiguous = try table.flag(row, "ambiguous")
  }

  /// Reads `2000/3`, `500` or nothing.
  private static func factor(_ row: Table.Row, in table: Table) throws(Fault) -> Fraction? {
    let cell = table.text(row, "factor")
    if cell.isEmpty { return nil }
    let parts = cell.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let above = Int128(parts[0]),
      let below = Int128(parts.count == 2 ? parts[1] : "1"), above > 0, below > 0,
      let fraction = try? Fraction(above, below)
    else { throw table.fault(row, "factor", "\"\(cell)\" is no fraction such as 2000/3") }
    return fraction
  }
}

extension Table {
  /// Reads `yes`, or nothing for no.
  func flag(_ row: Row, _ column: String) throws(Fault) -> Bool {
    switch text(row, column) {
    case "": return false
    case "yes": return true
    case let other: throw fault(row, column, "\"\(other)\" is neither yes nor empty")
    }
  }

  /// Reads a plain decimal, or nothing.
  func number(_ row: Row, _ column: String) throws(Fault) -> ExactDecimal? {
    let cell = text(row, column)
    if cell.isEmpty { return nil }
    guard let value = ExactDecimal(cell) else {
      throw fault(row, column, "\"\(cell)\" is no plain decimal")
    }
    return value
  }
}
