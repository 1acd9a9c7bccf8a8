/// A number of the text with all that belongs to it: its unit, its bounds, its reading.
public struct Quantity: Hashable, Sendable {
  /// Where it stands, marks of approximation included: `约3万亩`, `8万元以上`.
  public var span: ByteSpan
  /// Where its bare number stands, without unit and marks: `3万`, `8万`.
  public var numeral: ByteSpan
  /// What sort of quantity it is.
  public var kind: QuantityKind
  /// The printed number in `unit`, 万 and 亿 multiplied out; nothing for a range.
  public var value: ExactDecimal?
  /// The lower end, where the text gives one.
  public var low: Bound?
  /// The upper end, where the text gives one.
  public var high: Bound?
  /// How the printed number stands to the true one.
  public var relation: Relation
  /// The unit as printed, without 万 and 亿: `亩`, `元`, `人次`; empty for a bare number.
  public var unit: String
  /// `value` in `standardUnit`; nothing for a range and where there is no factor.
  public var standardValue: ExactDecimal?
  /// The unit of the dimension that values are compared in: `m2`, `CNY`; empty where there is none.
  public var standardUnit: String
  /// Whether `standardValue` is exact, or rounded by the rule of `ExactDecimal.multiplied(by:)`.
  public var isExact: Bool
  /// How the numeral was read.
  public var reading: Reading
  /// The names of the rules that made it, in the order in which they did.
  public var rules: [String]

  /// Makes an exact, bare number.
  public init(span: ByteSpan, numeral: ByteSpan, kind: QuantityKind, value: ExactDecimal?) {
    self.span = span
    self.numeral = numeral
    self.kind = kind
    self.value = value
    relation = .equal
    unit = ""
    standardUnit = ""
    isExact = true
    reading = .strict
    rules = []
  }
}

/// An end of an interval.
public struct Bound: Hashable, Sendable {
  /// Where the interval ends.
  public var value: ExactDecimal
  /// Whether that value belongs to it: 以上 and 以下 include it, 超过 and 不足 do not
  /// (Civil Code of the PRC, article 1259).
  public var isClosed: Bool

  /// Makes the end.
  public init(_ value: ExactDecimal, isClosed: Bool) {
    self.value = value
    self.isClosed = isClosed
  }
}

/// How a printed number stands to the true one.
public enum Relation: String, CaseIterable, Sendable {
  /// It is the number.
  case equal = "eq"
  /// About: 约 近 将近 左右 上下.
  case approximate = "approx"
  /// More than: 余 多 超 突破 逾.
  case greater = "gt"
  /// At least: 以上 不低于 至少.
  case greaterOrEqual = "ge"
  /// Less than: 不足 不到 低于.
  case less = "lt"
  /// At most: 以下 以内 不超过.
  case lessOrEqual = "le"
  /// Between two printed numbers: 3—5万元.
  case range = "range"
}

/// What sort of quantity a number is, by its unit.
public enum QuantityKind: String, CaseIterable, Sendable {
  case count, money, share, area, mass, length, volume, duration, age, energy, power, temperature, speed
  case ratio, ordinal, derived, number
}

/// How freely a numeral was read.
public enum Reading: String, CaseIterable, Sendable {
  /// As the rules of written numerals have it: 三万五千, 35,000.
  case strict
  /// Not quite so, but with one meaning: 3万4000, 一千零五万.
  case normal
  /// As people speak: 三万五 is 35000.
  case colloquial
}

/// A time that the text names.
public struct PeriodMention: Hashable, Sendable {
  /// Where it stands.
  public var span: ByteSpan
  /// The time.
  public var period: Period
  /// How the time was known.
  public var basis: PeriodBasis
  /// Whether it is a point reached (年末, 截至6月底) rather than a stretch passed.
  public var isInstant: Bool
  /// The names of the rules that made it.
  public var rules: [String]

  /// Makes the mention.
  public init(
    span: ByteSpan, period: Period, basis: PeriodBasis = .stated, isInstant: Bool = false,
    rules: [String] = []
  ) {
    self.span = span
    self.period = period
    self.basis = basis
    self.isInstant = isInstant
    self.rules = rules
  }
}

/// How a period is known.
public enum PeriodBasis: String, CaseIterable, Sendable {
  /// The words beside the number say it in full.
  case stated
  /// The words say it against the date of publication: 去年, 本月.
  case relative
  /// It was carried from a clause, sentence, heading or title before.
  case inherited
  /// Only the date of publication is known, and the words say now: 目前, 现有.
  case published
}

/// What was read in one text: quantities and periods in order, none overlapping another of its sort.
public struct Annotation: Sendable {
  /// The quantities in order.
  public var quantities: [Quantity]
  /// The periods in order.
  public var periods: [PeriodMention]
  /// What was doubtful: spans count in the same text.
  public var findings: [Finding]

  /// Makes an annotation.
  public init(quantities: [Quantity] = [], periods: [PeriodMention] = [], findings: [Finding] = []) {
    self.quantities = quantities
    self.periods = periods
    self.findings = findings
  }
}
