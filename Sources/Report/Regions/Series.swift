internal import Records

/// The figures of a region for one indicator, and the lines that can be drawn through them.
struct Series {
  let figures: [Figure]
  private let terms: Terms

  init(_ figures: [Figure], _ terms: Terms) {
    (self.figures, self.terms) = (figures, terms)
  }

  /// What is drawn: levels with goals beside what came about, and growth beside them.
  func charts() -> [Templates.Content] {
    let level = Terms.Term(chinese: "水平", english: "level")
    let growth = Terms.Term(chinese: "增长率", english: "growth")
    return [chart(of: [.level, .share], level), chart(of: [.changeRate], growth)].compactMap(\.self)
  }

  private func chart(of measures: [Measure], _ title: Terms.Term) -> Templates.Content? {
    let codes = Set(measures.map(\.rawValue))
    let drawn = figures.filter { codes.contains($0.measure) && $0.isWhole && $0.period != nil }
    guard let like = Self.largest(drawn.filter { $0.value != nil }, by: Self.unit),
      let same = Self.largest(like, by: { $0.period.map(Self.shape) ?? "" })
    else { return nil }
    // The unit of the print where all have it, else the one that all are converted into.
    let prints = Set(same.map { $0.row["unit"] ?? "" })
    let isPlain = prints.count == 1
    let unit = isPlain ? prints.first ?? "" : same.first?.row["standard_unit"] ?? ""
    var taken: Set<String> = []
    let points = same.sorted(by: Self.isBetter).compactMap { figure -> ChartPoint? in
      guard let period = figure.period, let value = isPlain ? figure.value : figure.standardValue else {
        return nil
      }
      let isOnLine = taken.insert("\(period.label) \(figure.isTarget)").inserted
      return ChartPoint(
        period: period, value: value, label: label(figure, period),
        link: FigureLink.evidence(figure, root: "../"),
        isTarget: figure.isTarget, isOnLine: isOnLine)
    }
    let ordered = points.sorted {
      ($0.day, $0.isTarget ? 1 : 0, $0.label) < ($1.day, $1.isTarget ? 1 : 0, $1.label)
    }
    return LineChart.content(ordered, unit: unit, title: title, fromZero: measures.contains(.changeRate))
  }

  /// Value, time, source and date of a point, and what it is where it is no plain fact.
  private func label(_ figure: Figure, _ period: Period) -> String {
    var parts = ["\(period.label): \(figure.text)"]
    if figure.isTarget { parts.append(terms(.status, Status.target.rawValue).plain) }
    parts.append(figure.document.name)
    if let published = figure.published { parts.append(published) }
    return parts.joined(separator: " · ")
  }

  /// Values can be compared where they are converted into one unit, or are printed in one that is not converted.
  private static func unit(_ figure: Figure) -> String {
    figure.standardValue == nil ? figure.row["unit"] ?? "" : "= " + (figure.row["standard_unit"] ?? "")
  }

  /// What sort of stretch the period is: a line leads through those of one sort alone.
  static func shape(_ period: Period) -> String {
    String(period.label.map { $0.isNumber ? "0" : $0 })
  }

  /// The largest group; of groups of one size the first by name.
  private static func largest(_ figures: [Figure], by key: (Figure) -> String) -> [Figure]? {
    Dictionary(grouping: figures, by: key).max {
      $0.value.count != $1.value.count ? $0.value.count < $1.value.count : $0.key > $1.key
    }?.value
  }

  /// Which of two figures of one time the line leads through: the preferred one, else the nearer source, the later print.
  static func isBetter(_ left: Figure, _ right: Figure) -> Bool {
    func rank(_ figure: Figure) -> (Int, Int, String, String) {
      let tier =
        figure.tier.flatMap(Tier.init).flatMap { Tier.allCases.firstIndex(of: $0) } ?? Tier.allCases.count
      return (figure.isPreferred == true ? 0 : 1, tier, figure.published ?? "", figure.id)
    }
    let (one, other) = (rank(left), rank(right))
    if one.0 != other.0 { return one.0 < other.0 }
    if one.1 != other.1 { return one.1 < other.1 }
    return one.2 != other.2 ? one.2 > other.2 : one.3 < other.3
  }
}
