public import Records

/// An observation with what is known of it beside the text: a row of `observations.csv` but for `preferred`, which depends on
/// the other rows.
public struct ObservationRow: Sendable {
  /// What the document states.
  public var observation: Observation
  /// The order of the place that `regionCode` names; nothing where there is no such place.
  public var regionLevel: RegionLevel?
  /// The rule that told what the number is about.
  public var rule: String?
  /// The vocabulary's id of the unit, whose factor leads from the value to the standard value.
  public var unitID: String?
  /// The day on which the document came out.
  public var published: Day?
  /// Who speaks in the document.
  public var tier: Tier?
  /// What an analyst should look at, sorted, each once: codes of findings at the number, `corrected`, flags of corrections.
  public var flags: [String] = []

  /// Makes a row of which only the observation is known.
  public init(_ observation: Observation) { self.observation = observation }
}

/// The order of a place of GB/T 2260.
public enum RegionLevel: String, CaseIterable, Sendable {
  case province, prefecture, county
}

/// How often a figure of its kind comes, by the length of its period: SDMX code list CL_FREQ.
public enum Frequency: String, CaseIterable, Sendable {
  /// A year.
  case year = "A"
  /// A half of a year.
  case half = "S"
  /// A quarter.
  case quarter = "Q"
  /// A month.
  case month = "M"
  /// A day.
  case day = "D"
  /// Any other stretch: several years, January to September.
  case other = "_O"

  /// The frequency of a period.
  public init(of period: Period) {
    let (start, end) = (period.start, period.end)
    let isWhole = start.day == 1 && end.day == Day.lastDay(end.year, end.month) && start.year == end.year
    switch (isWhole, start.month, end.month) {
    case (true, 1, 12): self = .year
    case (true, 1, 6), (true, 7, 12): self = .half
    case (true, 1, 3), (true, 4, 6), (true, 7, 9), (true, 10, 12): self = .quarter
    case (true, let first, let last) where first == last: self = .month
    default: self = start == end ? .day : .other
    }
  }
}
