internal import Records
internal import Vocabulary

/// A census counts at one day, which its name tells: 据第七次全国人口普查，全县常住人口31万人.
///
/// Reads: the name of a census or survey (surveys.tsv) in the title, or behind 据 or 根据 before the first number of a sentence.
/// Yields: the day that it asked for.
/// Refuses: names behind 与 or 比, which are compared with, and titles and sentences that name a time.
enum SurveyTime {
  static func period(inTitle title: String, _ surveys: [Survey]) -> Period? {
    surveys.first { title.holds($0.name) }.map { Period($0.day) }
  }

  static func period(_ tokens: [Token], _ text: Bytes, _ surveys: [Survey]) -> Period? {
    guard let first = tokens.first, !tokens.contains(where: { $0.kind == .period }),
      text.has("据", at: first.span.start) || text.has("根据", at: first.span.start)
    else { return nil }
    var words = ""
    for token in tokens {
      if token.kind == .quantity { break }
      if token.kind.endsClause { break }
      words += text.string(token.span)
    }
    return period(inTitle: words, surveys)
  }
}
