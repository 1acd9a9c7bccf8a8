internal import Records

/// A part that is one of a kind wherever it stands, as `breakdowns.tsv` has it.
struct Breakdown: Sendable {
  /// What the part is called: 男, 城镇.
  let part: String
  /// By what its whole is broken down: `sex`, `residence`.
  let dimension: String

  static let columns = ["part", "dimension", "note"]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    (part, dimension) = (table.text(row, "part"), table.text(row, "dimension"))
    guard !dimension.isEmpty, dimension.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      throw table.fault(row, "dimension", "\"\(dimension)\" is no word in small letters")
    }
  }
}
