internal import Extract
internal import Fetch
internal import Records
internal import Synchronization
internal import Vocabulary

/// What pages bring: list pages and sitemaps further pages, articles their further parts.
struct Harvest: Sendable {
  /// A page that was fetched, or lies in the archive.
  struct Content {
    /// Its bytes without any coding.
    var bytes: [UInt8]
    /// Where it came from.
    var url: PageURL
    /// The label of the charset that its server gave with it.
    var sentCharset: String?
  }

  /// The sources by name.
  let sources: [String: (web: WebSource, defaults: SourceDefaults)]
  let allowed: AllowList
  /// The day that the command line says instead of the sources' own, where it is later.
  var since: Day?
  /// The largest page or sitemap in bytes, a sitemap once it is decompressed.
  let limit: Int
  private let reader: ArticleReader

  /// - Parameter vocabulary: the tables, which are asked for when the first article with further parts comes.
  init(
    _ sources: [(source: Source, web: WebSource)], allowed: AllowList, since: Day?, limit: Int,
    vocabulary: @escaping @Sendable () throws -> Vocabulary
  ) {
    self.sources = Dictionary(
      sources.map { ($0.source.name, ($0.web, $0.source.defaults)) }, uniquingKeysWith: { first, _ in first })
    (self.allowed, self.since, self.limit) = (allowed, since, limit)
    reader = ArticleReader(vocabulary, ExtractLimits(pageBytes: limit))
  }

  /// The digest of all that says what the lists and sitemaps of a source bring. Where it has changed, they are to be
  /// read again though they have not.
  func rules(of source: String) -> String {
    let own = sources[source].map { [$0.web.rules, $0.defaults.charset ?? ""] } ?? []
    let words = own + allowed.written + [since?.description ?? ""]
    return Digest.sha256(Array(words.joined(separator: "\n").utf8))
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

  /// What a page was found to name.
  struct Named {
    /// How many pages, those that are left out because they are old among them.
    var count: Int
    /// Why it could not be read.
    var damage: String?
  }

  /// Calls `body` with each page that a list page or a sitemap names, or with the further parts of an article.
  ///
  /// Links to hosts that are not allowed are left out, and so are those that the list says to be older than `since`.
  ///
  /// - Parameters:
  ///   - source: the name of its source.
  ///   - depth: which page of a list, or which part of an article it is, from 0.
  func forEach(
    in content: Content, source name: String, kind: PageRow.Kind, depth: Int,
    _ body: (FetchState.Found) throws -> Void
  ) throws -> Named {
    guard let source = sources[name] else { return Named(count: 0) }
    switch (source.web.kind, kind) {
    case (.list(let list), .list):
      let (found, named) = pages(of: list, content, depth, source.defaults.charset)
      try found.forEach(body)
      return Named(count: named)
    case (.sitemap(let sitemap), .sitemap):
      let xml: [UInt8]
      do throws(FileReader.Failure) {
        xml = try FileReader.decompressed(content.bytes, limit: limit)
      } catch {
        return Named(count: 0, damage: error.cause)
      }
      return Named(count: try forEach(of: sitemap, xml, content.url, depth, body))
    case (_, .page):
      let found = try parts(of: content, depth, source.defaults)
      try found.forEach(body)
      return Named(count: found.count)
    default: return Named(count: 0)
    }
  }

  /// The further parts of an article, on its own host; as many as an article may have.
  private func parts(
    of content: Content, _ depth: Int, _ defaults: SourceDefaults
  ) throws -> [FetchState.Found] {
    guard depth + 1 < Self.mostParts else { return [] }
    let page = Page(
      id: "", source: content.url.description, bytes: content.bytes, sentCharset: content.sentCharset,
      defaults: defaults)
    return try reader.parts(of: page).lazy.compactMap { try? content.url.resolving($0) }
      .filter { $0.origin == content.url.origin && allowed.allows($0) }
      .prefix(Self.mostParts - depth - 1).map { FetchState.Found(url: $0, depth: depth + 1) }
  }

  /// How many parts an article may have. What goes on longer is a list or a trap.
  private static let mostParts = 20

  private func pages(
    of list: ListPages, _ content: Content, _ depth: Int, _ charset: String?
  ) -> (found: [FetchState.Found], named: Int) {
    let url = content.url
    let read = ListedLinks(content.bytes, charset: charset, sentCharset: content.sentCharset)
    let base = read.base.flatMap { try? url.resolving($0) } ?? url
    var found: [FetchState.Found] = []
    var isDated = false
    var isAllOld = true
    var named = 0
    for link in read.links(at: list.links.path) {
      guard let target = target(link, base, list.links.glob) else { continue }
      named += 1
      if link.day != nil { isDated = true } else { isAllOld = false }
      if isOld(link.day, list.since) { continue }
      isAllOld = false
      found.append(FetchState.Found(url: target, published: link.day))
    }
    // Lists begin with the newest: behind a page of old ones there are older ones.
    let isOver = isDated && isAllOld
    guard depth + 1 < list.maxPages, !isOver, let next = list.next else { return (found, named) }
    switch next {
    case .numbered(let prefix, let suffix):
      guard !found.isEmpty, let target = try? list.url.resolving(prefix + String(depth + 1) + suffix),
        allowed.allows(target)
      else { return (found, named) }
      found.append(FetchState.Found(url: target, kind: .list, depth: depth + 1))
    case .links(let rule):
      for link in read.links(at: rule.path) {
        guard let target = target(link, base, rule.glob), target != list.url else { continue }
        found.append(FetchState.Found(url: target, kind: .list, depth: depth + 1))
      }
    }
    return (found, named)
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
    of sitemap: SitemapPages, _ xml: [UInt8], _ url: PageURL, _ depth: Int,
    _ body: (FetchState.Found) throws -> Void
  ) rethrows -> Int {
    var named = 0
    try Sitemap.forEach(in: xml) { entry in
      guard let target = try? url.resolving(entry.location), allowed.allows(target) else { return }
      guard entry.isSitemap || sitemap.links?.matches(target.description) != false else { return }
      named += 1
      guard !isOld(entry.modified, sitemap.since) else { return }
      if !entry.isSitemap {
        try body(FetchState.Found(url: target, modified: entry.modified))
      } else if depth < Self.mostIndexes {
        try body(FetchState.Found(url: target, kind: .sitemap, depth: depth + 1))
      }
    }
    return named
  }

  /// An index may name indexes, so many deep; one that names itself is known already.
  private static let mostIndexes = 3
}

/// Reads articles for the links to their further parts. The tables are taken in when the first one comes.
private final class ArticleReader: Sendable {
  private let vocabulary: @Sendable () throws -> Vocabulary
  private let limits: ExtractLimits
  private let extractor = Mutex<Extractor?>(nil)

  init(_ vocabulary: @escaping @Sendable () throws -> Vocabulary, _ limits: ExtractLimits) {
    (self.vocabulary, self.limits) = (vocabulary, limits)
  }

  func parts(of page: Page) throws -> [String] {
    guard PartLinks.mayHave(page) else { return [] }
    let extractor = try extractor.withLock { known in
      let extractor = try known ?? Extractor(vocabulary: vocabulary(), limits: limits)
      known = extractor
      return extractor
    }
    return PartLinks.addresses(in: page, extractor)
  }
}
