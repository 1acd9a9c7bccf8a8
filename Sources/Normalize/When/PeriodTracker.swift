internal import Records

/// Which time a statement is about: what its sentence says, else what was said before, as far as that reaches.
///
/// The sentence comes first; then the sentences before it in the paragraph; then what the paragraph
/// before opened with; then the heading; then the document's title or the words it opens with.
struct PeriodTracker {
  /// A time and how it came to be known.
  struct Known: Equatable {
    var period: Period
    var basis: PeriodBasis
    /// The rules that read or placed it.
    var rules: [String] = []
  }

  private var document: Period?
  private var section: Period?
  private var opening: Period?
  private var paragraph: Period?
  private var sentence: Known?
  /// The time that the sentence named before that of a part.
  private var outer: Known?
  private var beforeLast: Known?
  /// Whether the sentence numbers its measures (一是…；二是…), and the time that it named before the first.
  private var isEnumerated = false
  private var beforeItems: Known?
  /// What the words before the sentence said.
  private var before: Period?
  /// Whether the sentence says what time the document's figures are of.
  private var isStandard = false
  private var isFirstOfParagraph = true
  /// Whether the sentence's time stands at the head of a clause: it then holds for the sentences below.
  private var holds = false
  /// The day that the last sentence of the paragraph with a time was of.
  private(set) var day: Period?
  private var isVague = false
  private var isPassing = false
  private var paragraphs = 0
  private var isFirstParagraph = false
  /// The last year that stood at the head of a clause in the paragraph, and how many did one after another.
  private var yearAtHead: Int?
  private var yearsAtHeads = 0
  private var isDocumentFromOpening = false
  private let published: Day?

  init(published: Day?) { self.published = published }

  /// The time of the words seen so far.
  var current: Known? {
    if let sentence { return sentence }
    return isVague ? nil : inherited.map { Known(period: $0, basis: .inherited) }
  }

  /// Whether the sentence has named a time already.
  var hasSentence: Bool { sentence != nil }

  /// Whether the time comes from a sentence before, and from no heading or title.
  var isForecast: Bool { sentence == nil && (paragraph ?? opening) != nil }

  /// What the words before the sentence said.
  var inherited: Period? { paragraph ?? opening ?? section ?? document }

  /// The stretch of years that the words before the sentence spoke of, or the heading.
  var stretch: Period? {
    for period in [before, stretchOfParagraph, section, document] {
      if let period, period.start.year < period.end.year { return period }
    }
    return nil
  }

  /// The last stretch of years that the paragraph named: 十三五时期 still stands around 年均 when 2020 has been named too.
  private var stretchOfParagraph: Period?

  private func current(without sentence: Known) -> Period? {
    inherited == sentence.period ? nil : inherited
  }

  /// Whether what the words before said is narrower than a year that rolls (过去一年, 近一年) or goes on
  /// (今年以来, 年内).
  func isKnownBetter(than mention: PeriodMention, _ text: Bytes) -> Bool {
    // 1—8月，本年资金来源548亿元: the months are narrower than their year.
    if text.has("本年", at: mention.span.start), let months = sentence?.period, months.start < months.end,
      months != mention.period, mention.period.start <= months.start, months.end <= mention.period.end
    {
      return true
    }
    guard mention.basis == .relative, let inherited else { return false }
    for word in ["今年以来", "年内", "年初以来"] as [StaticString]
    where text.has(word, at: mention.span.start) {
      return inherited.start.year == mention.period.end.year
    }
    // 去年以来 in what looks back on that year is that year.
    if text.has("去年以来", at: mention.span.start) {
      return inherited == Period(year: mention.period.start.year)
    }
    // 过去五年 is no narrower in a year than the five.
    if text.has("过去", at: mention.span.start), mention.period.end.year - mention.period.start.year > 1 {
      return false
    }
    return mention.period.start.day != 1 && mention.period.start != mention.period.end
  }

  /// The year that a part of a year (年末, 一季度) belongs to here.
  var year: Int? { current?.period.end.year }

  mutating func title(_ period: Period?) { document = period }

  /// The time of the plans below, where the title names one beside that of the review: 2018年总结及2019年计划.
  private(set) var plan: Period?

  mutating func title(plan period: Period) { plan = period }

  /// A government's report of the year in which it is given looks back on the year before and plans that year.
  mutating func title(reportOf period: Period?, published: Day?) {
    guard let period, let published, period == Period(year: published.year), published.month <= 6,
      let before = Period(year: published.year - 1)
    else { return }
    (document, plan) = (before, period)
  }

  /// The day or year that a document says its figures are of, where its title names none.
  mutating func standard(_ period: Period) {
    if document == nil { document = period }
    isStandard = true
  }

  /// A heading begins a section: its own time, or none but the document's.
  mutating func heading(_ period: Period?) {
    (section, opening, paragraph, isVague) = (period ?? section, nil, nil, false)
    sentence = nil
  }

