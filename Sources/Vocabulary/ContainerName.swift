internal import Records

/// A name that classes and ids of elements have, and what it says about the element: a row of
/// `containers.tsv`.
public struct ContainerName: Hashable, Sendable {
  /// The name, in small letters.
  public let name: String
  /// Whether it is a whole class or id, or one word of it.
  public let match: Match
  /// What the element holds.
  public let role: ContainerRole

  /// How much of a class or an id a name is.
  public enum Match: String, CaseIterable, Sendable {
    /// All of it: `trs_editor`.
    case whole
    /// A word of it: `footer` of `page-footer` and of `pageFooter`.
    case word
  }

  static let columns = ["name", "match", "role"]

  /// What no other row may repeat.
  var key: String { "\(name) \(match.rawValue)" }

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    name = table.text(row, "name")
    match = try table.value(row, "match")
    role = try table.value(row, "role")
    guard !name.isEmpty, name == name.lowercased() else {
      throw table.fault(row, "name", "expected small letters, found \"\(name)\"")
    }
  }
}

/// What a container's name says that it holds.
public enum ContainerRole: String, CaseIterable, Sendable {
  /// The main text.
  case body
  /// The headline.
  case title
  /// The line with date and source.
  case info
  /// What is not of the article: navigation, footers, lists of other pages.
  case aside
}

extension Table {
  /// The cell as one of a few words.
  func value<Value: RawRepresentable & CaseIterable>(
    _ row: Row, _ column: String
  ) throws(Fault) -> Value where Value.RawValue == String {
    let text = text(row, column)
    guard let value = Value(rawValue: text) else {
      let known = Value.allCases.map { "\($0.rawValue)" }.joined(separator: ", ")
      throw fault(row, column, "expected one of \(known), found \"\(text)\"")
    }
    return value
  }
}
