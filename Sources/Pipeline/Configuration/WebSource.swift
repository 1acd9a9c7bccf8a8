internal import Extract
internal import Fetch
internal import Records

/// A source of pages on the web.
struct WebSource: Sendable {
  /// Where its pages are named.
  enum Kind: Sendable {
    /// In the configuration, one by one.
    case pages([PageURL])
    /// On list pages.
    case list(ListPages)
    /// In a sitemap, or an index of sitemaps.
    case sitemap(SitemapPages)
  }

  var kind: Kind
  /// How its hosts are to be treated, where the source says it.
  var politeness = Politeness()
  /// After how many days a page is asked for again; 0: in every run.
  var refreshDays = 30
  /// What the configuration says of its list or sitemap, in one text: other words are another rule.
  var rules = ""

  /// The URLs that the configuration names: where a crawl begins.
  var seeds: [PageURL] {
    switch kind {
    case .pages(let urls): urls
    case .list(let list): [list.url]
    case .sitemap(let sitemap): [sitemap.url]
    }
  }
}

/// How a host is treated, as far as it is said.
struct Politeness: Hashable, Sendable {
  /// Seconds between two requests.
  var delaySeconds: Int?
  /// The most pages of a run.
  var maxPages: Int?
  /// The hours in which the host is asked.
  var night: NightWindow?
}

/// Pages that name others, one after another.
struct ListPages: Sendable {
  /// The first one.
  var url: PageURL
  /// Which of its links are pages.
  var links: LinkRule
  /// Which lead to the next list page; nothing: there is only one.
  var next: NextPage?
  /// How many list pages are read at most.
  var maxPages = 10
  /// Pages that the list says to be older are left out.
  var since: Day?
}

/// A sitemap.
struct SitemapPages: Sendable {
  /// The sitemap, or an index of some.
  var url: PageURL
  /// Which of its entries are pages; nothing: all.
  var links: URLGlob?
  /// Pages that last changed before are left out.
  var since: Day?
}

/// Which links are meant: all that the pattern matches and that stand where the path leads.
struct LinkRule: Sendable {
  var glob: URLGlob?
  var path: ElementPath?
}

/// How a list goes on.
enum NextPage: Sendable {
  /// Links on the page.
  case links(LinkRule)
  /// URLs that count: `{n}` is 1 for the second page, 2 for the third.
  case numbered(prefix: String, suffix: String)
}

/// A pattern of whole URLs: `*` stands for any characters but `/`, `**` for any at all.
struct URLGlob: Hashable, Sendable {
  private let pattern: [UInt8]

  init(_ text: String) { pattern = Array(text.utf8) }

  /// Whether the URL is one that the pattern means.
  ///
  /// - Complexity: O(pattern × URL) at worst.
  func matches(_ url: String) -> Bool {
    let url = Array(url.utf8)
    let star = UInt8(ascii: "*")
    // Which places of the pattern can be reached with the bytes read so far.
    var reached = [Bool](repeating: false, count: pattern.count + 1)
    func spread(_ reached: inout [Bool]) {
      for index in pattern.indices where reached[index] && pattern[index] == star {
        reached[index + 1] = true
      }
    }
    reached[0] = true
    spread(&reached)
    for byte in url {
      var next = [Bool](repeating: false, count: pattern.count + 1)
      for index in pattern.indices where reached[index] {
        if pattern[index] == star {
          if byte != UInt8(ascii: "/") || isDouble(index) { next[index] = true }
        } else if pattern[index] == byte {
          next[index + 1] = true
        }
      }
      spread(&next)
      reached = next
    }
    return reached[pattern.count]
  }

  private func isDouble(_ index: Int) -> Bool {
    let star = UInt8(ascii: "*")
    return index + 1 < pattern.count && pattern[index + 1] == star || index > 0 && pattern[index - 1] == star
  }
}
