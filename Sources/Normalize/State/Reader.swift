internal import Records
internal import Vocabulary

/// What stays the same while a document is read.
struct Context {
  let document: Document
  let vocabulary: Vocabulary
  let annotation: Annotation
  let text: Bytes
  let words: WordTable
  let region: Place?
  let indicators: IndicatorNames
}

/// Reads the sentences of a document's prose in order and keeps what is carried from one to the next.
struct Reader {
  let context: Context
  var tracker: PeriodTracker
  var places = PlaceTracker()
  var regions: RegionTracker
  var outline = Outline()
  var isPlanSection = false
  var tokens: [Token] = []
  var tokenizer: Tokenizer
  var discourse = Discourse()
  var recorder: Recorder
  /// The numbers and times of the text; rules that read several as one write here.
  private var quantities: [Quantity]
  private var periods: [PeriodMention]

  init(_ context: Context) {
    self.context = context
    tracker = PeriodTracker(published: context.document.published)
    regions = RegionTracker(
      context.vocabulary.gazetteer, region: context.region, year: context.document.published?.year)
    tokenizer = Tokenizer(
      context.text, context.annotation, words: context.words,
      gazetteer: context.vocabulary.gazetteer)
    recorder = Recorder(context)
    (quantities, periods) = (context.annotation.quantities, context.annotation.periods)
  }

  private var text: Bytes { context.text }

  /// Reads a paragraph: sentence after sentence.
  mutating func paragraph(_ span: ByteSpan) {
    discourse.beginParagraph()
    outline.beginParagraph()
    places.beginParagraph()
    tracker.beginParagraph()
    var sentences = Sentences(text, span)
    while let sentence = sentences.next() { self.sentence(sentence) }
    if text.has("：", endingAt: span.end) || text.has(":", endingAt: span.end) { tracker.continueBelow() }
  }

