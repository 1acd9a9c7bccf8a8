internal import Records

/// A point of a chart: a figure with a value and a time.
struct ChartPoint {
  let period: Period
  let value: ExactDecimal
  /// What the point says to who points at it or hears it.
  let label: String
  /// Where its evidence lies.
  let link: String
  /// Whether it is a goal rather than what came about.
  let isTarget: Bool
  /// Whether a line leads through it: of several figures of one time only one is.
  let isOnLine: Bool

  /// Where it stands: at the end of its time.
  var day: Day { period.end }
}

/// A small chart of values over time, as what the template draws: all places are whole units of its picture.
struct LineChart {
  static let (width, height) = (560, 220)
  private static let (left, right, top, bottom) = (64, 18, 14, 30)
  private static let labelRoom = 64

  /// Nothing where fewer than two times have a value, or where values lie too far apart to be drawn.
  static func content(_ points: [ChartPoint], unit: String, title: Terms.Term, fromZero: Bool) -> Templates
    .Content?
  {
    guard Set(points.map(\.day)).count > 1, let scale = Scale(over: points.map(\.value), fromZero: fromZero),
      let axis = TimeAxis(over: points.map(\.day))
    else { return nil }
    let (across, down) = (width - left - right, height - top - bottom)
    func x(_ day: Day) -> Int { left + axis.place(of: day, in: across) }
    func y(_ value: ExactDecimal) -> Int? { scale.place(of: value, in: down).map { height - bottom - $0 } }
    var dots: [Templates.Content] = []
    for point in points {
      guard let y = y(point.value) else { return nil }
      dots.append([
        "x": x(point.day), "y": y, "label": point.label, "link": point.link,
        "style": point.isTarget ? "goal" : point.isOnLine ? "fact" : "other",
      ])
    }
    let ticks = scale.ticks.compactMap { tick -> Templates.Content? in
      y(tick).map { ["y": $0, "textY": $0 + 4, "tick": NumberText.short(tick)] }
    }
    return [
      "width": width, "height": height, "left": left, "edge": width - right, "tickX": left - 8,
      "labelY": height - 9, "title": title.content, "unit": Templates.given(unit),
      "name": "\(title.plain) \(unit)", "ticks": ticks,
      "zero": y(.zero).flatMap { height - bottom > $0 && $0 > top ? ["y": $0] as Any : nil } ?? false,
      "times": times(points, x), "dots": dots,
      "facts": lines(points.filter { !$0.isTarget && $0.isOnLine }, x, y),
      "goals": lines(points.filter { $0.isTarget && $0.isOnLine }, x, y),
      "hasGoals": points.contains(where: \.isTarget),
    ]
  }

  /// The corners of the lines through the points in the order of time: a line ends before a time that has no value. Points in time
  /// (the end of a year) have no such gaps.
  private static func lines(
    _ points: [ChartPoint], _ x: (Day) -> Int, _ y: (ExactDecimal) -> Int?
  ) -> [Templates.Content] {
    var lines: [[String]] = []
    var last: Period?
    for point in points.sorted(by: { $0.day < $1.day }) {
      guard let y = y(point.value) else { continue }
      if let last,
        last.start == last.end || TimeAxis.number(of: point.period.start) <= TimeAxis.number(of: last.end) + 1
      {
        lines[lines.count - 1].append("\(x(point.day)),\(y)")
      } else {
        lines.append(["\(x(point.day)),\(y)"])
      }
      last = point.period
    }
    return lines.filter { $0.count > 1 }.map { ["corners": $0.joined(separator: " ")] }
  }

  /// The labels below the axis: as many as there is room for, the last one among them.
  private static func times(_ points: [ChartPoint], _ x: (Day) -> Int) -> [Templates.Content] {
    let days = Dictionary(points.map { ($0.day, $0.period.label) }) { first, _ in first }.sorted {
      $0.key > $1.key
    }
    var times: [Templates.Content] = []
    var edge = Int.max
    for (day, label) in days {
      let place = x(day)
      if edge != Int.max, edge - place < labelRoom { continue }
      edge = place
      times.append(["x": place, "time": label])
    }
    return times.reversed()
  }
}
