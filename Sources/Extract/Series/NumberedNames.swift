/// Articles whose names differ in a number alone and whose titles are the same.
struct NumberedNames: Sendable {
  private struct Candidate: Sendable {
    /// The hash of the name without its number, and of the title.
    var key: UInt64
    /// The hash of the whole name, so that the order does not depend on places.
    var name: UInt64
    /// Place and number in one word: there is one for every page of a run.
    private var packed: UInt64

    init(key: UInt64, name: UInt64, number: UInt8, place: Int) {
      (self.key, self.name) = (key, name)
      packed = UInt64(place) << 8 | UInt64(number)
    }

    /// 0 for a name without a number.
    var number: UInt8 { UInt8(truncatingIfNeeded: packed) }
    var place: Int { Int(packed >> 8) }
  }

  private var candidates: [Candidate] = []

  mutating func add(_ name: PageName, title: String, at place: Int) {
    func add(_ base: some Collection<UInt8>, _ number: UInt8) {
      let key = NameHash(of: [Array(base), Array(title.utf8)].joined(separator: [0])).value
      candidates.append(Candidate(key: key, name: name.identity, number: number, place: place))
    }
    add(name.bytes, 0)
    if let part = name.part { add(part.base, part.number) }
  }

  /// Takes the groups of two or more out, an article in one of them at most; nothing is left.
  ///
  /// - Complexity: O(n log n).
  mutating func takeGroups() -> [PageSeries.Group] {
    // In place: a copy would be the most that a run holds.
    var sorted: [Candidate] = []
    swap(&sorted, &candidates)
    sorted.sort { ($0.key, $0.number, $0.name) < ($1.key, $1.number, $1.name) }
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
