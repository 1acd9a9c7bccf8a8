internal import Extract
internal import Fetch
internal import Records

/// What the list pages and sitemaps of sources bring: further pages.
struct Harvest: Sendable {
  /// The sources by name.
  let sources: [String: (web: WebSource, charset: String?)]
  let allowed: AllowList
  /// The day that the command line says instead of the sources' own, where it is later.
  var since: Day?
  /// The largest sitemap in bytes once it is decompressed.
  let limit: Int

  init(_ sources: [(source: Source, web: WebSource)], allowed: AllowList, since: Day?, limit: Int) {
    self.sources = Dictionary(
      sources.map { ($0.source.name, ($0.web, $0.source.defaults.charset)) },
      uniquingKeysWith: { first, _ in first })
    (self.allowed, self.since, self.limit) = (allowed, since, limit)
  }

  /// After how many days the pages of a source are asked for again.
  func refreshDays(_ source: String) -> Int {
    sources[source]?.web.refreshDays ?? WebSource(kind: .pages([])).refreshDays
  }

  /// How many list pages a source may have.
  func listLimit(_ source: String) -> Int {
    if case .list(let list)? = sources[source]?.web.kind { list.maxPages } else { 0 }
  }

  /// Whether a page that is not there is the end of a numbered list, and no failure.
  func isEnd(_ page: PageRow) -> Bool {
    guard page.kind == .list, page.depth > 0, case .list(let list)? = sources[page.source]?.web.kind,
      case .numbered? = list.next
    else { return false }
    return true
  }

  /// Calls `body` with each page that a list page or a sitemap names; of a page itself with none.
  ///
  /// Links to hosts that are not allowed are left out, and so are those that the list says to be older than `since`.
  ///
  /// - Parameters:
  ///   - content: the page without any coding.
  ///   - source: the name of its source.
  ///   - depth: which page of a list it is, from 0.
  ///   - url: where it came from.
  func forEach(
    in content: [UInt8], source name: String, kind: PageRow.Kind, depth: Int, at url: PageURL,
    _ body: (FetchState.Found) throws -> Void
  ) rethrows {
    guard let source = sources[name] else { return }
    switch (source.web.kind, kind) {
    case (.list(let list), .list):
      try pages(of: list, content, depth, url, source.charset).forEach(body)
    case (.sitemap(let sitemap), .sitemap): try forEach(of: sitemap, content, depth, url, body)
    default: return
    }
  }

  private func pages(
    of list: ListPages, _ content: [UInt8], _ depth: Int, _ url: PageURL, _ charset: String?
  ) -> [FetchState.Found] {
    let read = ListedLinks(content, charset: charset)
    let base = read.base.flatMap { try? url.resolving($0) } ?? url
    var found: [FetchState.Found] = []
    var isDated = false
    var isAllOld = true
    for link in read.links(at: list.links.path) {
      guard let target = target(link, base, list.links.glob) else { continue }
      if link.day != nil { isDated = true } else { isAllOld = false }
      if isOld(link.day, list.since) { continue }
      isAllOld = false
      found.append(FetchState.Found(url: target, published: link.day))
    }
    // Lists begin with the newest: behind a page of old ones there are older ones.
    let isOver = isDated && isAllOld
    guard depth + 1 < list.maxPages, !isOver, let next = list.next else { return found }
    switch next {
    case .numbered(let prefix, let suffix):
      guard !found.isEmpty, let target = try? list.url.resolving(prefix + String(depth + 1) + suffix),
        allowed.allows(target)
      else { return found }
      found.append(FetchState.Found(url: target, kind: .list, depth: depth + 1))
    case .links(let rule):
      for link in read.links(at: rule.path) {
        guard let target = target(link, base, rule.glob), target != list.url else { continue }
        found.append(FetchState.Found(url: target, kind: .list, depth: depth + 1))
      }
    }
    return found
  }

  private func target(_ link: ListedLink, _ base: PageURL, _ glob: URLGlob?) -> PageURL? {
    guard let target = try? base.resolving(link.reference), allowed.allows(target) else { return nil }
    return glob?.matches(target.description) == false ? nil : target
  }

  private func isOld(_ day: Day?, _ own: Day?) -> Bool {
    guard let day else { return false }
    return [since, own].contains { $0.map { day < $0 } ?? false }
  }

  private func forEach(
    of sitemap: SitemapPages, _ content: [UInt8], _ depth: Int, _ url: PageURL,
    _ body: (FetchState.Found) throws -> Void
  ) rethrows {
    let bytes = Gzip.isGzip(content) ? (try? Gzip.decompress(content, limit: limit)) ?? [] : content
    try Sitemap.forEach(in: bytes) { entry in
      guard let target = try? url.resolving(entry.location), allowed.allows(target),
        !isOld(entry.modified, sitemap.since)
      else { return }
      if !entry.isSitemap {
        guard sitemap.links?.matches(target.description) != false else { return }
        try body(FetchState.Found(url: target, modified: entry.modified))
      } else if depth < Self.mostIndexes {
        try body(FetchState.Found(url: target, kind: .sitemap, depth: depth + 1))
      }
    }
  }

  /// An index may name indexes, so many deep; one that names itself is known already.
  private static let mostIndexes = 3
}
