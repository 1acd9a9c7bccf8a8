internal import Records
internal import Vocabulary

/// Turns what was read of a number into an observation, in the order of the text.
struct Recorder {
  private let context: Context
  private let name: ObservationName
  private var counter: ScalarCounter
  private var sentence = ByteSpan(0, 0)
  private var sentenceText: String?
  private var section = ""
  private var observations: [Observation] = []
  private(set) var findings: [Finding] = []
  private var unknownUnits: Set<String> = []

  init(_ context: Context) {
    self.context = context
    name = ObservationName(documentID: context.document.id)
    observations.reserveCapacity(context.annotation.quantities.count)
    counter = ScalarCounter(context.document.text)
  }

  /// Gives up the observations.
  mutating func takeObservations() -> [Observation] {
    defer { observations = [] }
    return observations
  }

  mutating func begin(sentence: ByteSpan, section: String) {
    (self.sentence, self.section, sentenceText) = (sentence, section, nil)
  }

  mutating func noIndicator(_ quantity: Quantity) {
    findings.append(
      Finding(
        .noIndicator, "nothing says what \"\(context.text.string(quantity.span))\" counts",
        at: quantity.span))
  }

  /// A number of the prose.
  mutating func record(
    _ site: Site, _ found: SubjectReading, _ reading: MeasureReading, _ circumstances: Circumstances
  ) {
    var circumstances = circumstances
    if let district = district(site) {
      circumstances.place = (circumstances.place ?? "") + district
    }
    var subject = found.subject
    if let place = circumstances.place, subject.label.begins(with: place), subject.label != place {
      subject.label = String(subject.label.dropFirst(place.count))
      // 白沙镇有工业企业22家
      if subject.label.begins(with: "有"), subject.label != "有" { subject.label.removeFirst() }
    }
    add(
      reading.isFall ? site.quantity.fallen : site.quantity, subject, reading.measure, reading.rule,
      found.rules, circumstances)
  }

  /// A cell of a table.
  mutating func record(_ cell: TableCells.Statement, _ circumstances: Circumstances) {
    if let unit = cell.unknownUnit, unknownUnits.insert(unit).inserted {
      findings.append(
        Finding(.unknownUnit, "\"\(unit)\" is no unit that the tables have", at: cell.quantity.span))
    }
    add(cell.quantity, cell.subject, cell.measure, nil, cell.rules, circumstances)
  }

  private mutating func add(
    _ quantity: Quantity, _ subject: Subject, _ measure: Measure, _ measureRule: String?, _ rules: [String],
    _ circumstances: Circumstances
  ) {
    var quantity = quantity
    if measure == .rank { (quantity.standardValue, quantity.standardUnit) = (nil, "") }
    let indicator =
      context.indicators.indicator(for: subject.label, quantity, measure)
      ?? subject.whole.flatMap { context.indicators.indicator(for: $0, quantity, measure) }
    let span = counter.span(quantity.span)
    let surface = context.text.string(quantity.span)
    var observation = Observation(
      id: "", documentID: context.document.id,
      indicator: subject.whole == nil ? context.indicators.name(indicator, subject.label) : subject.label,
      quantity: quantity,
      surface: surface, span: span)
    observation.indicatorID = indicator?.id
    observation.regionCode = circumstances.region?.code
    observation.regionName = circumstances.region?.name
    observation.place = circumstances.place
    observation.measure = measure
    observation.period = circumstances.period?.period
    observation.periodBasis = circumstances.period?.basis
    observation.status =
      measure == .level && !rules.contains("CarriedSubject")
        && context.words.endsName(.planned, of: subject.label)
      ? .target : status(circumstances)
    observation.statusNote = StatusNotes.note(
      subject.label, quantity, estimate: circumstances.estimate, context.words)
    if !subject.breakdown.isEmpty {
      observation.breakdown = subject.breakdown.map(named).joined(separator: ";")
    }
    if sentenceText == nil { sentenceText = context.text.string(sentence) }
    observation.sentence = sentenceText ?? ""
    observation.section = section
    let periodRules = circumstances.period?.rules ?? []
    observation.rules.reserveCapacity(quantity.rules.count + 1 + rules.count + periodRules.count)
    observation.rules += quantity.rules
    if let measureRule { observation.rules.append(measureRule) }
    observation.rules += rules
    observation.rules += periodRules
    observation.id = name.make(observation)
    observations.append(observation)
  }

  /// `part=男` by what the part is one of: `sex=男`.
  private func named(_ breakdown: String) -> String {
    guard breakdown.begins(with: "part=") else { return breakdown }
    let part = String(breakdown.dropFirst(5))
    return context.vocabulary.breakdowns[part].map { $0 + "=" + part } ?? breakdown
  }

  /// A part of the place that the statement itself names: 主城区新增停车位96个.
  private func district(_ site: Site) -> String? {
    guard let index = site.left.first(where: { site.tokens[$0].kind == .word(.district) }) else { return nil }
    // 城关镇 is a town's name.
    if site.text.has("镇", at: site.tokens[index].span.end) { return nil }
    let isHead =
      index == site.left.lowerBound
      || (index == site.left.lowerBound + 1 && isRegion(site.tokens[index - 1]))
    return isHead && index + 1 < site.index ? context.text.string(site.tokens[index].span) : nil
  }

  private func isRegion(_ token: Token) -> Bool {
    switch token.kind {
    case .place, .word(.scope), .word(.among): true
    case .noun: context.region.map { context.text.string(token.span).isSame($0.shortName) } ?? false
    default: false
    }
  }

  private func status(_ circumstances: Circumstances) -> Status {
    if circumstances.isTarget { return .target }
    if let published = context.document.published, let period = circumstances.period?.period,
      period.start > published || (period.start.year < period.end.year && period.end.year > published.year)
    {
      return .target
    }
    return .actual
  }
}

extension Quantity {
  /// Takes the unit of another number that says it for both.
  mutating func takeUnit(of other: Quantity) {
    (unit, kind, standardUnit, standardValue) = (other.unit, other.kind, other.standardUnit, nil)
    if other.unit.is("百分点") { standardValue = try? value?.shifted(by: -2) }
  }

  /// The same number as a fall: 下降4.7% is -4.7.
  var fallen: Quantity {
    guard value.map({ !$0.isNegative }) ?? true else { return self }
    var quantity = self
    quantity.value = value?.negated
    quantity.standardValue = standardValue?.negated
    quantity.low = high.map { Bound($0.value.negated, isClosed: $0.isClosed) }
    quantity.high = low.map { Bound($0.value.negated, isClosed: $0.isClosed) }
    return quantity
  }
}
