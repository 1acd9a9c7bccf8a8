import Records

/// A row of `observations.csv` as it is compared with others: read from its record, so that rows which lay on the disk are as
/// good as those in memory.
struct StatedFigure {
  let cells: CSVCells

  init(_ row: ResourceRow) { cells = CSVCells(row.csv) }

  init(_ cells: CSVCells) { self.cells = cells }

  /// The columns by name.
  enum Column {
    static let documentID = index("document_id")
    static let regionCode = index("region_code")
    static let place = index("place")
    static let indicatorID = index("indicator_id")
    static let measure = index("measure")
    static let status = index("status")
    static let value = index("value")
    static let relation = index("relation")
    static let unit = index("unit")
    static let standardValue = index("standard_value")
    static let standardUnit = index("standard_unit")
    static let text = index("text")
    static let periodStart = index("period_start")
    static let periodEnd = index("period_end")
    static let breakdown = index("breakdown")
    static let statusNote = index("status_note")
    static let published = index("published")
    static let tier = index("tier")

    static func index(_ name: String) -> Int {
      guard
        let index = Resource<ObservationRow>.observations.schema.fields.firstIndex(where: { $0.name == name })
      else { preconditionFailure("observations have no column \(name)") }
      return index
    }
  }

  var documentID: String { cells[Column.documentID] }
  var tier: String { cells[Column.tier] }
  /// The day of publication; days in this form compare as texts.
  var published: String { cells[Column.published] }
  var relation: Relation? { Relation(rawValue: cells[Column.relation]) }

  /// The value that is compared: in the standard unit, where there is one.
  var comparedValue: ExactDecimal? {
    ExactDecimal(cells[cells.isEmpty(Column.standardUnit) ? Column.value : Column.standardValue])
  }

  /// How far the true value may be from `comparedValue`: half of what the last printed digit counts.
  var tolerance: ExactDecimal? {
    guard let compared = comparedValue, let value = ExactDecimal(cells[Column.value]) else { return nil }
    let digits = PrintedNumber(value, surface: cells[Column.text]).significand.magnitude
    guard digits > 0, digits < UInt128(Int128.max / 4), let half = try? Fraction(1, 2 * Int128(digits)),
      let tolerance = try? compared.multiplied(by: half).value
    else { return .zero }
    return tolerance.isNegative ? tolerance.negated : tolerance
  }
}

extension StatedFigure {
  /// Whether both cannot be true: two numbers that no rounding makes one, or a number beyond the other's bound.
  ///
  /// What is about a number (约) or between two says nothing against another.
  func contradicts(_ other: StatedFigure) -> Bool {
    guard let own = comparedValue, let its = other.comparedValue, own != its,
      cells[Column.standardUnit] == other.cells[Column.standardUnit],
      !cells.isEmpty(Column.standardUnit) || cells[Column.unit] == other.cells[Column.unit],
      let relation, let otherRelation = other.relation,
      let slack = try? tolerance?.adding(other.tolerance ?? .zero),
      let difference = try? own.subtracting(its)
    else { return false }
    let distance = difference.isNegative ? difference.negated : difference
    guard distance >= slack else { return false }
    switch (relation, otherRelation) {
    case (.equal, .equal): return true
    case (.equal, .greater), (.equal, .greaterOrEqual), (.less, .equal), (.lessOrEqual, .equal):
      return own < its
    case (.equal, .less), (.equal, .lessOrEqual), (.greater, .equal), (.greaterOrEqual, .equal):
      return own > its
    default: return false
    }
  }
}
