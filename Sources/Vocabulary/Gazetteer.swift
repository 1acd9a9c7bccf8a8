/// Places with their look-ups: by code, by name, by year, up and down.
///
/// A year before the table's first is answered as that first year; without a year a look-up answers
/// for today. Results keep the order of `places`.
///
/// A class, since it is large and asked for every name.
public final class Gazetteer: Sendable {
  /// Every row, the places of all years, in the order of codes and then of years.
  public let places: [Place]
  /// The first year that the rows speak of.
  public let firstYear: Int
  /// Full and short names; the payload of a match counts in `names`.
  public let words: Lexicon
  /// The names that `words` finds, each once, in the order in which `places` has them.
  public let names: [String]

  private let byCode: [String: Range<Int>]
  /// The rows of each of `names`.
  private let byName: [[Int]]
  private let byParent: [String: [Int]]
  private let bySuccessor: [String: [Int]]

  /// Makes the look-ups.
  ///
  /// - Complexity: O(n log n) in the rows.
  public init(_ places: [Place]) {
    let places = Self.sorted(places)
    var codes: [String: Range<Int>] = [:]
    var (parents, successors): ([String: [Int]], [String: [Int]]) = ([:], [:])
    var named: [String: Int] = [:]
    var rows: [[Int]] = []
    codes.reserveCapacity(places.count)
    named.reserveCapacity(places.count)
    var order: [String] = []
    var first = Place.today
    for (index, place) in places.enumerated() {
      first = min(first, place.years.lowerBound)
      codes[place.code] = (codes[place.code]?.lowerBound ?? index)..<index + 1
      if let parent = place.parent { parents[parent, default: []].append(index) }
      if let successor = place.successor { successors[successor, default: []].append(index) }
      for name in place.names {
        if let known = named[name] {
          rows[known].append(index)
        } else {
          named[name] = order.count
          order.append(name)
          rows.append([index])
        }
      }
    }
    self.places = places
    (firstYear, byCode, byName, byParent, bySuccessor) = (first, codes, rows, parents, successors)
    names = order
    words = Lexicon(names.enumerated().lazy.map { (word: $1, payload: $0) })
  }

  private static func sorted(_ places: [Place]) -> [Place] {
    func precedes(_ a: Place, _ b: Place) -> Bool {
      a.code != b.code ? a.code < b.code : a.years.lowerBound < b.years.lowerBound
    }
    let isSorted = zip(places, places.dropFirst()).allSatisfy { precedes($0, $1) }
    return isSorted ? places : places.sorted(by: precedes)
  }

  /// The place that had `code` in `year`.
  public func place(code: String, in year: Int? = nil) -> Place? {
    rows(byCode[code], in: year).first
  }

  /// Every row of `code`, in the order of years: its former names and parents.
  public func history(of code: String) -> [Place] {
    byCode[code].map { Array(places[$0]) } ?? []
  }

  /// The places that were called `name`, in full or in short, in `year`; 鼓楼区 gives four today.
  public func places(named name: String, in year: Int? = nil) -> [Place] {
    rows(words.payload(of: name).map { byName[$0] }, in: year)
  }

  /// The same for a name by its index in `names`.
  public func places(named index: Int, in year: Int? = nil) -> [Place] {
    rows(byName[index], in: year)
  }

  /// The province that the name of this index in `names` meant in `year`.
  public func province(named index: Int, in year: Int? = nil) -> Place? {
    let year = max(year ?? Place.today, firstYear)
    for row in byName[index] where places[row].level == .province && places[row].years.contains(year) {
      return places[row]
    }
    return nil
  }

  /// The places that were called `name`, in full or in short, in any year, former ones too: a place
  /// stands there once for each of its rows.
  public func placesEver(named name: String) -> [Place] {
    words.payload(of: name).map { byName[$0].map { places[$0] } } ?? []
  }

  /// The places called `name` that lay within the place of `code` in `year`: 江口 within 520600.
  public func places(named name: String, within code: String, in year: Int? = nil) -> [Place] {
    places(named: name, in: year).filter { $0.code != code && isWithin($0.code, code, in: year) }
  }

  /// The places right below the one of `code` in `year`.
  public func children(of code: String, in year: Int? = nil) -> [Place] {
    rows(byParent[code], in: year)
  }

  /// The place right above the one of `code` in `year`.
  public func parent(of code: String, in year: Int? = nil) -> Place? {
    place(code: code, in: year)?.parent.flatMap { place(code: $0, in: year) }
  }

  /// The place of `code` in `year` and those above it, the smallest first.
  public func path(of code: String, in year: Int? = nil) -> [Place] {
    var path: [Place] = []
    var next: String? = code
    while let code = next, path.count < 4, let place = place(code: code, in: year) {
      path.append(place)
      next = place.parent
    }
    return path
  }

  /// Whether the place of `code` lay within that of `other` in `year`; each place lies within itself.
  public func isWithin(_ code: String, _ other: String, in year: Int? = nil) -> Bool {
    path(of: code, in: year).contains { $0.code == other }
  }

  /// The code that the place of `code` has today; nothing where the code is unknown.
  public func codeToday(of code: String) -> String? {
    byCode[code].flatMap { places[$0].last }.map { $0.successor ?? code }
  }

  /// What the place that is `code` today was in `year`: 520621 in 2005 is 522222 江口县.
  ///
  /// Several places where several have become one since.
  public func places(nowCoded code: String, in year: Int) -> [Place] {
    if let same = place(code: code, in: year), same.successor == nil { return [same] }
    return rows(bySuccessor[code], in: year)
  }

  private func rows(_ indices: (some Sequence<Int>)?, in year: Int?) -> [Place] {
    let year = max(year ?? Place.today, firstYear)
    guard let indices else { return [] }
    return indices.lazy.map { [places] in places[$0] }.filter { $0.years.contains(year) }
  }
}
