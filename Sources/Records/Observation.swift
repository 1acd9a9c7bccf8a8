/// One statement of a number: who, what, when, how much, and the very characters that say so.
public struct Observation: Sendable {
  /// A name made of document, span and reading: it stays the same as long as they do.
  public var id: String
  /// The document that says it.
  public var documentID: String
  /// GB/T 2260 code of the place that the number is about.
  public var regionCode: String?
  /// Its name in full at the time: 江口县.
  public var regionName: String?
  /// The town, village or institution inside it that the number is about; nothing where it is all of it.
  public var place: String?
  /// The vocabulary's id; nothing where the vocabulary has none.
  public var indicatorID: String?
  /// The vocabulary's name, else the words of the text.
  public var indicator: String
  /// Which part is meant: `age=35岁以下`, several joined by `;`; empty for the whole.
  public var breakdown: String
  /// Whether the number is a level, a share, a change, ….
  public var measure: Measure
  /// Whether it came about or is meant to.
  public var status: Status
  /// What the status does not tell apart; nothing where there is no more to say.
  public var statusNote: StatusNote?
  /// The number, with its unit and bounds. Its spans count in the document's text.
  public var quantity: Quantity
  /// The time that it is about.
  public var period: Period?
  /// How the time is known; nothing where there is none.
  public var periodBasis: PeriodBasis?
  /// The characters of the page that say the number.
  public var surface: String
  /// Where they stand in the document's text.
  public var span: ScalarSpan
  /// The sentence around them; a table's row for a cell.
  public var sentence: String
  /// The headings and the enumerated measure (一是…) above them, joined by ` / `.
  public var section: String
  /// The names of the rules that made it, in the order in which they did.
  public var rules: [String]

  /// Makes an observation of which only the number is known.
  public init(
    id: String, documentID: String, indicator: String, quantity: Quantity, surface: String, span: ScalarSpan
  ) {
    self.id = id
    self.documentID = documentID
    self.indicator = indicator
    self.quantity = quantity
    self.surface = surface
    self.span = span
    breakdown = ""
    measure = .level
    status = .actual
    sentence = ""
    section = ""
    rules = []
  }
}

/// What a number says of its indicator.
public enum Measure: String, CaseIterable, Sendable {
  /// An amount, or a rate that is a level in percent (覆盖率).
  case level
  /// A part of a whole: 占比, 占…的.
  case share
  /// Growth in % or 倍: 同比增长8.5%.
  case changeRate = "change_rate"
  /// Growth as an amount: 增加21.7亿斤, 提高1.5个百分点.
  case change
  /// Against another region or total: 高于全市平均水平4个百分点.
  case difference
  /// A place in an order: 居全省第2位.
  case rank
}

/// Whether a number came about.
public enum Status: String, CaseIterable, Sendable {
  /// It did.
  case actual
  /// It is a plan, a goal or a forecast: 力争达到, 预期增长.
  case target
}

/// What is finer than whether a number came about or is meant to.
public enum StatusNote: String, CaseIterable, Sendable {
  /// It was reckoned before the accounts were closed: 初步核算.
  case provisional
  /// It is what is expected of a time that is nearly over: 预计.
  case estimated
  /// It is what something can do, not what it did: 可容纳, 年产能, 装机容量.
  case capacity
  /// It is a price, a rate or a standard that is set: 基准地价, 补偿标准.
  case norm
}

/// A law, plan or rule that a document cites between 《 and 》.
public struct Citation: Hashable, Sendable {
  /// The document that cites it.
  public var documentID: String
  /// The title between the marks.
  public var title: String
  /// Where the title stands in the document's text, marks included.
  public var span: ScalarSpan

  /// Makes the citation.
  public init(documentID: String, title: String, span: ScalarSpan) {
    self.documentID = documentID
    self.title = title
    self.span = span
  }
}