  /// A heading inside the paragraph: what follows is no opening for the paragraphs below.
  mutating func passHeading() { isFirstOfParagraph = false }

  /// A section of the highest level ends what a heading said.
  mutating func endSection() { section = nil }

  /// What the last paragraph said holds for those below its colon; before all headings, for the document.
  mutating func continueBelow() {
    if isFirstParagraph, section == nil, document == nil {
      (document, isDocumentFromOpening) = (paragraph, true)
    }
    section = paragraph ?? section
  }

  /// A paragraph keeps the time that the one before opened with.
  mutating func beginParagraph() {
    isFirstParagraph = paragraphs == 0
    paragraphs += 1
    paragraph = nil
    (sentence, isVague, isFirstOfParagraph) = (nil, false, true)
    (yearAtHead, yearsAtHeads, day, stretchOfParagraph) = (nil, 0, nil, nil)
  }

  /// A paragraph about one institution: what was said of others is not its time.
  mutating func forget() { (section, opening, paragraph, sentence, document) = (nil, nil, nil, nil, nil) }

  mutating func beginSentence() {
    (sentence, outer, beforeLast, isPassing) = (nil, nil, nil, false)
    (isEnumerated, beforeItems) = (false, nil)
    before = inherited
  }

  /// The time seen last is that of a part, and ends with its sentence.
  mutating func pass() {
    if !isPassing { outer = beforeLast }
    isPassing = true
  }

  mutating func endSentence() {
    isFirstOfParagraph = false
    if let sentence { day = sentence.period.start == sentence.period.end ? sentence.period : nil }
    if isStandard {
      (opening, paragraph, isStandard) = (nil, nil, false)
      return
    }
    guard let sentence, holds || inherited == nil, sentence.basis != .published else { return }
    if isPassing, let outer {
      (paragraph, isVague) = (outer.period, false)
      return
    }
    // 年末 holds for its sentence; the year around it goes on, or begins.
    let isInstant = sentence.period.start == sentence.period.end
    if isInstant || isPassing, let around = current(without: sentence) {
      if isInstant, around.end.year != sentence.period.end.year {
        paragraph = Period(year: sentence.period.end.year)
      }
      return
    }
    paragraph = sentence.period
    isVague = false
  }

  /// A time that the sentence names. `isHead`: it stands at the head of its sentence.
  mutating func see(_ period: Period, basis: PeriodBasis, isHead: Bool, rules: [String] = []) {
    beforeLast = sentence
    if period.start.year < period.end.year { stretchOfParagraph = period }
    sentence = Known(period: period, basis: basis, rules: rules)
    holds = isHead
    let isInstant = period.start == period.end
    if isFirstOfParagraph, isHead, !(isInstant && inherited != nil) {
      opening = period
    }
    if isHead, section == nil, let month = document, isSum(period, to: month) { document = period }
    if isFirstParagraph, isHead, document == nil, section == nil {
      (document, isDocumentFromOpening) = (period, true)
    }
    isFirstOfParagraph = false
    if isHead { seeYear(period.end.year) }
  }

  /// 1—3月 under a title of March: what the figures of a monthly report are summed up over.
  private func isSum(_ period: Period, to month: Period) -> Bool {
    month.start.year == month.end.year && month.start.month == month.end.month && month.start < month.end
      && period.end == month.end && period.start < month.start && period.start.year == month.start.year
      && period.start.month == 1
  }

  /// A paragraph that goes from year to year tells a history: the year that it opened with is not that of the
  /// paragraphs below.
  private mutating func seeYear(_ year: Int) {
    guard year != yearAtHead else { return }
    (yearAtHead, yearsAtHeads) = (year, yearsAtHeads + 1)
    guard yearsAtHeads > 2 else { return }
    opening = nil
    if isFirstParagraph, isDocumentFromOpening { document = nil }
  }

  /// 近年来: a time without a date, which ends the one before.
  mutating func seeVague() {
    (paragraph, sentence, isVague) = (nil, nil, true)
    isFirstOfParagraph = false
  }

  /// 一是: a measure of an enumeration does not inherit the time of the one before.
  mutating func beginMeasure() {
    (paragraph, isVague) = (nil, false)
  }

  /// 二是 within a sentence: the measure does not inherit the time of the one before, only what stood before the first.
  mutating func beginItem() {
    if isEnumerated { sentence = beforeItems } else { beforeItems = sentence }
    isEnumerated = true
  }

  /// 目前, 现有: the day of publication, where the sentence names no other time.
  /// Where the paragraph names a time, 现有 keeps to it.
  mutating func seeNow(isWeak: Bool) {
    guard let published, sentence == nil, !isWeak || inherited == nil else { return }
    sentence = Known(period: Period(published), basis: .published)
  }
}
