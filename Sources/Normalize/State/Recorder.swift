internal import Records
internal import Vocabulary

/// Turns what was read of a number into an observation, in the order of the text.
struct Recorder {
  private let context: Context
  private var counter: ScalarCounter
  private var sentence = ByteSpan(0, 0)
  private var sentenceText: String?
  private var section = ""
  private(set) var observations: [Observation] = []
  private(set) var findings: [Finding] = []

  init(_ context: Context) {
    self.context = context
    counter = ScalarCounter(context.document.text)
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

  mutating func record(
    _ site: Site, _ found: SubjectReading, _ reading: MeasureReading, _ circumstances: Circumstances
  ) {
    let quantity = reading.isFall ? site.quantity.fallen : site.quantity
    let indicator = context.indicators.indicator(
      for: found.subject.label, quantity, reading.measure)
    let span = counter.span(quantity.span)
    let surface = context.text.string(quantity.span)
    var observation = Observation(
      id: "", documentID: context.document.id,
      indicator: context.indicators.name(indicator, found.subject.label), quantity: quantity,
      surface: surface, span: span)
    observation.indicatorID = indicator?.id
    observation.regionCode = context.region?.code
    observation.regionName = context.region?.name
    observation.place = circumstances.place
    observation.measure = reading.measure
    observation.period = circumstances.period?.period
    observation.periodBasis = circumstances.period?.basis
    observation.status = status(circumstances)
    if sentenceText == nil { sentenceText = context.text.string(sentence) }
    observation.sentence = sentenceText ?? ""
    observation.section = section
    observation.rules = quantity.rules + [reading.rule] + found.rules
    observation.id = ObservationName.make(observation)
    observations.append(observation)
  }

  private func status(_ circumstances: Circumstances) -> Status {
    if circumstances.isTarget { return .target }
    if let published = context.document.published, let period = circumstances.period?.period,
      period.start > published
    {
      return .target
    }
    return .actual
  }
}

extension Quantity {
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
