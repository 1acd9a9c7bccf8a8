internal import Records

/// A set phrase as `phrases.tsv` has it: words with numerals in them that state no plain quantity.
public struct Phrase: Hashable, Sendable {
  /// The words: 两委, 一是, 三台县.
  public let words: String
  /// The class that it belongs to: `idiom`, `name_place`.
  public let phraseClass: String
  /// What is to be done with it.
  public let action: PhraseAction

  /// The columns of the table.
  static let columns = ["phrase", "class", "action", "example", "note"]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    words = table.text(row, "phrase")
    phraseClass = table.text(row, "class")
    if phraseClass.isEmpty { throw table.fault(row, "class", "is empty") }
    let action = table.text(row, "action")
    guard let known = PhraseAction(rawValue: action) else {
      throw table.fault(row, "action", "\"\(action)\" is no action")
    }
    self.action = known
  }
}

/// What a set phrase asks for.
public enum PhraseAction: String, CaseIterable, Sendable {
  /// Its numerals state nothing: 三心二意, 两委, 九江.
  case skip
  /// It names a time: 一季度, 五一.
  case parseTime = "parse_time"
  /// What follows is a plan or a forecast: 预计, 力争.
  case markAsTarget = "mark_as_target"
  /// It bounds the number beside it: 以上, 不足.
  case bound
  /// It states a quantity, but not an exact one: 数十, 上百.
  case quantifyAsApproximate = "quantify_as_approx"
  /// It is written in a way that is folded before anything is read: 1·8%.
  case normalize
  /// Its number is no level of an indicator but a rank, an order or a comparison: 一等奖, 首批.
  case skipAsLevel = "skip_as_level"
  /// It needs a rule of its own: 分别, 由…增至….
  case specialParse = "special_parse"
  /// A page with it is no source: 20XX年.
  case rejectPage = "reject_page"
}
