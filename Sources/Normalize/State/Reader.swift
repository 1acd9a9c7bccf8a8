internal import Records
internal import Vocabulary

/// What stays the same while a document is read.
///
/// A class, so that whoever asks it for one thing does not carry all.
final class Context {
  let document: Document
  let vocabulary: Vocabulary
  let annotation: Annotation
  let text: Bytes
  let words: WordTable
  let surveys: SurveyNames
  let leads: LeadWords
  let region: Place?
  let indicators: IndicatorNames
  /// The day on which the document was given as a report; it is then that of `document.published`.
  let report: DayOfReport?

  init(
    document: Document, vocabulary: Vocabulary, annotation: Annotation, text: Bytes, words: WordTable,
    leads: LeadWords, surveys: SurveyNames, indicators: IndicatorNames, region: Place?, report: DayOfReport?
  ) {
    self.report = report
    (self.document, self.vocabulary, self.annotation) = (document, vocabulary, annotation)
    (self.text, self.words, self.surveys, self.region) = (text, words, surveys, region)
    self.leads = leads
    self.indicators = indicators
  }
}

/// Reads the sentences of a document's prose in order and keeps what is carried from one to the next.
///
/// It is large: what is asked of it for every clause is inlined, since the compiler hands a structure on by copying
/// its bytes.
struct Reader: ~Copyable {
  let context: Context
  var tracker: PeriodTracker
  var places = PlaceTracker()
  var regions: RegionTracker
  private let shortCounties: ShortCounties
  var outline = Outline()
  var part = DocumentPart()
  /// Whether the title is that of a report on a year that is over and the one that has begun.
  var isReport = false
  /// Whether the title names the goals of years to come: “十四五”发展目标确定.
  var titleSetsGoals = false
  /// Whether the paragraphs below a colon, up to the next heading, are goals: 今年的主要预期目标是：.
  var areGoalsBelow = false
  /// The plans that a sentence announced and no heading: 今年要重点抓好以下工作：.
  var planBelow = PlanBelowLead()
  /// The level of the heading seen last.
  var headingLevel: Int?
  private var isAfterLead = false
  private var lastParagraph = ByteSpan(0, 0)
  /// The year that the goals named so far were set for.
  var yearOfGoals: Int?
  var tokens: [Token] = []
  var tokenizer: Tokenizer
  let discourse = Discourse()
  var recorder: Recorder
  /// The numbers and times of the text; rules that read several as one write here.
  var quantities: [Quantity]
  var periods: [PeriodMention]
  private(set) var refusals: [Refusal] = []
  /// Whether the sentence is the first of its paragraph.
  private(set) var isOpening = false

  init(_ context: Context) {
    self.context = context
    tracker = PeriodTracker(published: context.report?.isStated == false ? nil : context.document.published)
    regions = RegionTracker(
      context.vocabulary.gazetteer, region: context.region, year: context.document.published?.year)
    shortCounties = ShortCounties(
      context.vocabulary.gazetteer, region: context.region, year: context.document.published?.year)
    tokenizer = Tokenizer(context.text, context.annotation, words: context.words)
    recorder = Recorder(context)
    (quantities, periods) = (context.annotation.quantities, context.annotation.periods)
  }

  var text: Bytes { context.text }

  /// Reads a paragraph: sentence after sentence.
  mutating func paragraph(_ span: ByteSpan) {
    if areGoalsBelow, !isAfterLead, !GoalList.goesOn(text, span, behind: lastParagraph) {
      areGoalsBelow = false
    }
    (isAfterLead, lastParagraph) = (false, span)
    discourse.beginParagraph()
    outline.beginParagraph()
    places.beginParagraph()
    regions.beginParagraph()
    tracker.beginParagraph()
    compared = nil
    var sentences = Sentences(text, span)
    let hasNumber = tokenizer.holdsNumber(span)
    if regions.isTravelling { regions.seeLine(text, span, hasNumber: hasNumber) }
    var (isFirst, last) = (true, span)
    while let sentence = sentences.next() {
      if isFirst, sentence.end < span.end, inlineHeading(sentence) { continue }
      self.sentence(sentence, isFirst: isFirst, ofNumbers: hasNumber)
      (isFirst, last) = (false, sentence)
    }
    if text.has("：", endingAt: span.end) || text.has(":", endingAt: span.end) {
      tracker.continueBelow()
      (areGoalsBelow, isAfterLead) = (discourse.isTarget, true)
      seePlanLead(last)
    } else if isReport, text.has("。", endingAt: last.end) {
      seePlanLead(last)
    }
  }

