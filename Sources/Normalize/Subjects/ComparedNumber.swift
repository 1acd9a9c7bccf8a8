internal import Records
internal import Vocabulary

/// What a number is compared with is the same thing at another time: 总户数8200户，与2000年普查的9100户相比，减少900户.
///
/// Reads: a level between 与 and 相比, or between 比 and a word of change or 少, that a time stands before (2010年, 上年).
/// Yields: the noun before 与 or 比, else what was said last or the sentence's topic, at that time; a noun of its own behind 的 stays.
/// Refuses: numbers without a time before them. What is said behind it leans on what was said before it.
enum ComparedNumber: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard reading.measure == .level, let opening = opening(site),
      time(site, behind: opening) != nil || isYearBefore(site)
    else { return nil }
    if let run = site.run(before: site.index, from: opening + 1), let own = ownNoun(site, run) {
      return SubjectReading("ComparedNumber", own)
    }
    if let run = site.run(before: opening, from: site.left.lowerBound) {
      return SubjectReading("ComparedNumber", site.subject(run))
    }
    guard let said = site.discourse.last?.subject ?? site.topic else { return nil }
    return SubjectReading("ComparedNumber", said)
  }

  /// The time that the number is of.
  static func time(_ site: Site) -> Int? { opening(site).flatMap { time(site, behind: $0) } }

  private static func time(_ site: Site, behind opening: Int) -> Int? {
    (opening + 1..<site.index).first { site.tokens[$0].kind == .period }.map { site.tokens[$0].index }
  }

  /// 与 with 相比 behind the number, or 比 with a word of change there.
  private static func opening(_ site: Site) -> Int? {
    guard let next = site.right.first else { return nil }
    if site.tokens[next].kind == .word(.compare) {
      return site.left.first { isAnd(site, $0) }
    }
    guard isChange(site, next) else { return nil }
    if isYearBefore(site) { return yearBefore(site) }
    return site.left.first { site.tokens[$0].kind == .word(.than) }
  }

  /// 比上年6000元增长10%: the year before is part of the word of comparison.
  static func isYearBefore(_ site: Site) -> Bool {
    guard let next = site.right.first, isChange(site, next) else { return false }
    let word = yearBefore(site)
    return word >= site.left.lowerBound
      && ["比上年", "较上年", "比去年", "较去年"].contains { (words: StaticString) in site.isWord(word, words) }
  }

  /// The token before the number, or before 的: 比上年的1400毫米.
  private static func yearBefore(_ site: Site) -> Int {
    site.index > site.left.lowerBound && site.tokens[site.index - 1].kind == .word(.of)
      ? site.index - 2 : site.index - 1
  }

  /// A word of change, or 少 and the like right before the next number.
  private static func isChange(_ site: Site, _ next: Int) -> Bool {
    let kind = site.tokens[next].kind
    return kind.isChange
      || ((kind == .word(.above) || kind == .word(.below)) && next + 1 < site.tokens.count
        && site.tokens[next + 1].kind == .quantity)
  }

  private static func isAnd(_ site: Site, _ index: Int) -> Bool {
    site.tokens[index].kind == .word(.from)
      && (site.text.has("与", at: site.tokens[index].span.start)
        || site.text.has("同", at: site.tokens[index].span.start))
  }

  /// 家庭规模 of 普查的家庭规模; nothing where the name of a survey is all.
  private static func ownNoun(_ site: Site, _ run: Range<Int>) -> Subject? {
    let of = run.last { site.tokens[$0].kind == .word(.of) }
    let words = (of.map { $0 + 1 } ?? run.lowerBound)..<run.upperBound
    guard !words.isEmpty else { return nil }
    let end = site.tokens[words.upperBound - 1].span.end
    for tail in ["普查", "普查时", "调查", "时", "期", "末", "底"] as [StaticString]
    where site.text.has(tail, endingAt: end) {
      return nil
    }
    return site.subject(words)
  }
}
