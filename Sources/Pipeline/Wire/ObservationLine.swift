internal import Load
internal import Records

/// An observation as a line of JSON: what `normalize` writes and `load` reads, in the columns of
/// `observations.csv` but for the last, `preferred`.
enum ObservationLine {
  /// Appends the row with its line feed.
  static func append(_ row: ObservationRow, to bytes: inout [UInt8]) {
    Resource.observations.appendJSON(row, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Reads an observation back: all that its columns say.
  ///
  /// Keys that are not known are passed over.
  ///
  /// The line does not say where in the text the quantity's parts stand; its spans cover the surface,
  /// counted from the surface's own first byte, and the quantity has no rules apart from the
  /// observation's.
  ///
  /// - Throws: a `Fault` naming file, line and column, or the field, where the line is no such object
  ///   or lacks a required column.
  static func read(_ line: WireLine) throws(Fault) -> ObservationRow {
    var fields = ObservationFields()
    try line.readObject { (key, cursor) throws(JSONFault) in try fields.read(key, &cursor) }
    return try fields.row(line)
  }
}

private struct ObservationFields {
  private var id: String?
  private var documentID: String?
  private var indicator: String?
  private var surface: String?
  private var start: Int?
  private var end: Int?
  private var periodStart: Day?
  private var periodEnd: Day?
  private var low: ExactDecimal?
  private var high: ExactDecimal?
  private var isLowClosed = true
  private var isHighClosed = true
  private var kind: QuantityKind?
  private var isMeasureKnown = false
  private var isStatusKnown = false
  private var isRelationKnown = false
  private var origin = OriginFields()
  private var quantity = Quantity(span: ByteSpan(0, 0), numeral: ByteSpan(0, 0), kind: .number, value: nil)
  private var rest = Observation(
    id: "", documentID: "", indicator: "",
    quantity: Quantity(span: ByteSpan(0, 0), numeral: ByteSpan(0, 0), kind: .number, value: nil), surface: "",
    span: ScalarSpan(0, 0))

  mutating func read(_ key: String, _ cursor: inout JSONCursor) throws(JSONFault) {
    switch key {
    case "observation_id": id = try cursor.string()
    case "document_id": documentID = try cursor.string()
    case "region_code": rest.regionCode = try cursor.optionalString()
    case "region_name": rest.regionName = try cursor.optionalString()
    case "place": rest.place = try cursor.optionalString()
    case "indicator_id": rest.indicatorID = try cursor.optionalString()
    case "indicator": indicator = try cursor.string()
    case "measure": (rest.measure, isMeasureKnown) = (try cursor.code(Measure.self), true)
    case "status": (rest.status, isStatusKnown) = (try cursor.code(Status.self), true)
    case "text": surface = try cursor.string()
    case "start": start = try cursor.integer()
    case "end": end = try cursor.integer()
    case "sentence": rest.sentence = try cursor.string()
    case "section": rest.section = try cursor.string()
    case "breakdown": rest.breakdown = try cursor.string()
    case "status_note": rest.statusNote = try cursor.optionalCode(StatusNote.self)
    case "rules": rest.rules = try cursor.string().split(separator: " ").map(String.init)
    default: try readQuantityOrPeriod(key, &cursor)
    }
  }

  private mutating func readQuantityOrPeriod(_ key: String, _ cursor: inout JSONCursor) throws(JSONFault) {
    switch key {
    case "value": quantity.value = try cursor.optionalDecimal()
    case "low": low = try cursor.optionalDecimal()
    case "high": high = try cursor.optionalDecimal()
    case "low_closed": isLowClosed = try cursor.optionalBoolean() ?? true
    case "high_closed": isHighClosed = try cursor.optionalBoolean() ?? true
    case "relation": (quantity.relation, isRelationKnown) = (try cursor.code(Relation.self), true)
    case "unit": quantity.unit = try cursor.string()
    case "standard_value": quantity.standardValue = try cursor.optionalDecimal()
    case "standard_unit": quantity.standardUnit = try cursor.string()
    case "is_exact": quantity.isExact = try cursor.optionalBoolean() ?? true
    case "kind": kind = try cursor.code(QuantityKind.self)
    case "reading": quantity.reading = try cursor.code(Reading.self)
    case "period_start": periodStart = try cursor.optionalDay()
    case "period_end": periodEnd = try cursor.optionalDay()
    case "period_basis": rest.periodBasis = try cursor.optionalCode(PeriodBasis.self)
    default: try origin.read(key, &cursor)
    }
  }

  func row(_ line: WireLine) throws(Fault) -> ObservationRow {
    var row = origin.row
    row.observation = try observation(line)
    return row
  }

  private func observation(_ line: WireLine) throws(Fault) -> Observation {
    var observation = rest
    observation.id = try line.required(id, "observation_id")
    observation.documentID = try line.required(documentID, "document_id")
    observation.indicator = try line.required(indicator, "indicator")
    observation.surface = try line.required(surface, "text")
    observation.quantity = quantity
    observation.quantity.kind = try line.required(kind, "kind")
    observation.quantity.low = low.map { Bound($0, isClosed: isLowClosed) }
    observation.quantity.high = high.map { Bound($0, isClosed: isHighClosed) }
    let surfaceSpan = ByteSpan(0, observation.surface.utf8.count)
    (observation.quantity.span, observation.quantity.numeral) = (surfaceSpan, surfaceSpan)
    for (isKnown, path) in [
      (isMeasureKnown, "measure"), (isStatusKnown, "status"), (isRelationKnown, "relation"),
    ]
    where !isKnown {
      throw line.fault(path, "is missing")
    }
    observation.span = try span(line)
    observation.period = try period(line)
    return observation
  }

  private func span(_ line: WireLine) throws(Fault) -> ScalarSpan {
    let start = try line.required(start, "start")
    let end = try line.required(end, "end")
    guard 0 <= start, start <= end else {
      throw line.fault("start", "\(start) to \(end) is no stretch of a text")
    }
    return ScalarSpan(start, end)
  }

  private func period(_ line: WireLine) throws(Fault) -> Period? {
    guard periodStart != nil || periodEnd != nil else { return nil }
    let first = try line.required(periodStart, "period_start")
    let last = try line.required(periodEnd, "period_end")
    guard let period = Period(from: first, to: last) else {
      throw line.fault("period_end", "\(last) is before period_start, \(first)")
    }
    return period
  }
}

/// What a line says of an observation beside the text; `freq` follows from the period.
private struct OriginFields {
  private(set) var row = ObservationRow(
    Observation(
      id: "", documentID: "", indicator: "",
      quantity: Quantity(span: ByteSpan(0, 0), numeral: ByteSpan(0, 0), kind: .number, value: nil),
      surface: "",
      span: ScalarSpan(0, 0)))

  mutating func read(_ key: String, _ cursor: inout JSONCursor) throws(JSONFault) {
    switch key {
    case "region_level": row.regionLevel = try cursor.optionalCode(RegionLevel.self)
    case "rule": row.rule = try cursor.optionalString()
    case "unit_id": row.unitID = try cursor.optionalString()
    case "published": row.published = try cursor.optionalDay()
    case "tier": row.tier = try cursor.optionalCode(Tier.self)
    case "flags": row.flags = try cursor.string().split(separator: " ").map(String.init)
    default: try cursor.skip()
    }
  }
}
