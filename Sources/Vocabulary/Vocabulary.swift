/// Every table that the stages read: what things are called. How names combine is code, in the stages.
public struct Vocabulary: Sendable {
  /// Units of measure and measure words.
  public let units: [UnitOfMeasure]
  /// Indicators.
  public let indicators: [Indicator]
  /// Set phrases that are no quantities.
  public let phrases: [Phrase]
  /// Places.
  public let places: [Place]
}
