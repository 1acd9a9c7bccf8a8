internal import Records

/// A place of GB/T 2260: a province, a prefecture or a county, as it was for some years.
public struct Place: Hashable, Sendable {
  /// The six-digit code.
  public let code: String
  /// The name in full: 江口县.
  public let name: String
  /// The name without its class: 江口.
  public let shortName: String
  /// What else it is usually called: 凉山州 for 凉山彝族自治州, 酉阳县 for an autonomous county, 巴州 for 巴音郭楞.
  public let usualNames: [String]
  /// Where it stands in the order of places.
  public let level: PlaceLevel
  /// The code of the place that it belonged to; nothing for a province.
  ///
  /// Where the code book puts only a heading between (市辖区, 省直辖县级行政区划), it is the province's.
  public let parent: String?
  /// The first and last year of which the row holds; `Place.today` as the last means: until today.
  public let years: ClosedRange<Int>
  /// The code that the same place has today; nothing where that is `code` itself.
  public let successor: String?

  /// The last year of a row that still holds.
  public static let today = 9999

  /// Whether the row still holds.
  public var isCurrent: Bool { years.upperBound == Self.today }

  /// Everything that it is called, each name once, the full one first.
  public var names: [String] {
    (shortName == name ? [name] : [name, shortName]) + usualNames
  }

  /// The columns of the table.
  static let columns = ["code", "name", "short", "level", "parent", "from", "to", "successor"]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    code = try Self.code(row, "code", in: table) ?? ""
    name = table.text(row, "name")
    if name.isEmpty { throw table.fault(row, "name", "is empty") }
    var shortNames = table.list(row, "short")
    shortName = shortNames.isEmpty ? "" : shortNames.removeFirst()
    usualNames = Self.usualName(name, shortName).map { [$0] + shortNames } ?? shortNames
    let level = table.text(row, "level")
    guard let known = PlaceLevel(rawValue: level) else {
      throw table.fault(row, "level", "\"\(level)\" is no level; there are province, prefecture, county")
    }
    self.level = known
    parent = try Self.code(row, "parent", in: table)
    let first = try Self.year(row, "from", in: table)
    let last = try Self.year(row, "to", in: table) ?? Self.today
    guard let first else { throw table.fault(row, "from", "is empty") }
    guard first <= last else { throw table.fault(row, "to", "\(last) is before \(first)") }
    years = first...last
    successor = try Self.code(row, "successor", in: table)
  }

  /// The short name with its class, where the full one names peoples between the two.
  private static func usualName(_ name: String, _ short: String) -> String? {
    for tail in ["州", "县", "旗"] where name.hasSuffix("自治" + tail) && !short.isEmpty {
      return short + tail
    }
    return nil
  }

  /// Whether `name`, which is one of the place's names, has its class: 凉山州, but not 凉山.
  public func isNamedInFull(by name: String) -> Bool { name != shortName || name == self.name }

  private static func code(
    _ row: Table.Row, _ column: String, in table: Table
  ) throws(Fault) -> String? {
    let cell = table.text(row, column)
    if cell.isEmpty { return nil }
    guard cell.utf8.count == 6, cell.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw table.fault(row, column, "expected a six-digit code, found \"\(cell)\"")
    }
    return cell
  }

  private static func year(
    _ row: Table.Row, _ column: String, in table: Table
  ) throws(Fault) -> Int? {
    let cell = table.text(row, column)
    if cell.isEmpty { return nil }
    guard cell.utf8.count == 4, let year = Int(cell), year > 0 else {
      throw table.fault(row, column, "expected a year, found \"\(cell)\"")
    }
    return year
  }
}

/// The order of places.
public enum PlaceLevel: String, CaseIterable, Sendable {
  case province, prefecture, county
}
