import Records

/// What a page says of itself, each field with the rule that found it.
struct Metadata {
  var title: String?
  var published: Day?
  /// The day on which the document was signed, 成文日期: stands in where no other day is given.
  var written: Day?
  var author: String?
  var publisher: String?
  var originalURL: String?
  var indexNumber: String?
  var issuer: String?
  var documentNumber: String?
  /// For each field that was found, the name of the rule.
  var rules: [String: String] = [:]
  /// The lines that carry it above the text: no part of the text.
  var infoLines: Set<Int> = []

  /// Whether a label or a line beside the title gives the date.
  var isDated: Bool { rules["published"] == "info_line" || rules["published"] == "date_line" }

  /// Writes the fields into a document; a day that the caller gave it stays.
  func write(to document: inout Document, title found: FoundTitle?) {
    document.rules = rules
    document.title = found?.text
    document.rules["title"] = found?.rule
    if let title, found?.rule != "title_line" {
      document.title = title
      document.rules["title"] = "labelled_title"
    }
    if document.published == nil {
      document.published = published
    } else {
      document.rules["published"] = "source_default"
    }
    document.author = author
    document.publisher = publisher
    document.originalURL = originalURL
    document.issuer = issuer
    document.indexNumber = indexNumber
    document.documentNumber = documentNumber
  }
}
