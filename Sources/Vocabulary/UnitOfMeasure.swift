public import Records

/// A unit as `units.tsv` has it.
public struct UnitOfMeasure: Sendable {
  /// Its id: `mu`, `CNY`, `percent`.
  public let id: String
  /// The ways in which it is written, without 万 and 亿: `亩`, `市亩`.
  public let surfaces: [String]
  /// What it measures.
  public let kind: QuantityKind
  /// The dimension's name in the table: `area`, `currency`, `area_density`.
  public let dimension: String
  /// How many standard units it is; nothing where it must not be converted.
  public let factor: Fraction?
  /// The unit of the dimension that values are compared in: `m2`.
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
    "id", "surfaces", "kind", "dimension", "factor", "standard_unit", "ucum", "qudt", "ambiguous", "note",
  ]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    id = String(row["id"])
    surfaces = row.list("surfaces").map(String.init)
    guard let kind = QuantityKind(rawValue: String(row["kind"])) else {
      throw table.fault(row, "kind", "\"\(row["kind"])\" is no kind of quantity")
    }
    self.kind = kind
    dimension = String(row["dimension"])
    factor = try Self.factor(row, in: table)
    standardUnit = String(row["standard_unit"])
    ucum = row["ucum"].isEmpty ? nil : String(row["ucum"])
    qudt = row["qudt"].isEmpty ? nil : String(row["qudt"])
    isAmbiguous = row["ambiguous"] == "yes"
  }

  /// Reads `2000/3`, `500` or nothing.
  private static func factor(_ row: Table.Row, in table: Table) throws(Fault) -> Fraction? {
    let cell = row["factor"]
    if cell.isEmpty { return nil }
    let parts = cell.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let above = Int128(parts[0]), let below = Int128(parts.count == 2 ? parts[1] : "1"),
      above > 0, below > 0, let fraction = try? Fraction(above, below)
    else { throw table.fault(row, "factor", "\"\(cell)\" is no fraction such as 2000/3") }
    return fraction
  }
}
