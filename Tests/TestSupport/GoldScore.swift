public import Records

/// How the observations of a document stand to its gold rows, by the conventions of samples/README.md.
///
/// A gold row is found where an observation overlaps its surface; it is whole where every field that the row states agrees.
public struct GoldScore {
  /// Gold rows that must be found.
  public private(set) var wanted = 0
  /// Those of them that are found and agree in every field.
  public private(set) var whole = 0
  /// Observations that no gold row stands for.
  public private(set) var extra = 0
  /// Observations where there is no quantity at all.
  public private(set) var trapped = 0
  /// What is wrong, for people.
  public private(set) var misses: [String] = []

  /// Holds observations of `text` against its gold rows.
  public init(_ observations: [Observation], of text: String, gold: [[String: String]]) {
    let squeezed = Squeezed(text)
    var used: Set<Int> = []
    var excused: [Range<Int>] = []
    for row in gold {
      guard let place = squeezed.find(row["left"] ?? "", row["surface"] ?? "") else {
        if row["use"] == "indicator" {
          wanted += 1
          misses.append("not in the text: \(row["left"] ?? "")⟦\(row["surface"] ?? "")⟧")
        }
        continue
      }
      let candidates = observations.indices.filter {
        !used.contains($0) && place.overlaps(observations[$0].span.start..<observations[$0].span.end)
      }
      switch row["use"] {
      case "trap":
        let taken = candidates.filter { observations[$0].span.end <= place.upperBound + 1 }
        trapped += taken.isEmpty ? 0 : 1
        misses += taken.map { "a trap: \(row["left"] ?? "")⟦\(observations[$0].surface)⟧" }
      case "indicator":
        wanted += 1
        judge(row, candidates, observations, &used)
      default: excused.append(place)
      }
    }
    for (index, observation) in observations.enumerated() where !used.contains(index) {
      let span = observation.span.start..<observation.span.end
      if excused.contains(where: span.overlaps) { continue }
      extra += 1
      misses.append("not in the gold: \(observation.surface) \(observation.indicator)")
    }
  }

  private mutating func judge(
    _ row: [String: String], _ candidates: [Int], _ observations: [Observation], _ used: inout Set<Int>
  ) {
    let place = "\(row["left"] ?? "")⟦\(row["surface"] ?? "")⟧"
    let judged = candidates.map { ($0, Self.disagreements(row, observations[$0])) }
    guard let best = judged.min(by: { $0.1.count < $1.1.count }) else {
      misses.append("missing: \(place)")
      return
    }
    used.insert(best.0)
    if best.1.isEmpty {
      whole += 1
    } else {
      misses.append("\(place): \(best.1.joined(separator: "; "))")
    }
  }

  /// The fields in which an observation is not what the row says.
  public static func disagreements(_ row: [String: String], _ observation: Observation) -> [String] {
    let quantity = observation.quantity
    let label = observation.indicator + " " + (observation.indicatorID ?? "")
    let checks: [(field: String, agrees: Bool, got: String)] = [
      ("value", number(row["value"], quantity.value), "\(quantity.value?.description ?? "")"),
      ("low", number(row["low"], quantity.low?.value), "\(quantity.low?.value.description ?? "")"),
      ("high", number(row["high"], quantity.high?.value), "\(quantity.high?.value.description ?? "")"),
      ("relation", row["relation"] == quantity.relation.rawValue, quantity.relation.rawValue),
      ("unit", oneOf(row["unit"], quantity.unit) || row["unit"] == quantity.unit, quantity.unit),
      ("about", about(row["about"], label), label),
      ("measure", oneOf(row["measure"], observation.measure.rawValue), observation.measure.rawValue),
      ("status", oneOf(row["status"], observation.status.rawValue), observation.status.rawValue),
      ("period", oneOf(row["period"], observation.period?.label ?? ""), observation.period?.label ?? ""),
      ("region", oneOf(row["region"], observation.regionCode ?? ""), observation.regionCode ?? ""),
      ("place", place(row["place"], observation.place ?? ""), observation.place ?? ""),
    ]
    return checks.filter { !$0.agrees }.map { "\($0.field) is \($0.got), not \(row[$0.field] ?? "")" }
  }

  private static func number(_ wanted: String?, _ got: ExactDecimal?) -> Bool {
    guard let wanted, !wanted.isEmpty else { return true }
    return ExactDecimal(wanted) == got
  }

  /// Whether the value is one of the alternatives between `|`; what the row leaves open agrees with all.
  private static func oneOf(_ wanted: String?, _ got: String) -> Bool {
    guard let wanted, !wanted.isEmpty else { return true }
    return wanted.split(separator: "|", omittingEmptySubsequences: false).contains { $0 == got }
  }

  /// Whether one of the alternatives has all its key words in the label.
  private static func about(_ wanted: String?, _ label: String) -> Bool {
    guard let wanted, !wanted.isEmpty else { return true }
    return wanted.split(separator: "|").contains { $0.split(separator: "&").allSatisfy(label.contains) }
  }

  private static func place(_ wanted: String?, _ got: String) -> Bool {
    guard let wanted, !wanted.isEmpty else { return true }
    return got.contains(wanted) || (!got.isEmpty && wanted.contains(got))
  }
}

/// A text without its white space, and the way back to its scalars.
private struct Squeezed {
  private var scalars: [Unicode.Scalar] = []
  private var offsets: [Int] = []

  init(_ text: String) {
    for (offset, scalar) in text.unicodeScalars.enumerated() where !scalar.properties.isWhitespace {
      scalars.append(scalar)
      offsets.append(offset)
    }
  }

  /// Where `surface` stands behind `left`, in scalars of the text.
  func find(_ left: String, _ surface: String) -> Range<Int>? {
    let (before, inside) = (Squeezed(left).scalars, Squeezed(surface).scalars)
    guard !inside.isEmpty, let at = scalars.firstRange(of: before + inside)?.lowerBound else { return nil }
    let start = at + before.count
    return offsets[start]..<offsets[start + inside.count - 1] + 1
  }
}
