internal import Records
internal import Vocabulary

/// A label as a row for a user's `indicators.tsv`: what its observations show is filled in, ranges are not.
struct SuggestedRow {
  private let cells: [String: String]

  init(_ entry: LabelTally.Entry, _ vocabulary: Vocabulary) {
    let units = entry.commonestUnits.compactMap { surface in
      vocabulary.units(written: surface).first.map { (surface: surface, unit: $0) }
    }
    let main = units.first?.unit
    let label = Self.cell(entry.label)
    cells = [
      "id": Self.id(of: entry.label),
      "name": label,
      // A word of one or two characters is often another's part.
      "weak": entry.label.unicodeScalars.count <= 2 ? label : "",
      "dimension": main?.dimension ?? "",
      "units": units.filter { $0.unit.dimension == main?.dimension }.prefix(3).map(\.unit.id).joined(
        separator: "|"),
      "kind": Self.kind(entry, main).rawValue,
      "category": "suggested",
      "note": Self.cell(Self.note(entry)),
    ]
  }

  /// The row in the order of the table's columns, without a line feed.
  var text: String { Indicator.columns.map { cells[$0] ?? "" }.joined(separator: "\t") }

  /// The table's header, without a line feed.
  static var header: String { Indicator.columns.joined(separator: "\t") }

  /// A name that stays the same from run to run: `x_` and eight hexadecimal digits of the label's SHA-256.
  private static func id(of label: String) -> String { "x_" + Digest.sha256(Array(label.utf8)).prefix(8) }

  /// What the unit lets one think of; only whoever knows the indicator can tell a stock from a flow.
  private static func kind(_ entry: LabelTally.Entry, _ unit: UnitOfMeasure?) -> IndicatorKind {
    let measures = entry.measures.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.rawValue < $1.key.rawValue
    }
    switch (unit?.kind, measures.first?.key) {
    case (.share, _), (nil, .share): return .share
    case (nil, .changeRate): return .growth
    case (.derived, _): return .rate
    case (.money, _), (.mass, _), (.energy, _): return .flow
    default: return .stock
    }
  }

  private static func note(_ entry: LabelTally.Entry) -> String {
    let example = entry.examples.first.map { ": \($0.sentence)" } ?? ""
    return "\(entry.count) times in \(entry.documents.count) documents\(example)"
  }

  /// A cell holds no tab, no line feed and, where parts are listed, no bar.
  private static func cell(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": scalars.append(" ")
      case "|": scalars.append("｜")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
