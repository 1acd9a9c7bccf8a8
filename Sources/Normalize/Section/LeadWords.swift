internal import Records
internal import Vocabulary

/// The words without which a sentence tells nothing that holds beyond its paragraph: names of places, what ends the
/// names of towns, villages and institutions, 全县 and the like, and censuses, which have a day.
///
/// A paragraph without a number need not be read where its first sentence holds none of them.
struct LeadWords: Sendable {
  private let words: Lexicon

  init(_ vocabulary: Vocabulary) {
    var words = vocabulary.gazetteer.names.filter { $0.utf8.count >= 9 }
    words += Settlement.tailWords
    words += vocabulary.surveys.map(\.name)
    words += vocabulary.endings.filter { $0.classes.contains(.institution) }.map(\.text)
    words += vocabulary.words.filter { [.institution, .scope].contains($0.wordClass) }.map(\.text)
    self.words = Lexicon(words.map { (word: $0, payload: 0) })
  }

  /// Whether one of them stands in the stretch.
  func stand(in text: Bytes, _ span: ByteSpan) -> Bool {
    words.firstMatch(in: text, from: span.start, to: span.end) != nil
  }
}
