/// A place of GB/T 2260: a province, a prefecture or a county, as it was for some years.
public struct Place: Sendable {
  /// The six-digit code.
  public let code: String
  /// The name in full: 江口县.
  public let name: String
  /// The name without its class: 江口.
  public let shortName: String
  /// Where it stands in the order of places.
  public let level: PlaceLevel
  /// The code of the place that it belonged to; nothing for a province.
  public let parent: String?
  /// The first and last year of which the row holds; the last table year means: until today.
  public let years: ClosedRange<Int>
  /// The code that came after it; nothing where the code still holds.
  public let successor: String?
}

/// The order of places.
public enum PlaceLevel: String, Sendable {
  case province, prefecture, county
}
