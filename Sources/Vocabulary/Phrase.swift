/// A set phrase as `phrases.tsv` has it: words with numerals in them that state no quantity.
public struct Phrase: Sendable {
  /// The words: 两委, 一是, 三台县.
  public let words: String
  /// The class that it belongs to: `idiom`, `name_place`.
  public let phraseClass: String
}
