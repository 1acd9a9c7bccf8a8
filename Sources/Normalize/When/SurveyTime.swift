internal import Records
internal import Vocabulary

/// A census counts at one day, which its name tells: 据第七次全国人口普查，全县常住人口31万人.
///
/// Reads: the name of a census or survey (surveys.tsv) in the title, or behind 据 or 根据 before the first number of a sentence.
/// Yields: the day that it asked for.
/// Refuses: names behind 与 or 比, which are compared with, and titles and sentences that name a time.
enum SurveyTime {
  static func period(inTitle title: String, _ surveys: SurveyNames) -> Period? {
    title.bytes { surveys.day(in: $0, ByteSpan(0, $0.count)) }.map { Period($0) }
  }

  static func period(_ tokens: [Token], _ text: Bytes, _ surveys: SurveyNames) -> Period? {
    guard let first = tokens.first,
      text.has("据", at: first.span.start) || text.has("根据", at: first.span.start),
      !tokens.contains(where: { $0.kind == .period })
    else { return nil }
    var words: [UInt8] = []
    for token in tokens {
      if token.kind == .quantity || token.kind.endsClause { break }
      words += text[token.span.start..<token.span.end]
    }
    return words.withUnsafeBufferPointer { surveys.day(in: $0, ByteSpan(0, $0.count)) }.map { Period($0) }
  }
}

/// The names of censuses and surveys, found in a text.
struct SurveyNames: Sendable {
  private let names: Lexicon
  private let days: [Day]

  init(_ surveys: [Survey]) {
    names = Lexicon(surveys.enumerated().lazy.map { (word: $1.name, payload: $0) })
    days = surveys.map(\.day)
  }

  /// The day of the survey that the stretch names; of several that of the one the table has first.
  func day(in text: Bytes, _ span: ByteSpan) -> Day? {
    var (offset, first) = (span.start, days.count)
    while let found = names.firstMatch(in: text, from: offset, to: span.end) {
      first = min(first, found.match.payload)
      offset = found.offset + text.width(at: found.offset)
    }
    return first < days.count ? days[first] : nil
  }
}
