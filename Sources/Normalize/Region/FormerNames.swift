internal import Records
internal import Vocabulary

// Names as texts use them, those of former years too.
extension Gazetteer {
  /// The places that the name of this index in `names` means in a text of `year`: those of the year; where it has none,
  /// those that were ever called so.
  func places(meantBy name: Int, in year: Int?) -> [Place] {
    let now = places(named: name, in: year)
    return now.isEmpty ? lastOfEach(placesEver(named: names[name])) : now
  }

  /// Of the rows of one place under its former codes the last one: 监利县 had two before it became a city.
  private func lastOfEach(_ rows: [Place]) -> [Place] {
    var last: [String: Place] = [:]
    for row in rows {
      let key = codeToday(of: row.code) ?? row.code
      if let known = last[key], known.years.upperBound >= row.years.upperBound { continue }
      last[key] = row
    }
    return last.keys.sorted().compactMap { last[$0] }
  }

  /// The smallest place that both lie in, or are; nothing where they share no province.
  func common(_ one: Place, _ other: Place, in year: Int?) -> Place? {
    let around = path(of: other.code, in: year)
    return path(of: one.code, in: year).first { place in around.contains { $0.code == place.code } }
  }

  /// Whether neither of the two lies in the other.
  func areApart(_ one: Place, _ other: Place, in year: Int?) -> Bool {
    !isWithin(one.code, other.code, in: year) && !isWithin(other.code, one.code, in: year)
  }
}
