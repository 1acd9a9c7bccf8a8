public import Records
internal import CVocabulary

/// A table as bytes: one that is built in, or one of a user's own.
public struct VocabularyTable: Sendable {
  /// What the rows of a table are.
  public enum Content: String, CaseIterable, Sendable {
    case boilerplate, breakdowns, containers, endings, indicators, labels, phrases, places, surveys, units,
      words
  }

  /// What its rows are.
  public let content: Content
  /// The file's name, as faults print it.
  public let file: String
  /// The text: tab-separated values in UTF-8.
  public let bytes: [UInt8]

  /// Makes a table of a user's own.
  public init(_ content: Content, file: String, bytes: [UInt8]) {
    (self.content, self.file, self.bytes) = (content, file, bytes)
  }

  /// The FNV-1a hash of the bytes in 64 bits, as sixteen hexadecimal digits: it names the table's
  /// state in the record of a run, and guards against nothing.
  ///
  /// Source: Fowler, Noll and Vo; IETF draft-eastlake-fnv. Complexity: O(n).
  public var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The tables that are compiled in.
  public static let builtIn: [VocabularyTable] = [
    VocabularyTable(.boilerplate, cvocabulary_boilerplate),
    VocabularyTable(.breakdowns, cvocabulary_breakdowns),
    VocabularyTable(.containers, cvocabulary_containers),
    VocabularyTable(.endings, cvocabulary_endings),
    VocabularyTable(.indicators, cvocabulary_indicators),
    VocabularyTable(.labels, cvocabulary_labels),
    VocabularyTable(.phrases, cvocabulary_phrases),
    VocabularyTable(.places, cvocabulary_places),
    VocabularyTable(.surveys, cvocabulary_surveys),
    VocabularyTable(.units, cvocabulary_units),
    VocabularyTable(.words, cvocabulary_words),
  ]

  private init(
    _ content: Content, _ first: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?
  ) {
    var count = 0
    let start = first(&count)
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    self.init(content, file: "\(content.rawValue).tsv", bytes: bytes)
  }
}

extension Vocabulary {
  /// The vocabulary that is compiled in: read once, so that later calls cost nothing.
  ///
  /// - Throws: a `Fault` where a built-in table is broken, which the tests rule out.
  public static func builtIn() throws(Fault) -> Vocabulary { try cached.get() }

  private static let cached = Result { () throws(Fault) in try Vocabulary(VocabularyTable.builtIn) }
}
