/// Articles each of which leads on to the next.
struct ArticleChains: Sendable {
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
    var place: Int
  }

  private struct Link: Sendable {
    /// The hash of the name that a page leads to.
    var next: UInt64
    /// Whether that is a part of the same article by its name.
    var isSibling: Bool
  }

  private var pages: [Page] = []
  /// By the places of the pages that have them, which are few.
  private var links: [Int: Link] = [:]

  mutating func add(_ name: PageName, next: PageName?, at place: Int) {
    pages.append(Page(name: name.hash, identity: name.identity, place: place))
    links[place] = next.map { Link(next: $0.hash, isSibling: $0.isSibling(of: name)) }
  }

  /// Takes the chains out, those of one article too where it leads to a part that is not there; nothing is left. Rings are
  /// none.
  ///
  /// - Complexity: O(n log n).
  mutating func takeChains() -> [Chain] {
    defer { self = ArticleChains() }
    guard !links.isEmpty else { return [] }
    var byName: [UInt64: Page] = [:]
    for page in pages where byName[page.name].map({ page.identity < $0.identity }) ?? true {
      byName[page.name] = page
    }
    let targets = Set(links.values.lazy.map(\.next))
    let heads = byName.values.filter { links[$0.place] != nil && !targets.contains($0.name) }.sorted {
      $0.name < $1.name
    }
    var taken: Set<UInt64> = []
    return heads.map { head in
      var chain = Chain(places: [], leadsNowhere: false)
      var page = head
      while taken.insert(page.name).inserted {
        chain.places.append(page.place)
        guard let link = links[page.place] else { break }
        guard let found = byName[link.next] else {
          chain.leadsNowhere = link.isSibling
          break
        }
        page = found
      }
      return chain
    }
  }
}
