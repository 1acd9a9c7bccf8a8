import CVocabulary
public import Records

/// What the furniture of pages is called: containers, labels of the info line, boilerplate.
public struct PageWords: Sendable {
  /// Roles of containers by the whole name of a class or an id, in small letters.
  public let wholeNames: [[UInt8]: ContainerRole]
  /// Roles of containers by one word of such a name: `footer` of `page-footer`.
  public let nameWords: [[UInt8]: ContainerRole]
  /// Labels such as 发布时间; a match's payload counts in `PageLabel.allCases`.
  public let labels: Lexicon
  /// Boilerplate that a line begins with; a match's payload counts in `Boilerplate.allCases`.
  public let lineStarts: Lexicon
  /// Boilerplate that is a line by itself, marks around it aside.
  public let wholeLines: [[UInt8]: Boilerplate]
  /// Boilerplate anywhere in a line.
  public let lineParts: Lexicon

  /// The tables within the program.
  ///
  /// - Throws: a `Fault` where one of them is malformed, which the tests exclude.
  public static func builtIn() throws(Fault) -> PageWords {
    try PageWords(
      containers: embedded("containers.tsv", cvocabulary_containers),
      labels: embedded("labels.tsv", cvocabulary_labels),
      boilerplate: embedded("boilerplate.tsv", cvocabulary_boilerplate))
  }

  /// A table's name and its bytes.
  typealias Source = (file: String, bytes: UnsafeBufferPointer<UInt8>)

  private static func embedded(
    _ file: String, _ table: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?
  ) -> Source {
    var count = 0
    let start = table(&count)
    return (file, UnsafeBufferPointer(start: start, count: count))
  }

  init(containers: Source, labels: Source, boilerplate: Source) throws(Fault) {
    var names: [String: [[UInt8]: ContainerRole]] = ["whole": [:], "word": [:]]
    let containers = try Table(
      file: containers.file, bytes: containers.bytes, columns: ["name", "match", "role"])
    for row in containers.rows {
      let role: ContainerRole = try Self.parsed(row, "role", in: containers)
      let match = String(row["match"])
      guard names[match] != nil else {
        throw containers.fault(row, "match", "expected whole or word, found \"\(match)\"")
      }
      guard names[match]?.updateValue(role, forKey: Array(row["name"].utf8)) == nil else {
        throw containers.fault(row, "name", "\(row["name"]) stands here twice")
      }
    }
    wholeNames = names["whole"] ?? [:]
    nameWords = names["word"] ?? [:]

    let labelTable = try Table(file: labels.file, bytes: labels.bytes, columns: ["label", "field"])
    self.labels = Lexicon(
      try labelTable.rows.map { row throws(Fault) in
        let field: PageLabel = try Self.parsed(row, "field", in: labelTable)
        return (String(row["label"]), PageLabel.allCases.firstIndex(of: field) ?? 0)
      })

    let phrases = try Table(
      file: boilerplate.file, bytes: boilerplate.bytes, columns: ["phrase", "place", "effect"])
    var starts: [(word: String, payload: Int)] = []
    var parts: [(word: String, payload: Int)] = []
    var whole: [[UInt8]: Boilerplate] = [:]
    for row in phrases.rows {
      let effect: Boilerplate = try Self.parsed(row, "effect", in: phrases)
      let payload = Boilerplate.allCases.firstIndex(of: effect) ?? 0
      switch row["place"] {
      case "start": starts.append((String(row["phrase"]), payload))
      case "anywhere": parts.append((String(row["phrase"]), payload))
      case "whole": whole[Array(row["phrase"].utf8)] = effect
      default:
        throw phrases.fault(row, "place", "expected start, whole or anywhere, found \"\(row["place"])\"")
      }
    }
    lineStarts = Lexicon(starts)
    lineParts = Lexicon(parts)
    wholeLines = whole
  }

  private static func parsed<Value: RawRepresentable & CaseIterable>(
    _ row: Table.Row, _ column: String, in table: Table
  ) throws(Fault) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: String(row[column])) else {
      let known = Value.allCases.map { "\($0.rawValue)" }.joined(separator: ", ")
      throw table.fault(row, column, "expected one of \(known), found \"\(row[column])\"")
    }
    return value
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

/// What a label of a page's info line introduces.
public enum PageLabel: String, CaseIterable, Sendable {
  case published, publisher, author, editor, counter, control, topic, issuer
  case indexNumber = "index_number"
  case documentNumber = "document_number"
  case originalURL = "original_url"
}

/// What a phrase of boilerplate does away with.
public enum Boilerplate: String, CaseIterable, Sendable {
  /// The line that it stands in.
  case line
  /// The line, and all of the main text behind it.
  case tail
  /// The page: it says that something went wrong.
  case error
}
