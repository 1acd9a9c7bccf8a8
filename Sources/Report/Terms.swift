internal import Load
internal import Mustache
internal import Records

/// What people call the codes of the datasets, in Chinese and English.
struct Terms: Sendable {
  /// One thing in both languages.
  struct Term: Sendable {
    let chinese: String
    let english: String
    /// Both as the label that a template takes whole: made once, since pages are full of the same labels.
    let content: any Sendable

    init(chinese: String, english: String) {
      (self.chinese, self.english) = (chinese, english)
      let label = Templates.label(HTMLText.escaped(chinese), HTMLText.escaped(english))
      content = (try? MustacheTemplate(string: label)) ?? chinese
    }

    /// The two in a row, for attributes and options, which hold no elements.
    var plain: String { chinese == english ? chinese : "\(chinese) \(english)" }
  }

  /// The sorts of codes.
  enum Sort: String, CaseIterable, Sendable {
    case measure, status, relation, note, basis, tier, page, mark, finding, reading, origin
  }

  private let terms: [Sort: [String: Term]]
  private let columns: [String: Term]
  private let documentColumns: [String: Term]

  /// Reads a table of four columns: sort, code, Chinese, English.
  ///
  /// - Throws: a `Fault` with the line where a row is none.
  init(_ table: [UInt8]) throws(Fault) {
    var terms: [Sort: [String: Term]] = [:]
    for (index, line) in table.split(separator: UInt8(ascii: "\n")).enumerated().dropFirst() {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard cells.count == 4, let sort = Sort(rawValue: cells[0]), terms[sort]?[cells[1]] == nil else {
        throw Fault(
          file: "terms.tsv", line: index + 1, "is no row of sort, code, Chinese, English, or stands twice")
      }
      terms[sort, default: [:]][cells[1]] = Term(chinese: cells[2], english: cells[3])
    }
    self.terms = terms
    columns = Self.terms(of: Resource.quarantine.schema)
    documentColumns = Self.terms(of: Resource.documents.schema)
  }

  private static func terms(of schema: TableSchema) -> [String: Term] {
    let terms = schema.fields.map { ($0.name, Term(chinese: $0.chineseTitle, english: $0.title)) }
    return Dictionary(terms) { first, _ in first }
  }

  /// The code's term; the code itself where the table has none.
  func callAsFunction(_ sort: Sort, _ code: String) -> Term {
    terms[sort]?[code] ?? Term(chinese: code, english: code)
  }

  /// What a column of `documents.csv` is called.
  func documentColumn(_ name: String) -> Term {
    documentColumns[name] ?? Term(chinese: name, english: name)
  }

  /// What a column of `observations.csv` or `quarantine.csv` is called.
  func column(_ name: String) -> Term { columns[name] ?? Term(chinese: name, english: name) }

  /// The codes of a sort, in order.
  func codes(_ sort: Sort) -> [String] { (terms[sort] ?? [:]).keys.sorted() }
}
