public import Records

/// An indicator as `indicators.tsv` has it.
public struct Indicator: Hashable, Sendable {
  /// Its id: ASCII, at most 32 characters, a valid column name in Stata.
  public let id: String
  /// Its name in Chinese.
  public let name: String
  /// The other ways in which the same thing is written.
  public internal(set) var variants: [String]
  /// Those of its forms that are common words (镇 男 医生): they name the indicator only where more
  /// than the word speaks for it, such as a unit of `units` right beside them.
  public internal(set) var weakForms: Set<String>
  /// Its name in English.
  public let englishName: String
  /// What it measures: the dimension of the units that it may stand in.
  public let dimension: String
  /// The ids of the units that it usually stands in.
  public let units: [String]
  /// Whether it is a stock, a flow, a rate, a share or a growth.
  public let kind: IndicatorKind
  /// The group that it belongs to: `agriculture`.
  public let category: String
  /// The id of the unit that `typical` and `plausible` are given in.
  public let rangeUnit: String
  /// What an ordinary county has, as a judgement: beyond it a value deserves a second look.
  public let typical: IndicatorRange
  /// What any county can have; beyond it a value has been misread.
  public let plausible: IndicatorRange

  /// Every form in which it is written: the name first.
  public var forms: [String] { [name] + variants }

  /// Whether `form` counts only with more evidence.
  public func isWeak(_ form: String) -> Bool { weakForms.contains(form) }

  /// The columns of the table, in the order of the built-in one.
  public static let columns = [
    "id", "name", "variants", "weak", "name_en", "dimension", "units", "range_unit", "typical_min",
    "typical_max", "hard_min", "hard_max", "kind", "category", "note",
  ]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    id = table.text(row, "id")
    guard Self.isColumnName(id) else {
      throw table.fault(
        row, "id", "\"\(id)\" is no name of a column: at most 32 ASCII letters, digits and _, no digit first")
    }
    name = table.text(row, "name")
    if name.isEmpty { throw table.fault(row, "name", "is empty") }
    variants = table.list(row, "variants")
    let weak = table.list(row, "weak")
    for form in weak where form != name && !variants.contains(form) {
      throw table.fault(row, "weak", "\"\(form)\" is neither the name nor a variant")
    }
    weakForms = Set(weak)
    englishName = table.text(row, "name_en")
    dimension = table.text(row, "dimension")
    units = table.list(row, "units")
    let kind = table.text(row, "kind")
    guard let known = IndicatorKind(rawValue: kind) else {
      throw table.fault(row, "kind", "\"\(kind)\" is no kind of indicator")
    }
    self.kind = known
    category = table.text(row, "category")
    rangeUnit = table.text(row, "range_unit")
    typical = try IndicatorRange(
      low: table.number(row, "typical_min"), high: table.number(row, "typical_max"))
    plausible = try IndicatorRange(
      low: table.number(row, "hard_min"), high: table.number(row, "hard_max"))
  }
}

extension Indicator {
  /// Whether every tool takes a text for the name of a column: at most 32 ASCII letters, digits
  /// and `_`, no digit first (Stata's are the shortest).
  public static func isColumnName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return false
    }
    return text.utf8.count <= 32
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}

/// What sort of figure an indicator is.
public enum IndicatorKind: String, CaseIterable, Sendable {
  /// What there is at a point in time: 年末常住人口.
  case stock
  /// What happened over a stretch of time: 地区生产总值.
  case flow
  /// An amount for each of something: 单产, 死亡率.
  case rate
  /// A part of a whole: 森林覆盖率.
  case share
  /// A change against an earlier time: 增速.
  case growth
}

/// An interval whose ends belong to it; an end that is missing leaves it open.
public struct IndicatorRange: Hashable, Sendable {
  /// The lower end.
  public let low: ExactDecimal?
  /// The upper end.
  public let high: ExactDecimal?

  /// Makes the interval.
  public init(low: ExactDecimal?, high: ExactDecimal?) {
    (self.low, self.high) = (low, high)
  }

  /// Whether `value` lies within.
  public func contains(_ value: ExactDecimal) -> Bool {
    if let low, value < low { return false }
    if let high, value > high { return false }
    return true
  }
}

/// One form of an indicator, as `Vocabulary.indicatorWords` finds it.
public struct IndicatorForm: Hashable, Sendable {
  /// The words.
  public let words: String
  /// Where the indicators that are written so stand in `Vocabulary.indicators`: nearly always one.
  public internal(set) var indicators: [Int]
  /// Whether the words count only with more evidence.
  public internal(set) var isWeak: Bool
}
