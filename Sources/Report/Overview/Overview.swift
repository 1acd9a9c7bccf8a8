internal import Records

/// What the overview shows, collected while the figures of a set pass by in the order of `observations.csv`.
///
/// Memory grows with the regions, indicators, years, origins and labels, not with the figures.
public struct Overview: Sendable {
  /// What the run says of itself.
  public var summary = RunSummary()
  private(set) var coverage = Coverage()
  private(set) var origins: [Origin: OriginCount] = [:]
  private(set) var labels: [String: LabelCount] = [:]
  private(set) var conflicts: [Conflict] = []
  private(set) var conflictCount = 0
  private(set) var findings: [String: Int] = [:]
  private(set) var figureCount = 0

  /// How many conflicts are shown in full.
  static let conflictLimit = 100

  /// Makes an overview of nothing.
  public init() {}

  /// Where documents come from: the site or the folder, and who speaks there.
  struct Origin: Hashable, Comparable {
    let name: String
    let tier: String

    static func < (left: Origin, right: Origin) -> Bool { (left.name, left.tier) < (right.name, right.tier) }
  }

  struct OriginCount {
    var documents = 0
    var figures = 0
    var findings = 0
  }

  struct LabelCount {
    var count = 0
    var example: (document: String, link: String, sentence: String)?
  }

  /// Two figures that cannot both hold, or a document that gives two values for one thing.
  struct Conflict {
    let what: String
    let sides: [Side]

    struct Side {
      let text: String
      let sentence: String
      let source: String
      let tier: String
      let link: String
    }
  }

  /// Counts a document with what was found in it.
  public mutating func add(
    _ document: DocumentNote, figures: Int, findings codes: [String]
  ) {
    let origin = Origin(name: Self.origin(of: document.source), tier: document.tier ?? "")
    origins[origin, default: OriginCount()].documents += 1
    origins[origin]?.figures += figures
    origins[origin]?.findings += codes.count
    for code in codes { findings[code, default: 0] += 1 }
  }

  /// Counts what was found on pages that have no document.
  public mutating func add(findingsWithoutDocument code: String, count: Int = 1) {
    findings[code, default: 0] += count
  }

  /// Counts a figure.
  public mutating func add(_ figure: Figure) {
    figureCount += 1
    coverage.add(figure)
    guard figure.indicatorID == nil else { return }
    var label = labels[figure.indicator] ?? LabelCount()
    label.count += 1
    // The shortest sentence says it best; of those of one length the first by its bytes.
    let sentence = figure.sentence
    if let best = label.example, (best.sentence.utf8.count, best.sentence) <= (sentence.utf8.count, sentence)
    {
    } else {
      label.example = (figure.document.name, FigureLink.evidence(figure, root: ""), sentence)
    }
    labels[figure.indicator] = label
  }

  /// Adds a row of `conflicts.csv`: what two observations share, the preferred one, and the other, whose columns begin with
  /// `other_`.
  public mutating func add(conflict row: TableRow) {
    conflictCount += 1
    guard conflicts.count < Self.conflictLimit else { return }
    let what = ["region_name", "place", "indicator", "breakdown", "period"].compactMap { row[$0] }
    let sides = ["", "other_"].compactMap { Self.side(row, $0) }
    conflicts.append(Conflict(what: what.joined(separator: " · "), sides: sides))
  }

  /// Adds a finding that two values of one document differ.
  public mutating func add(
    conflicting message: String, in documentID: String, named name: String, at start: Int?
  ) {
    conflictCount += 1
    guard conflicts.count < Self.conflictLimit, let path = EvidencePath.of(documentID) else { return }
    let link = path + (start.map { "#m-\(FigureLink.finding(at: $0))" } ?? "")
    let side = Conflict.Side(text: "", sentence: "", source: name, tier: "", link: link)
    conflicts.append(Conflict(what: message, sides: [side]))
  }

  private static func side(_ row: TableRow, _ prefix: String) -> Conflict.Side? {
    func cell(_ name: String) -> String? { row[prefix + name] }
    guard let document = cell("document_id"), let path = EvidencePath.of(document) else { return nil }
    return Conflict.Side(
      text: cell("text") ?? cell("value") ?? "", sentence: cell("sentence") ?? "",
      source: cell("published") ?? document, tier: cell("tier") ?? "",
      link: path + (cell("observation_id").map { "#m-\($0)" } ?? ""))
  }

  /// The host of an address, else the folder of a file.
  static func origin(of source: String) -> String {
    if let scheme = source.firstRange(of: "://") {
      return String(source[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }
    guard let slash = source.lastIndex(of: "/") else { return source }
    return String(source[...slash])
  }
}
