/// Articles each of which leads on to the next.
struct PageLinks: Sendable {
  /// Articles in the order in which they lead on.
  struct Chain {
    var places: [Int]
    /// Whether the last leads to a part that is not there.
    var leadsNowhere: Bool
  }

  private struct Page: Sendable {
    var name: UInt64
    /// The hash of the name with `.gz`: of two with one name that with the lesser one is taken.
    var identity: UInt64
    /// The hash of the name that it leads to.
    var next: UInt64?
    /// Whether that is a part of the same article by its name.
    var isSibling: Bool
    var place: Int
  }

  private var pages: [Page] = []

  mutating func add(_ name: PageName, next: PageName?, at place: Int) {
    pages.append(
      Page(
        name: name.hash, identity: name.identity, next: next?.hash,
        isSibling: next?.isSibling(of: name) ?? false, place: place))
  }

  /// The chains, those of one article too where it leads to a part that is not there. Rings are none.
  ///
  /// - Complexity: O(n log n).
  func chains() -> [Chain] {
    guard pages.contains(where: { $0.next != nil }) else { return [] }
    var byName: [UInt64: Page] = [:]
    for page in pages where byName[page.name].map({ page.identity < $0.identity }) ?? true {
      byName[page.name] = page
    }
    let targets = Set(pages.lazy.compactMap(\.next))
    let heads = byName.values.filter { $0.next != nil && !targets.contains($0.name) }.sorted {
      $0.name < $1.name
    }
    var taken: Set<UInt64> = []
    return heads.map { head in
      var chain = Chain(places: [], leadsNowhere: false)
      var page = head
      while taken.insert(page.name).inserted {
        chain.places.append(page.place)
        guard let next = page.next else { break }
        guard let found = byName[next] else {
          chain.leadsNowhere = page.isSibling
          break
        }
        page = found
      }
      return chain
    }
  }
}
