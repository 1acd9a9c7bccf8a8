/// All figures about one region, in the order of `observations.csv`.
public struct RegionSheet: Sendable {
  /// Its code of GB/T 2260.
  public let code: String
  /// Its figures.
  public private(set) var figures: [Figure] = []
  /// How many figures there are beyond those that the page shows.
  public private(set) var omitted = 0
  /// How many figures it has whose indicator the vocabulary does not know.
  public private(set) var mentions = 0

  /// The most figures that one page shows.
  public static let limit = 20_000

  /// Makes the sheet of a region; nothing for a code that is none.
  public init?(_ code: String) {
    guard let code = RegionCode(code) else { return nil }
    self.code = code.text
  }

  /// Adds a figure; mentions are counted alone.
  public mutating func add(_ figure: Figure) {
    if figure.indicatorID == nil {
      mentions += 1
    } else if figures.count < Self.limit {
      figures.append(figure)
    } else {
      omitted += 1
    }
  }

  /// What it is called: as the latest of its figures has it.
  var name: String {
    let named =
      figures.last { $0.regionName != nil && $0.period != nil } ?? figures.last { $0.regionName != nil }
    return named?.regionName ?? code
  }
}
