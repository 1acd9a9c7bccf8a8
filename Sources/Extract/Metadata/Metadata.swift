import Records

/// What a page says of itself, each field with the rule that found it.
struct Metadata {
  var published: Day?
  var author: String?
  var publisher: String?
  var originalURL: String?
  /// For each field that was found, the name of the rule.
  var rules: [String: String] = [:]
  /// The lines that carry it above the text: no part of the text.
  var infoLines: Set<Int> = []
}
