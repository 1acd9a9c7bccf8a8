public import Records

/// Which regions, indicators and units the data names: the dictionaries hold these and no others.
public struct DictionaryUse: Sendable {
  /// The codes, each with a name that the data gives it.
  var regions: [String: String] = [:]
  /// The ids, each with the name that the data gives it.
  var indicators: [String: String] = [:]
  /// The ids, each with the surface and the standard unit that the data gives it.
  var units: [String: UsedUnit] = [:]

  struct UsedUnit: Sendable {
    var surface: String
    var standardUnit: String
  }

  /// Starts with nothing.
  public init() {}

  /// Notes what a row names.
  public mutating func note(_ row: ObservationRow) {
    let observation = row.observation
    if let code = observation.regionCode { note(region: code, named: observation.regionName ?? "") }
    if let id = observation.indicatorID {
      indicators[id] = min(indicators[id] ?? observation.indicator, observation.indicator)
    }
    if let id = row.unitID, units[id] == nil {
      units[id] = UsedUnit(
        surface: observation.quantity.unit, standardUnit: observation.quantity.standardUnit)
    }
  }

  /// Notes what a document names.
  public mutating func note(_ document: Document) {
    if let code = document.regionCode { note(region: code, named: "") }
  }

  /// Of several names the one that sorts last is kept, so that the order of rows does not matter.
  private mutating func note(region code: String, named name: String) {
    regions[code] = max(regions[code] ?? name, name)
  }

  /// Notes what another has noted.
  public mutating func merge(_ other: DictionaryUse) {
    regions.merge(other.regions) { max($0, $1) }
    indicators.merge(other.indicators) { min($0, $1) }
    units.merge(other.units) { first, _ in first }
  }
}
