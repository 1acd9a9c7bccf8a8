internal import Records

/// How many figures there are for region, indicator and year, counted from a stream that has a region's figures side by side.
///
/// Memory grows with the cells that are not empty.
struct Coverage: Sendable {
  /// A region of the table.
  struct Region: Sendable {
    let code: String
    var name: String
    var count = 0
    /// The figures by indicator, as the list of indicators numbers it, and year.
    var cells: [Int: [Int: Int]] = [:]
  }

  private(set) var regions: [Region] = []
  /// The indicators in the order in which they first came.
  private(set) var indicators: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func add(_ figure: Figure) {
    guard let code = figure.regionCode.flatMap(RegionCode.init)?.text else { return }
    if regions.last?.code != code { regions.append(Region(code: code, name: code)) }
    let last = regions.count - 1
    regions[last].count += 1
    if let name = figure.regionName { regions[last].name = name }
    guard let id = figure.indicatorID, let year = figure.period?.end.year else { return }
    let number = numbers[id] ?? indicators.count
    if number == indicators.count {
      numbers[id] = number
      indicators.append(id)
    }
    regions[last].cells[number, default: [:]][year, default: 0] += 1
  }

  /// The years that have figures, the latest `limit` of them, rising.
  func years(limit: Int) -> [Int] {
    let all = Set(regions.flatMap { $0.cells.values.flatMap(\.keys) })
    return Array(all.sorted().suffix(limit))
  }

  /// The regions with the most figures, at most `limit`, in the order of their codes.
  func largest(_ limit: Int) -> [Region] {
    let largest = regions.sorted { $0.count != $1.count ? $0.count > $1.count : $0.code < $1.code }.prefix(
      limit)
    return largest.sorted { $0.code < $1.code }
  }
}

extension Coverage.Region {
  /// How many indicators have a figure in the year.
  func indicators(in year: Int) -> Int { cells.values.count { $0[year] != nil } }
}