  /// - Parameter ofNumbers: whether a number or a time stands in its paragraph.
  private mutating func sentence(_ span: ByteSpan, isFirst: Bool, ofNumbers: Bool) {
    if let measure = HeadingLine.measure(text, span) {
      outline.enter(measure: text.string(measure))
      tracker.beginMeasure()
    }
    // Most sentences name no number and no time; only the first, and one that tells where a place lies, may
    // still name what a paragraph is about.
    let mayName = isFirst && (ofNumbers || context.leads.stand(in: text, span))
    guard mayName || tokenizer.holdsNumber(span) || tellsWhere(span) else {
      if regions.isTravelling { regions.seePassing(text, span) }
      return
    }
    isOpening = isFirst
    tokenizer.cover(span, into: &tokens)
    shortCounties.join(&tokens, text)
    Adjuncts.skip(&tokens, text)
    if tokenizer.marks.contains(.quantity) {
      join(tokenizer.marks)
      refusals += RefusalRules.apply(to: &tokens, quantities, text, context.words)
    } else {
      seeCompared()
    }
    discourse.beginSentence()
    tracker.beginSentence()
    places.beginSentence()
    regions.beginSentence()
    recorder.begin(sentence: span, section: outline.path)
    if let period = StandardTime.period(tokens, periods, text) { tracker.standard(period) }
    if let period = SurveyTime.period(tokens, text, context.surveys) {
      tracker.see(period, basis: .stated, isHead: true, rules: ["SurveyTime"])
    }
    head()
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, !tokens[end].kind.endsClause { end += 1 }
      if start < end { clause(start..<end) }
      if end < tokens.count {
        if tokens[end].kind == .colon, end + 1 < tokens.count {
          seePlanLead(ByteSpan(span.start, tokens[end].span.end))
        }
        discourse.seeBracket(tokens[end].kind)
        if BracketParts.isOfParts(tokens, at: end, quantities) { discourse.beginParts() }
      }
      start = end + 1
    }
    if discourse.last != nil { discourse.before = discourse.last }
    endName()
    tracker.endSentence()
  }

  /// Numbers that belong together, and numbers that are times.
  private mutating func join(_ marks: TokenMarks) {
    EndOfPlan.join(&tokens, &periods, text)
    Ratios.readPrinted(&tokens, &quantities, text)
    if marks.contains(.colon) { Ratios.join(&tokens, &quantities) }
    if marks.contains(.list) || marks.contains(.colon) { SharedUnit.join(tokens, &quantities, text) }
    if marks.contains(.open) { BracketParts.join(tokens, &quantities) }
    if marks.contains(.holiday) {
      WeekOfNationalDay.join(
        &tokens, quantities, &periods, year: tracker.year, published: context.document.published, text)
    }
    seeCompared()
    TimeAgo.join(
      &tokens, quantities, &periods, year: tracker.year, published: context.document.published, text)
  }

  /// What the sentence compares with; without it what one before in its paragraph did.
  private mutating func seeCompared() {
    isComparedHere = false
    guard let time = ComparedTime.join(&tokens, text) else { return }
    (isComparedHere, compared) = (true, periods[time].period)
  }

  /// 白沙镇位于…: 位于 or 地处 near the head of a sentence.
  private func tellsWhere(_ span: ByteSpan) -> Bool {
    var offset = span.start
    let limit = min(span.end, span.start + 45) - 6
    while offset <= limit {
      if text.has("位于", at: offset) || text.has("地处", at: offset) { return true }
      offset += text.width(at: offset)
    }
    return false
  }

  private mutating func clause(_ clause: Range<Int>) {
    discourse.used = clause.lowerBound
    discourse.outsideClause = discourse.last
    if clause.lowerBound > 0, tokens[clause.lowerBound - 1].kind == .semicolon {
      discourse.seeSemicolon()
      regions.seeSemicolon()
    }
    var index = clause.lowerBound
    var borrowed: HeldTracker?
    if clause.lowerBound > 0, tokens[clause.lowerBound - 1].kind == .semicolon { endName() }
    if tokens[clause.lowerBound].kind == .item { tracker.beginItem() }
    let head = headOfClause(clause)
    var start: Int?
    if head < clause.upperBound, tokens[head].kind == .noun || tokens[head].kind == .place {
      let own = tokens[head].span
      let end = regions.seeHead(text, ByteSpan(own.start, tokens[clause.upperBound - 1].span.end))
      if tokens[head].kind == .noun, end <= own.end { start = end }
      if tokens[head].kind == .noun, end > own.start, end > own.end || regions.isTravelling {
        tokens[head].span = ByteSpan(end < own.end ? end : own.start, own.end)
        if end >= own.end { tokens[head].kind = .word(.adverb) }
      }
    }
    if head < clause.upperBound, clause.lowerBound > 0 { places.seeNextClause(tokens[head]) }
    places.seeHead(
      tokens, at: head, context, from: start, isOpening: isOpening && clause.lowerBound == 0)
    places.seeTakenUp(tokens, at: head, text)
    if head > clause.lowerBound { places.seeTakenUp(tokens, at: clause.lowerBound, text) }
    if let time = timeBehind(clause) { see(periods[tokens[time].index], isHead: false) }
    while index < clause.upperBound {
      let token = tokens[index]
      switch token.kind {
      case .quantity:
        index = group(at: index, in: clause)
        if let held = borrowed { tracker = held.tracker }
        borrowed = nil
        continue
      case .period:
        if isBackground(index, clause) { break }
        if index > clause.lowerBound, tokens[index - 1].kind == .word(.from) {
          borrowed = HeldTracker(tracker)
        }
        let mention = periods[token.index]
        discourse.isNow = false
        if tracker.isKnownBetter(than: mention, text) || isSameTime(index, clause) { break }
        if mention.basis == .relative, isInsideName(index, clause) {
          insideName = HeldTracker(tracker)
        }
        if isUntil(index, clause) || isSamePeriodBefore(mention) { borrowed = HeldTracker(tracker) }
        if isDayOfEvent(index) {
          seeYear(of: mention)
          break
        }
        let isPassing = isPassing(index, clause)
        see(mention, isHead: isClauseHead(index, clause) && !isPassing)
        if isPassing { tracker.pass() }
      case .place: seePlace(index, clause)
      case .word(.vague):
        // 当年 behind a year is that year; without one it is some year that is past.
        if !(text.has("当年", at: token.span.start) && tracker.inherited != nil), !isEachYear(token),
          !(text.has("历史上", at: token.span.start) && tracker.hasSentence)
        {
          tracker.seeVague()
        }
      case .word(.now):
        discourse.isNow = true
        if text.has("已", endingAt: token.span.end) || text.has("已经", endingAt: token.span.end) {
          discourse.isTarget = false
        }
        let isWeak =
          text.has("现", at: token.span.start) && !text.has("现在", at: token.span.start)
          || text.has("这", at: token.span.start) || text.has("连", at: token.span.start)
        tracker.seeNow(isWeak: isWeak && !isPlanSection)
      case .word(.target): if isTarget(index) { (discourse.isTarget, discourse.isNow) = (true, false) }
      case .word(.intent): if isIntent(index) { (discourse.isTarget, discourse.isNow) = (true, false) }
      case .word(.adverb): if isDone(token) { (discourse.isTarget, discourse.isNow) = (false, true) }
      case .word(.estimate): discourse.estimate = text.string(token.span)
      case .word(.among): discourse.beginParts()
      case .word(.scope): if headOfClause(clause) == index { seeScope(token, clause) }
      default: break
      }
      index += 1
    }
    if let held = borrowed { tracker = held.tracker }
    seeWithin(clause)
    seeFresh(clause)
  }

  /// The time inside a name, if there is one, ends with its part of the sentence.
  private mutating func endName() {
    guard let held = insideName else { return }
    tracker = held.tracker
    insideName = nil
  }

  /// What held before a time inside a name (生猪年末存栏).
  private var insideName: HeldTracker?
  /// What the paragraph compared with last: 与2010年相比.
  private var compared: Period?
  /// Whether the sentence itself said so.
  private var isComparedHere = false

  /// What the sentence compares with; one that names a time of its own does not lean on those before it.
  var comparedTime: Period? { isComparedHere || !tracker.hasSentence ? compared : nil }
}

/// The times that held before one that does not last. A class: few sentences need it, and a reference is
/// all that the others carry.
private final class HeldTracker {
  let tracker: PeriodTracker

  init(_ tracker: PeriodTracker) { self.tracker = tracker }
}

/// Where, when and under what heading a number is stated.
struct Circumstances {
  var period: PeriodTracker.Known?
  var region: Place?
  var place: String?
  var isTarget: Bool
  var estimate: String?
}
