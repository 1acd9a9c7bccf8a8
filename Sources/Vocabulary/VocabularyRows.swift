internal import Records

/// The rows of tables as they are put together: later ones add to those that are there.
struct VocabularyRows {
  private(set) var units: [UnitOfMeasure] = []
  private(set) var indicators: [Indicator] = []
  private(set) var phrases: [Phrase] = []
  private(set) var places: [Place] = []
  private(set) var containers: [ContainerName] = []
  private(set) var labels: [LabelWord] = []
  private(set) var boilerplate: [BoilerplatePhrase] = []
  private(set) var words: [Word] = []
  private(set) var endings: [Ending] = []
  private(set) var surveys: [Survey] = []
  private(set) var breakdowns: [Breakdown] = []
  /// Where the row of an id was read, for faults that are found only when all tables are there.
  private var origins: [String: (table: Table, row: Table.Row)] = [:]

  /// Reads a table on top of what is there.
  mutating func add(_ source: VocabularyTable) throws(Fault) {
    switch source.content {
    case .units:
      let table = try Table(file: source.file, bytes: source.bytes, columns: UnitOfMeasure.columns)
      let new = try table.unique("id", key: \.id) { row throws(Fault) in
        try UnitOfMeasure(row, in: table)
      }
      merge(new, into: &units, key: \.id) { old, new in
        new.surfaces += old.surfaces.filter { !new.surfaces.contains($0) }
      }
    case .indicators:
      let table = try Table(file: source.file, bytes: source.bytes, columns: Indicator.columns)
      let new = try table.unique("id", key: \.id) { row throws(Fault) in
        try Indicator(row, in: table)
      }
      for (indicator, row) in zip(new, table.rows) { origins[indicator.id] = (table, row) }
      merge(new, into: &indicators, key: \.id) { old, new in
        let forms = new.forms
        new.variants += old.forms.filter { !forms.contains($0) }
        new.weakForms.formUnion(old.weakForms.filter { !forms.contains($0) })
      }
    case .phrases:
      let table = try Table(file: source.file, bytes: source.bytes, columns: Phrase.columns)
      let new = try table.unique("phrase", key: \.words) { row throws(Fault) in
        try Phrase(row, in: table)
      }
      merge(new, into: &phrases, key: \.words) { _, _ in }
    case .places:
      let table = try Table(file: source.file, bytes: source.bytes, columns: Place.columns)
      let new = try table.unique("code", key: Self.placeKey) { row throws(Fault) in
        try Place(row, in: table)
      }
      merge(new, into: &places, key: Self.placeKey) { _, _ in }
    case .containers:
      let table = try Table(file: source.file, bytes: source.bytes, columns: ContainerName.columns)
      let new = try table.unique("name", key: \.key) { row throws(Fault) in
        try ContainerName(row, in: table)
      }
      merge(new, into: &containers, key: \.key) { _, _ in }
    case .labels:
      let table = try Table(file: source.file, bytes: source.bytes, columns: LabelWord.columns)
      let new = try table.unique("label", key: \.words) { row throws(Fault) in
        try LabelWord(row, in: table)
      }
      merge(new, into: &labels, key: \.words) { _, _ in }
    case .boilerplate:
      let table = try Table(
        file: source.file, bytes: source.bytes, columns: BoilerplatePhrase.columns)
      let new = try table.unique("phrase", key: \.key) { row throws(Fault) in
        try BoilerplatePhrase(row, in: table)
      }
      merge(new, into: &boilerplate, key: \.key) { _, _ in }
    case .words:
      let table = try Table(file: source.file, bytes: source.bytes, columns: Word.columns)
      let new = try table.unique("word", key: \.text) { row throws(Fault) in
        try Word(row, in: table)
      }
      merge(new, into: &words, key: \.text) { _, _ in }
    case .breakdowns:
      let table = try Table(file: source.file, bytes: source.bytes, columns: Breakdown.columns)
      let new = try table.unique("part", key: \.part) { row throws(Fault) in
        try Breakdown(row, in: table)
      }
      merge(new, into: &breakdowns, key: \.part) { _, _ in }
    case .surveys:
      let table = try Table(file: source.file, bytes: source.bytes, columns: Survey.columns)
      let new = try table.unique("survey", key: \.name) { row throws(Fault) in
        try Survey(row, in: table)
      }
      merge(new, into: &surveys, key: \.name) { _, _ in }
    case .endings:
      let table = try Table(file: source.file, bytes: source.bytes, columns: Ending.columns)
      let new = try table.unique("ending", key: \.text) { row throws(Fault) in
        try Ending(row, in: table)
      }
      merge(new, into: &endings, key: \.text) { _, _ in }
    }
  }

  /// Checks what concerns several tables: the dimensions and units of indicators.
  ///
  /// - Throws: a `Fault` at the indicator's row.
  func check() throws(Fault) {
    let dimensions = Set(units.lazy.map(\.dimension))
    let ids = Set(units.lazy.map(\.id))
    for indicator in indicators {
      guard let (table, row) = origins[indicator.id] else { continue }
      guard dimensions.contains(indicator.dimension) else {
        throw table.fault(
          row, "dimension", "\"\(indicator.dimension)\" is the dimension of no unit")
      }
      for unit in indicator.units where !ids.contains(unit) {
        throw table.fault(row, "units", "\"\(unit)\" is the id of no unit")
      }
      guard indicator.rangeUnit.isEmpty || ids.contains(indicator.rangeUnit) else {
        throw table.fault(row, "range_unit", "\"\(indicator.rangeUnit)\" is the id of no unit")
      }
    }
  }

  /// What tells rows of places apart: the code and the year from which the row holds.
  private struct PlaceKey: Hashable {
    var code: String
    var year: Int
  }

  private static func placeKey(_ place: Place) -> PlaceKey {
    PlaceKey(code: place.code, year: place.years.lowerBound)
  }

  /// Appends what is new; what is known is replaced, after `keep` has carried over what must stay.
  private func merge<Row, Key: Hashable>(
    _ new: [Row], into rows: inout [Row], key: (Row) -> Key, keep: (Row, inout Row) -> Void
  ) {
    if rows.isEmpty { return rows = new }
    var known = Dictionary(uniqueKeysWithValues: rows.enumerated().map { (key($1), $0) })
    for var row in new {
      if let index = known[key(row)] {
        keep(rows[index], &row)
        rows[index] = row
      } else {
        known[key(row)] = rows.count
        rows.append(row)
      }
    }
  }
}
