public import Records

/// Finds the articles of a batch that are parts of one, by the names of their files and by the links that lead on.
///
/// Reads: names such as `a.html`, `a_1.html`, `a_2.html` and so on, `.gz` behind them or not: a name, then the same with a
///   number from 1 or 2 behind `_`, `-` or `_p`; and `a_1.html`, `a_2.html` without a first. What `NextPageLink` found.
/// Yields: groups with the same title in the order of their numbers, or as each leads to the next, and the numbers that are
///   missing. A link to a part by its name that is not there tells of a missing one too.
/// Refuses: names in different folders, numbers of more than two digits, articles without a title. Whether the pages
///   belong together is for `Document.areParts` to say: news_1 and news_2 often do not.
///
/// Of an article it keeps hashes alone, some 50 bytes; the groups do not depend on the order in which articles come.
public struct PageSeries: Sendable {
  /// Articles that may be parts of one; of a single one parts are missing.
  public struct Group: Hashable, Sendable {
    /// Their places, in the order of their numbers.
    public var places: [Int]
    /// The numbers that no article has; 1 stands for the beginning.
    public var missing: [Int]
  }

  private var names = NumberedNames()
  private var links = ArticleChains()

  /// Makes a series of nothing.
  public init() {}

  /// Takes a document in, if it is an article with a title; `place` is what the groups call it by.
  public mutating func add(_ document: Document, at place: Int) {
    guard document.kind == .article, let title = document.title else { return }
    let name = PageName(document.source)
    names.add(name, title: title, at: place)
    links.add(name, next: document.nextPage.map { PageName($0) }, at: place)
  }

  /// Takes the groups out, an article in one of them at most; the series is empty then.
  ///
  /// - Complexity: O(n log n) in the articles.
  public mutating func takeGroups() -> [Group] {
    let chains = links.takeChains()
    var chainOf: [Int: Int] = [:]
    for (index, chain) in chains.enumerated() {
      for place in chain.places { chainOf[place] = index }
    }
    var groups: [Group] = []
    var replaced: Set<Int> = []
    for var group in names.takeGroups() {
      let own = Set(group.places)
      let others = Set(group.places.compactMap { chainOf[$0] })
      // Links that lead beyond the names know more than these.
      guard others.allSatisfy({ own.isSuperset(of: chains[$0].places) }) else { continue }
      replaced.formUnion(others)
      if let last = group.places.last.flatMap({ chainOf[$0] }), chains[last].leadsNowhere,
        chains[last].places.last == group.places.last
      {
        group.missing.append(group.places.count + group.missing.count + 1)
      }
      groups.append(group)
    }
    for (index, chain) in chains.enumerated() where !replaced.contains(index) {
      let missing = chain.leadsNowhere ? [chain.places.count + 1] : []
      if chain.places.count > 1 || !missing.isEmpty {
        groups.append(Group(places: chain.places, missing: missing))
      }
    }
    return groups
  }
}
