internal import Records
internal import Vocabulary

/// The places that a text names in full, and whether it goes from one to another.
///
/// Reads: how often each is named and whether clauses begin with it. Yields: whether the text is about several. Refuses: places
/// that lie in one another, those that are named less than half as often as the first, and those that no clause begins with
/// (东接天台县、仙居县 tells of neighbours).
struct SeveralPlaces {
  private struct Named {
    let place: Place
    var count: Int
    var isHead: Bool
  }

  private let gazetteer: Gazetteer
  private let year: Int?
  private var named: [Named] = []

  init(_ gazetteer: Gazetteer, year: Int?) { (self.gazetteer, self.year) = (gazetteer, year) }

  mutating func see(_ place: Place, isHead: Bool) {
    if let index = named.firstIndex(where: { $0.place.code == place.code }) {
      named[index].count += 1
      named[index].isHead = named[index].isHead || isHead
    } else {
      named.append(Named(place: place, count: 1, isHead: isHead))
    }
  }

  /// The other places that clauses are about as much as about this one.
  private func beside(_ place: Place) -> [Place] {
    let own = named.first { $0.place.code == place.code }?.count ?? 0
    return named.filter {
      $0.isHead && $0.count * 2 >= own && gazetteer.areApart($0.place, place, in: year)
    }.map(\.place)
  }

  /// Whether the place is only one of several: with two others, or with one of another province where the text does not
  /// speak of 全县 or 全市.
  func areMore(than place: Place, isOpen: Bool) -> Bool {
    let others = beside(place)
    return others.count > 1
      || isOpen && others.contains { gazetteer.common($0, place, in: year) == nil }
  }

  /// The prefecture that they all lie in.
  func prefecture(around place: Place) -> Place? {
    var common: Place? = place
    for other in beside(place) { common = common.flatMap { gazetteer.common($0, other, in: year) } }
    return common?.level == .province ? nil : common
  }
}
