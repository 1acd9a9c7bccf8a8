/// Articles whose names differ in a number alone and whose titles are the same.
struct NumberedNames: Sendable {
  private struct Candidate: Sendable {
    /// The hash of the name without its number, and of the title.
    var key: UInt64
    /// 0 for a name without a number.
    var number: UInt8
    var place: Int
    /// The hash of the whole name, so that the order does not depend on places.
    var name: UInt64
  }

  private var candidates: [Candidate] = []

  mutating func add(_ name: PageName, title: String, at place: Int) {
    func add(_ base: some Collection<UInt8>, _ number: UInt8) {
      let key = NameHash(of: [Array(base), Array(title.utf8)].joined(separator: [0])).value
      candidates.append(Candidate(key: key, number: number, place: place, name: name.identity))
    }
    add(name.bytes, 0)
    if let part = name.part { add(part.base, part.number) }
  }

  /// The groups of two or more, an article in one of them at most.
  ///
  /// - Complexity: O(n log n).
  func groups() -> [PageSeries.Group] {
    let sorted = candidates.sorted { ($0.key, $0.number, $0.name) < ($1.key, $1.number, $1.name) }
    var groups: [PageSeries.Group] = []
    var taken: Set<Int> = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
      if end - start > 1, let group = Self.group(of: sorted[start..<end]),
        taken.isDisjoint(with: group.places)
      {
        taken.formUnion(group.places)
        groups.append(group)
      }
      start = end
    }
    return groups
  }

  /// The group of candidates in the order of their numbers; of several with one number the first is taken.
  private static func group(of candidates: ArraySlice<Candidate>) -> PageSeries.Group? {
    var parts: [Candidate] = []
    for candidate in candidates where candidate.number != parts.last?.number { parts.append(candidate) }
    guard parts.count > 1 else { return nil }
    let numbers = parts.map { Int($0.number) }
    // Behind a name without a number comes 1 or 2.
    let first = numbers[0] == 0 && numbers[1] != 1 ? 2 : 1
    let missing = Set(first...max(first, numbers[numbers.count - 1])).subtracting(numbers).sorted()
    return PageSeries.Group(places: parts.map(\.place), missing: missing)
  }
}
