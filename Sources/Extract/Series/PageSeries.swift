public import Records

/// Finds the articles of a batch that are parts of one, by the names of their files and their titles.
///
/// Reads: `a.html`, `a_1.html`, `a_2.html` and so on, `.gz` behind them or not: a name, then the same with a number from
///   1 or 2 behind `_`, `-` or `_p`; and `a_1.html`, `a_2.html` without a first.
/// Yields: groups of two or more with the same title, in the order of the numbers, and the numbers that are missing.
/// Refuses: names in different folders, numbers of more than two digits, articles without a title. Whether the pages
///   belong together is for `Document.areParts` to say: news_1 and news_2 often do not.
///
/// Of an article it keeps hashes alone, some 40 bytes; the groups do not depend on the order in which articles come.
public struct PageSeries: Sendable {
  /// Articles that may be parts of one.
  public struct Group: Hashable, Sendable {
    /// Their places, in the order of their numbers.
    public var places: [Int]
    /// The numbers between the first and the last that no article has; 1 stands for the beginning.
    public var missing: [Int]
  }

  private struct Candidate: Sendable {
    /// The hash of the name without its number, and of the title.
    var key: UInt64
    /// 0 for a name without a number.
    var number: UInt8
    /// The hash of the whole name, which tells `a.html` from `a.html.gz`.
    var name: UInt64
    var place: Int
  }

  private var candidates: [Candidate] = []

  /// Makes a series of nothing.
  public init() {}

  /// Takes a document in, if it is an article with a title; `place` is what the groups call it by.
  public mutating func add(_ document: Document, at place: Int) {
    guard document.kind == .article, let title = document.title else { return }
    let source = Array(document.source.utf8)
    let name = source.suffix(3).elementsEqual(".gz".utf8) ? source[..<(source.count - 3)] : source[...]
    let whole = NameHash(of: source).value
    func add(_ base: some Collection<UInt8>, _ number: UInt8) {
      let key = NameHash(of: [Array(base), Array(title.utf8)].joined(separator: [0])).value
      candidates.append(Candidate(key: key, number: number, name: whole, place: place))
    }
    add(name, 0)
    if let part = Self.numbered(name) { add(part.base, part.number) }
  }

  /// The groups; an article is in one of them at most.
  ///
  /// - Complexity: O(n log n) in the articles.
  public func groups() -> [Group] {
    let sorted = candidates.sorted { ($0.key, $0.number, $0.name) < ($1.key, $1.number, $1.name) }
    var groups: [Group] = []
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
  private static func group(of candidates: ArraySlice<Candidate>) -> Group? {
    var parts: [Candidate] = []
    for candidate in candidates where candidate.number != parts.last?.number { parts.append(candidate) }
    guard parts.count > 1 else { return nil }
    let numbers = parts.map { Int($0.number) }
    // Behind a name without a number comes 1 or 2.
    let first = numbers[0] == 0 && numbers[1] != 1 ? 2 : 1
    let missing = Set(first...max(first, numbers[numbers.count - 1])).subtracting(numbers).sorted()
    return Group(places: parts.map(\.place), missing: missing)
  }

  /// `a_2.html` as the name `a.html` and 2.
  private static func numbered(_ name: ArraySlice<UInt8>) -> (base: [UInt8], number: UInt8)? {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    var start = dot
    while start > 0, name[start - 1].isDigit { start -= 1 }
    guard (1...2).contains(dot - start) else { return nil }
    let number = name[start..<dot].reduce(0) { $0 * 10 + ($1 - 0x30) }
    if start > 0, name[start - 1] == UInt8(ascii: "p") { start -= 1 }
    guard number > 0, start > 1, name[start - 1] == UInt8(ascii: "_") || name[start - 1] == UInt8(ascii: "-"),
      name[start - 2] != UInt8(ascii: "/")
    else { return nil }
    return (Array(name[..<(start - 1)] + name[dot...]), number)
  }
}
