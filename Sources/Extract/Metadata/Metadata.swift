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
}
