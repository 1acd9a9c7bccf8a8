internal import Crypto
internal import Extract
internal import Records
internal import Vocabulary

/// What decides what a page becomes, as one digest: two pages with the same key are the same document.
///
/// It takes in the program and the library that parse the page, the tables that the extractor looks things up in, the
/// limits, all that its source says of it, and its bytes.
struct DocumentKey: Sendable {
  /// How many bytes a key has.
  static let size = 32

  private let rules: [UInt8]

  init(_ vocabulary: Vocabulary, _ limits: ExtractLimits) {
    var words = [Digest.program, Extraction.parserVersion, "\(limits.pageBytes)", "\(limits.nodes)"]
    for table in vocabulary.tables where Extractor.tables.contains(table.content) {
      words += [table.content.rawValue, Digest.sha256(table.bytes)]
    }
    var rules: [UInt8] = []
    for word in words { Frame.append(Array(word.utf8), to: &rules) }
    self.rules = rules
  }

  /// The key of a page.
  ///
  /// - Complexity: O(bytes of the page).
  func callAsFunction(_ page: Page) -> [UInt8] {
    var head = rules
    let defaults = page.defaults
    for field in [
      page.source, page.sentCharset, defaults.charset, defaults.region, defaults.tier?.rawValue,
      defaults.published?.description,
    ] {
      // A field that is not there is none that is empty.
      head.append(field == nil ? 0 : 1)
      Frame.append(Array((field ?? "").utf8), to: &head)
    }
    var digest = SHA256()
    digest.update(data: head)
    digest.update(data: page.bytes)
    return Array(digest.finalize())
  }
}