  private mutating func sentence(_ span: ByteSpan) {
    if let measure = HeadingLine.measure(text, span) {
      outline.enter(measure: text.string(measure))
      tracker.beginMeasure()
    }
    tokenizer.cover(span, into: &tokens)
    Adjuncts.skip(&tokens, text)
    Ratios.join(&tokens, &quantities)
    compared = ComparedTime.join(&tokens, text).map { periods[$0].period }
    TimeAgo.join(
      &tokens, quantities, &periods, year: tracker.year, published: context.document.published?.year, text)
    RefusalRules.apply(to: &tokens, quantities, text)
    discourse.beginSentence()
    tracker.beginSentence()
    places.beginSentence()
    regions.beginSentence()
    recorder.begin(sentence: span, section: outline.path)
    head()
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, !tokens[end].kind.endsClause { end += 1 }
      if start < end { clause(start..<end) }
      start = end + 1
    }
    if discourse.last != nil { discourse.before = discourse.last }
    if let outer = insideName { tracker = outer }
    insideName = nil
    tracker.endSentence()
  }

  /// What the first words of a sentence settle: the place it is about, and its topic.
  private mutating func head() {
    var start = 0
    while start < tokens.count, tokens[start].kind == .place { start += 1 }
    if start < tokens.count, places.seeInstitution(tokens, at: start, text) { tracker.forget() }
    let site = site(
      0..<tokens.count, index: tokens.count, left: 0..<tokens.count, right: 0..<0, member: (0, 1))
    var at = 0
    while at < tokens.count, !tokens[at].kind.isNominal, tokens[at].kind != .quantity,
      !tokens[at].kind.endsClause || tokens[..<at].allSatisfy({ $0.kind == .period })
    { at += 1 }
    if let run = site.run(at: at, to: tokens.count), !isSource(tokens[run.lowerBound]) {
      discourse.topic = site.subject(run)
    }
  }

  /// 根据市统计局反馈数据: who says it is not what is spoken of.
  private func isSource(_ token: Token) -> Bool {
    text.has("据", at: token.span.start) || text.has("根据", at: token.span.start)
  }

  private func site(
    _ clause: Range<Int>, index: Int, left: Range<Int>, right: Range<Int>,
    member: (index: Int, count: Int)
  ) -> Site {
    Site(
      text: text, tokens: tokens, quantities: quantities, clause: clause, index: index, left: left,
      right: right, member: member, discourse: discourse)
  }

  private mutating func clause(_ clause: Range<Int>) {
    discourse.used = clause.lowerBound
    if clause.lowerBound > 0, tokens[clause.lowerBound - 1].kind == .semicolon { discourse.seeSemicolon() }
    var index = clause.lowerBound
    var borrowed: PeriodTracker?
    if clause.lowerBound > 0, tokens[clause.lowerBound - 1].kind == .semicolon, let outer = insideName {
      tracker = outer
      insideName = nil
    }
    places.seeHead(tokens, at: headOfClause(clause), text)
    places.seeTakenUp(tokens, at: headOfClause(clause), text)
    while index < clause.upperBound {
      let token = tokens[index]
      switch token.kind {
      case .quantity:
        index = group(at: index, in: clause)
        if let tracker = borrowed { self.tracker = tracker }
        borrowed = nil
        continue
      case .period:
        if isBackground(index, clause) { break }
        if index > clause.lowerBound, tokens[index - 1].kind == .word(.from) { borrowed = tracker }
        let mention = periods[token.index]
        if tracker.isKnownBetter(than: mention, text) || isSameTime(index, clause) { break }
        if mention.basis == .relative, isInsideName(index, clause) { insideName = tracker }
        let period = PartOfYear.place(mention, in: tracker.year ?? goalYear, text)
        tracker.see(period, basis: mention.basis, isHead: isClauseHead(index, clause))
        if isPassing(index, clause) { tracker.pass() }
      case .place: seePlace(index, clause)
      case .word(.vague): tracker.seeVague()
      case .word(.now):
        tracker.seeNow(isWeak: text.has("现", at: token.span.start) && !text.has("现在", at: token.span.start))
      case .word(.target): if isTarget(index) { discourse.isTarget = true }
      case .word(.adverb): if isDone(token) { discourse.isTarget = false }
      case .word(.among): discourse.beginParts()
      case .word(.scope): if headOfClause(clause) == index { seeScope(token, clause) }
      default: break
      }
      index += 1
    }
    seeWithin(clause)
    seeFresh(clause)
  }

  /// A clause without a number whose first words are a noun: what follows may be about that.
  private mutating func seeFresh(_ clause: Range<Int>) {
    if clause.contains(where: { tokens[$0].kind == .quantity }) {
      discourse.fresh = nil
      return
    }
    let isPart = tokens[clause.lowerBound].kind == .word(.among)
    guard discourse.last != nil || isPart else { return }
    var start = clause.lowerBound + (isPart ? 1 : 0)
    while start < clause.upperBound, tokens[start].kind == .word(.scope) || tokens[start].kind == .period {
      start += 1
    }
    guard start < clause.upperBound, tokens[start].kind == .noun || tokens[start].kind == .word(.institution)
    else { return }
    let site = site(clause, index: clause.upperBound, left: clause, right: 0..<0, member: (0, 1))
    guard let run = site.run(at: start, to: clause.upperBound) else { return }
    var subject = site.subject(run)
    if let digit = subject.label.unicodeScalars.firstIndex(where: { ("0"..."9").contains($0) }) {
      subject = Subject(String(subject.label.unicodeScalars[..<digit]))
    }
    if !subject.label.isEmpty { discourse.fresh = subject }
  }

  /// 9月当月: the time right before, said again.
  private func isSameTime(_ index: Int, _ clause: Range<Int>) -> Bool {
    index > clause.lowerBound && tokens[index - 1].kind == .period
      && tokens[index - 1].span.end == tokens[index].span.start
      && text.has("当", at: tokens[index].span.start)
  }

  /// 其中，9月当月: a time of a part, which the sentences behind do not go on with.
  private func isPassing(_ index: Int, _ clause: Range<Int>) -> Bool {
    if text.has("当月", at: tokens[index].span.end) || text.has("单月", at: tokens[index].span.end) {
      return true
    }
    return isClauseHead(index, clause) && clause.lowerBound > 0 && tokens[0].kind == .word(.among)
  }

  /// What held before a time inside a name (生猪年末存栏), which ends with its part of the sentence.
  private var insideName: PeriodTracker?
  /// What the sentence compares with: 与2010年相比.
  private var compared: Period?

  /// The first token of a clause that is no time, adverb or 在.
  private func headOfClause(_ clause: Range<Int>) -> Int {
    var index = clause.lowerBound
    while index < clause.upperBound,
      tokens[index].kind == .period || tokens[index].kind == .word(.adverb)
    { index += 1 }
    return index
  }

  /// The year of a goal that names none: the one in which it is set.
  private var goalYear: Int? { discourse.isTarget ? context.document.published?.year : nil }

  /// Whether only adverbs stand between the clause's start and the token.
  private func isClauseHead(_ index: Int, _ clause: Range<Int>) -> Bool {
    (clause.lowerBound..<index).allSatisfy { !tokens[$0].kind.isNominal && tokens[$0].kind != .quantity }
  }

  private func isInsideName(_ index: Int, _ clause: Range<Int>) -> Bool {
    index > clause.lowerBound && index + 1 < clause.upperBound && tokens[index - 1].kind.isNominal
      && tokens[index + 1].kind.isNominal
  }

  /// 年度计划投资2亿元，已完成2.3亿元: what is done is no goal.
  private func isDone(_ token: Token) -> Bool { text.has("已", at: token.span.start) }

  /// A goal word that is a noun of its own here (行动计划, 目标任务完成) sets nothing.
  private func isTarget(_ index: Int) -> Bool {
    let span = tokens[index].span
    for noun in ["计划", "目标", "规划", "目标任务", "展望", "总目标", "目标值"] as [StaticString]
    where span.count == noun.utf8CodeUnitCount && text.has(noun, at: span.start) {
      let isHead = index == 0 || !tokens[index - 1].kind.isNominal
      return isHead && !(index > 0 && tokens[index - 1].kind.isJoint)
    }
    return true
  }

  /// A time that is not what the statement is about: 成立于1958年, 比2005年, 自2010年以来.
  private func isBackground(_ index: Int, _ clause: Range<Int>) -> Bool {
    let period = periods[tokens[index].index].period
    let isStretch = period.start.year < period.end.year
    // “十三五”以来，: at the head of a sentence a stretch of years is its time.
    let isTime = isStretch && clause.lowerBound == 0 && isClauseHead(index, clause)
    if !isTime, index + 1 < clause.upperBound, tokens[index + 1].kind == .word(.since) { return true }
    if isStretch, isPlan(behind: tokens[index].span.end) { return true }
    // 是2015年的1.5倍
    let isFrom = index > clause.lowerBound && tokens[index - 1].kind == .word(.from)
    if !isFrom, index + 2 < clause.upperBound, tokens[index + 1].kind == .word(.of),
      tokens[index + 2].kind == .quantity,
      ["倍", "%", "成"].contains(quantities[tokens[index + 2].index].unit)
    {
      return true
    }
    guard index > clause.lowerBound else { return false }
    let start = tokens[index].span.start
    if text.has("按", endingAt: start) || text.has("按照", endingAt: start) || text.has("以", endingAt: start) {
      return true
    }
    switch tokens[index - 1].kind {
    case .word(.than), .word(.compare), .word(.founded): return true
    default:
      return text.has("成立", endingAt: tokens[index].span.start)
        || text.has("始建于", endingAt: tokens[index].span.start)
    }
  }

  /// 是“十三五”开局之年, 根据“十四五”规划: the name of a plan.
  private func isPlan(behind end: Int) -> Bool {
    let end = text.has("”", at: end) ? end + 3 : end
    for word in ["开局", "起步", "收官", "首年", "决胜", "规划", "发展规划"] as [StaticString] where text.has(word, at: end) {
      return true
    }
    return false
  }

  /// The region's name, perhaps with that of a town, village or institution behind it.
  private mutating func seePlace(_ index: Int, _ clause: Range<Int>) {
    guard index + 1 < clause.upperBound, tokens[index + 1].kind != .place else { return }
    if places.seeBehindRegion(tokens, at: index + 1, text) { return }
    var head = headOfClause(clause)
    while head < index, tokens[head].kind == .place { head += 1 }
    if head == index {
      places.seeWholeRegion()
      if hasNumber(clause) { regions.see(text.string(tokens[index].span)) }
    }
  }

  private func hasNumber(_ clause: Range<Int>) -> Bool {
    clause.contains { tokens[$0].kind == .quantity }
  }

  private mutating func seeScope(_ token: Token, _ clause: Range<Int>) {
    if hasNumber(clause) { regions.seeScope(text.string(token.span)) }
    for (word, tail) in [
      ("全镇", "镇"), ("该镇", "镇"), ("镇内", "镇"), ("乡内", "乡"), ("村内", "村"), ("全村", "村"), ("该村", "村"), ("全乡", "乡"),
      ("该乡", "乡"),
    ] as [(StaticString, String)] where text.has(word, at: token.span.start) {
      places.seeWholeSettlement(tail: tail)
      return
    }
    for word in ["全县", "全市", "全省", "全区", "全州", "全旗", "我县", "我市", "我州", "该县", "该市", "全国", "全省"]
      as [StaticString]
    where text.has(word, at: token.span.start) {
      places.seeWholeRegion()
      return
    }
  }

  /// 在规模以上工业中，: what follows are its parts.
  private mutating func seeWithin(_ clause: Range<Int>) {
    let span = ByteSpan(tokens[clause.lowerBound].span.start, tokens[clause.upperBound - 1].span.end)
    guard text.has("在", at: span.start), text.has("中", endingAt: span.end), span.count > 9,
      clause.allSatisfy({ tokens[$0].kind != .quantity }), let before = discourse.before
    else { return }
    let within = text.string(ByteSpan(span.start + 3, span.end - 3))
    if before.subject.label.hasPrefix(within) { discourse.beginParts(of: before) }
  }

  /// Reads the numbers from `index` on that are joined by 、 and 和, and gives where the next token is.
  private mutating func group(at index: Int, in clause: Range<Int>) -> Int {
    var members = [index]
    var next = index + 1
    while let member = nextMember(after: next - 1, in: clause) {
      // 分别提高1.2个和2.3个百分点: the unit is said once.
      if quantities[tokens[member].index].unit == "百分点" {
        for index in members where quantities[tokens[index].index].unit == "个" {
          quantities[tokens[index].index].takeUnit(of: quantities[tokens[member].index])
        }
      }
      members.append(member)
      next = member + 1
    }
    let previous = clause.lowerBound..<index
    let start = previous.last { tokens[$0].kind == .quantity }.map { $0 + 1 } ?? clause.lowerBound
    let left = max(start, discourse.used)..<index
    let right =
      (members[members.count - 1] + 1)..<(nextQuantity(after: members[members.count - 1], in: clause))
    let first = site(
      clause, index: index, left: left, right: members.count > 1 ? index + 1..<index + 1 : right,
      member: (0, members.count))
    guard let reading = MeasureRules.read(first) else { return next }
    let subjects = SharedList.read(first, reading, count: members.count)
    var single: SubjectReading?
    for (position, member) in members.enumerated() {
      let here =
        position == 0
        ? first
        : site(
          clause, index: member, left: left.lowerBound..<index, right: right,
          member: (position, members.count))
      var found = subjects.map { SubjectReading("SharedList", $0[position]) }
      if found == nil {
        if let whole = discourse.whole, reading.measure == .level, whole.unit == here.quantity.unit,
          !discourse.takePart(
            here.quantity.value, isListed: left.lowerBound < index && tokens[left.lowerBound].kind == .pause)
        {
          single = SubjectRules.read(
            site(clause, index: member, left: here.left, right: here.right, member: here.member), reading)
        }
        if single == nil { single = SubjectRules.read(here, reading) }
        found = single
      }
      guard let found else {
        recorder.noIndicator(here.quantity)
        continue
      }
      record(found, reading, here)
      if let behind = found.behind {
        discourse.used = behind.upperBound
      } else if let behind = here.run(at: member + 1, to: here.right.upperBound),
        behind.upperBound < clause.upperBound,
        tokens[behind.upperBound].kind == .pause
      {
        // 1.95亿元贷款、供水工程…: what follows the number is no subject of the next.
        discourse.used = behind.upperBound
      }
    }
    if let subjects { discourse.list = subjects } else { discourse.list = [] }
    return next
  }

  private func nextMember(after index: Int, in clause: Range<Int>) -> Int? {
    var at = index + 1
    guard at < clause.upperBound, tokens[at].kind == .pause || tokens[at].kind == .word(.joint) else {
      return nil
    }
    at += 1
    guard at < clause.upperBound, tokens[at].kind == .quantity else { return nil }
    let (a, b) = (quantities[tokens[index].index], quantities[tokens[at].index])
    let isShared = a.unit == "个" && b.unit == "百分点"
    guard a.unit == b.unit || isShared else { return nil }
    // 20个行政村、34个自然屯 have nouns of their own.
    if at + 1 < clause.upperBound, tokens[at + 1].kind.isNominal { return nil }
    return at
  }

  private func nextQuantity(after index: Int, in clause: Range<Int>) -> Int {
    var at = index + 1
    while at < clause.upperBound, tokens[at].kind != .quantity { at += 1 }
    return at
  }

  private mutating func record(_ found: SubjectReading, _ reading: MeasureReading, _ site: Site) {
    recorder.record(
      site, found, reading,
      Circumstances(
        period: EndsOfStretch.period(of: site, reading, in: tracker.current, compared: compared),
        region: regions.current, place: places.current, isTarget: discourse.isTarget || isPlanSection))
    discourse.say(
      Discourse.Said(
        subject: found.subject, unit: site.quantity.unit, measure: reading.measure,
        value: site.quantity.value, rule: found.rules[0], isFall: reading.isFall))
  }
}

/// Where, when and under what heading a number is stated.
struct Circumstances {
  var period: PeriodTracker.Known?
  var region: Place?
  var place: String?
  var isTarget: Bool
}
