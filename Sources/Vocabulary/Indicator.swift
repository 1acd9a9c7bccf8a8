public import Records

/// An indicator as `indicators.tsv` has it.
public struct Indicator: Sendable {
  /// Its id: ASCII, at most 32 characters, a valid column name in Stata.
  public let id: String
  /// Its name in Chinese.
  public let name: String
  /// The other ways in which the same thing is written.
  public let variants: [String]
  /// Its name in English.
  public let englishName: String
  /// What it measures: the dimension of the units that it may stand in.
  public let dimension: String
  /// Whether it is a stock, a flow, a rate, a share or a growth.
  public let kind: String
  /// The group that it belongs to: `agriculture`.
  public let category: String
}
