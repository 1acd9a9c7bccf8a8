import Records

/// What a page says of itself, each field with the rule that found it.
struct Metadata {
  var title: String?
  var published: Day?
  /// The day on which the document was signed, 成文日期: stands in where no other day is given.
  var written: Day?
  var author: String?
  var publisher: String?
  /// The name of the site.
  var site: String?
  var originalURL: String?
  var indexNumber: String?
  var issuer: String?
  var documentNumber: String?
  /// For each field that was found, the name of the rule.
  var rules: [String: String] = [:]
  /// The lines that carry it above the text: no part of the text.
  var infoLines: Set<Int> = []
  /// The lines at the head of the text that say who signed it, and when: part of the text.
  var signature: Set<Int> = []

  /// Whether a label or a line beside the title gives the date.
  var isDated: Bool { rules["published"] == "LabelledFields" || rules["published"] == "DateLine" }

  /// Sets a field that has no value yet.
  mutating func set<Value>(
    _ field: WritableKeyPath<Metadata, Value?>, _ value: Value?, _ name: String, by rule: String
  ) {
    guard self[keyPath: field] == nil, let value else { return }
    self[keyPath: field] = value
    rules[name] = rule
  }

  /// Writes the fields into a document; a day that the caller gave it stays.
  func write(to document: inout Document, title found: FoundTitle?) {
    document.rules = rules
    document.title = title
    if let found, title == nil || found.rule == "TitleLine" {
      document.title = found.text
      document.rules["title"] = found.rule
    }
    if document.published == nil {
      document.published = published
    } else {
      document.rules["published"] = "SourceDefaults"
    }
    document.author = author
    document.publisher = publisher
    document.site = site
    document.originalURL = originalURL
    document.issuer = issuer
    document.indexNumber = indexNumber
    document.documentNumber = documentNumber
  }
}
