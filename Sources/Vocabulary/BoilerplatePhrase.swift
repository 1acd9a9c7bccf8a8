internal import Records

/// A phrase that pages carry beside their articles: a row of `boilerplate.tsv`.
public struct BoilerplatePhrase: Hashable, Sendable {
  /// The phrase.
  public let words: String
  /// Where in a line it counts.
  public let place: Place
  /// What it does away with.
  public let effect: Boilerplate

  /// Where in a line a phrase counts.
  public enum Place: String, CaseIterable, Sendable {
    /// At its start, marks aside.
    case start
    /// Where it is all of the line, marks aside.
    case whole
    /// Anywhere.
    case anywhere
  }

  static let columns = ["phrase", "place", "effect"]

  /// What no other row may repeat.
  var key: String { "\(words)\t\(place.rawValue)" }

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    words = table.text(row, "phrase")
    place = try table.value(row, "place")
    effect = try table.value(row, "effect")
  }
}

/// What a phrase of boilerplate does away with.
public enum Boilerplate: String, CaseIterable, Sendable {
  /// The line that it stands in.
  case line
  /// The line, and all of the main text behind it.
  case tail
  /// The page: it says that something went wrong.
  case error
  /// The line, and what stands around it in the imprint of the site.
  case imprint
}
