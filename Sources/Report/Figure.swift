public import Records

/// What the report says of a document wherever one of its figures stands.
public struct DocumentNote: Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// The file or URL that it came from.
  public var source: String
  /// The day on which it came out, as ISO 8601 writes it.
  public var published: String?
  /// The code of who speaks.
  public var tier: String?

  /// Makes the note.
  public init(title: String? = nil, source: String, published: String? = nil, tier: String? = nil) {
    (self.title, self.source, self.published, self.tier) = (title, source, published, tier)
  }

  /// What people call it: the headline, else where it came from.
  var name: String { title ?? source }
}

/// A row of `observations.csv` or `quarantine.csv`, and what is known of its document.
public struct Figure: Sendable {
  /// The row; columns that are absent read as empty.
  public let row: TableRow
  /// Its document.
  public let document: DocumentNote

  /// Makes the figure.
  public init(_ row: TableRow, of document: DocumentNote) {
    (self.row, self.document) = (row, document)
  }

  /// The observation's name.
  public var id: String { row["observation_id"] ?? "" }
  /// The document's name.
  public var documentID: String { row["document_id"] ?? "" }
  /// The code of the region that it is about.
  public var regionCode: String? { row["region_code"] }
  /// The region's name in full.
  public var regionName: String? { row["region_name"] }
  /// The vocabulary's name for the indicator; nothing for a mention.
  public var indicatorID: String? { row["indicator_id"] }
  /// What is counted or measured.
  public var indicator: String { row["indicator"] ?? "" }
  /// Where it starts and ends in the document's text, in Unicode scalars; nothing where that cannot be read.
  public var span: ScalarSpan? {
    guard let start = row["start"].flatMap({ Int($0) }), let end = row["end"].flatMap({ Int($0) }),
      start <= end
    else { return nil }
    return ScalarSpan(start, end)
  }
  /// The time that it is about; nothing where the row has none.
  public var period: Period? {
    guard let start = row["period_start"].flatMap({ Day(iso: $0) }),
      let end = row["period_end"].flatMap({ Day(iso: $0) })
    else { return nil }
    return Period(from: start, to: end)
  }

  var measure: String { row["measure"] ?? Measure.level.rawValue }
  var isTarget: Bool { row["status"] == Status.target.rawValue }
  /// Whether it is about all of the region and all of the indicator.
  var isWhole: Bool { row["place"] == nil && row["breakdown"] == nil }
  var value: ExactDecimal? { row["value"].flatMap { ExactDecimal($0) } }
  var standardValue: ExactDecimal? { row["standard_value"].flatMap { ExactDecimal($0) } }
  var text: String { row["text"] ?? "" }
  var sentence: String { row["sentence"] ?? "" }
  /// Of several figures for one thing, whether this is the one to take; nothing where the set does not say.
  var isPreferred: Bool? { row["preferred"].map { $0 == "true" } }
  /// The day on which its document came out.
  var published: String? { row["published"] ?? document.published }
  /// Who speaks.
  var tier: String? { row["tier"] ?? document.tier }
  /// The place inside the region and the part of the indicator that it is about, for people.
  var part: String { [row["place"], row["breakdown"]].compactMap(\.self).joined(separator: " · ") }
}
