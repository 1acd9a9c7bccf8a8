internal import Load
internal import Records
internal import Vocabulary

/// Which rows of the tables are wanted: conditions on region, indicator and period, all of which must hold.
struct RowFilter {
  /// The codes, and what those of all places within begin with.
  private var regions: [(code: String, prefix: String)] = []
  private var indicators: Set<String> = []
  private var periods: [Period] = []

  /// Whether every row is wanted.
  var isEmpty: Bool { regions.isEmpty && indicators.isEmpty && periods.isEmpty }

  /// Reads conditions: `region=520600` with all below it, `indicator=gdp`, `period=2019/2022`. Of several for the same thing one
  /// must hold.
  ///
  /// - Throws: a `Stop` with status 64 for what is no condition.
  init(_ conditions: [String]) throws(Stop) {
    for condition in conditions {
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      switch (parts[0], parts.count == 2 ? parts[1] : "") {
      case ("region", let code) where Configuration.isRegionCode(code):
        regions.append((code, Self.prefix(of: code)))
      case ("indicator", let id) where !id.isEmpty: indicators.insert(id)
      case ("period", let label):
        guard let period = Period(label: label) else { throw Self.stop(condition) }
        periods.append(period)
      default: throw Self.stop(condition)
      }
    }
  }

  /// Holds the conditions against what there is, so that a slip of the pen does not give an empty set.
  ///
  /// - Throws: a `Stop` with status 64 where neither a dictionary of `set` nor the vocabulary knows a region or an indicator.
  func check(against set: TableSet, _ vocabulary: Vocabulary) throws {
    for region in regions where vocabulary.gazetteer.history(of: region.code).isEmpty {
      let known = try set.texts(in: "region_code", of: "regions")
      guard known.contains(where: { $0.hasPrefix(region.prefix) }) else {
        throw Stop(.usage, "--where: no region has the code \(region.code)")
      }
    }
    for id in indicators.sorted() where vocabulary.indicator(id: id) == nil {
      guard try set.texts(in: "indicator_id", of: "indicators").contains(id) else {
        throw Stop(.usage, "--where: no indicator has the id \(id)")
      }
    }
  }

  private static func stop(_ condition: String) -> Stop {
    Stop(
      .usage,
      "--where: expected region=520600, indicator=gdp or period=2019/2022, found \"\(condition)\"")
  }

  /// What the codes of all places within begin with: 520000 is a province, 520600 a prefecture.
  private static func prefix(of code: String) -> String {
    if code.hasSuffix("0000") { return String(code.prefix(2)) }
    return code.hasSuffix("00") ? String(code.prefix(4)) : code
  }

  /// A filter for the rows of a table; nothing where the table has none of the columns.
  func test(for schema: TableSchema) -> ((CSVCells) -> Bool)? {
    func index(_ name: String) -> Int? { schema.fields.firstIndex { $0.name == name } }
    guard !isEmpty, let region = index("region_code"), let indicator = index("indicator_id"),
      let period = index("period")
    else { return nil }
    return { cells in
      (regions.isEmpty || regions.contains { cells[region].hasPrefix($0.prefix) })
        && (indicators.isEmpty || indicators.contains(cells[indicator]))
        && (periods.isEmpty || holds(Period(label: cells[period])))
    }
  }

  /// Whether a period lies within one of those wanted.
  private func holds(_ period: Period?) -> Bool {
    guard let period else { return false }
    return periods.contains { $0.start <= period.start && period.end <= $0.end }
  }
}
