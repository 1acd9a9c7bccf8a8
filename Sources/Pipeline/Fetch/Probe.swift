internal import Extract
internal import Fetch
internal import Normalize
internal import Records
internal import SystemPackage
internal import Vocabulary

/// `xianzhi probe`: what would happen with one page.
public struct Probe {
  private let configuration: String
  private let isConfigured: Bool

  /// - Parameter path: the configuration; a page on the web needs one that is there, for it says whom the crawl is
  ///   from.
  public init(configuration path: String) {
    configuration = path
    isConfigured = System.exists(path)
  }

  /// Fetches the page, or reads the file, and prints what it is and how much it states. Nothing is kept.
  ///
  /// The configuration says how the host is treated; it is asked even where `fetch.hosts` does not name it, and
  /// redirects may lead on to hosts that it names.
  /// - Throws: a `Stop` with status 66 for a file that cannot be read, 75 for a page that cannot be fetched, 78 for a page
  ///   on the web without a configuration; a `Fault` where the configuration is wrong.
  public func run(_ subject: String) async throws {
    var lines = ProbeLines()
    guard subject.hasPrefix("http://") || subject.hasPrefix("https://") else {
      let limits = try isConfigured ? Configuration(file: configuration).limits : Configuration.Limits()
      do throws(FileReader.Failure) {
        let page = try PageLoader(limit: limits.pageBytes).page(named: FileName(subject), SourceDefaults())
        try read(page, vocabulary(), limits, &lines)
      } catch {
        throw Stop(.noInput, "\(subject): \(error.cause)")
      }
      return try lines.print()
    }
    try await fetch(subject, &lines)
  }

  private func vocabulary() throws(FileReader.Failure) -> Vocabulary {
    do {
      return try isConfigured ? Configuration(file: configuration).vocabulary() : Vocabulary.builtIn()
    } catch {
      throw FileReader.Failure(cause: "\(error)")
    }
  }

  private func fetch(_ subject: String, _ lines: inout ProbeLines) async throws {
    let configuration = try Configuration(file: configuration)
    let settings = try configuration.requiredSettings()
    let url: PageURL
    do throws(FetchFailure) {
      url = try PageURL(subject)
    } catch {
      throw Stop(.usage, "expected the URL of a page: \(error)")
    }
    var policy = CrawlPolicy(
      settings, sources: configuration.webSources, pageBytes: configuration.limits.pageBytes, seed: 0)
    policy.attempts = 1
    let isNamed = settings.allowed.allows(url)
    if !isNamed, let own = AllowList(["\(url.host):\(url.port)"]) { policy.allowed = own }
    let (queue, signals) = (ProbeQueue(url), StopSignals())
    let engine = CrawlEngine(policy: policy, frontier: queue)
    let watcher = Task {
      while !Task.isCancelled {
        if signals.stop != nil { engine.stop() }
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    let summary = try await engine.run()
    watcher.cancel()
    if let stop = signals.stop { throw Stop(stop.status, "stopped") }
    lines.add("url", url.description)
    lines.add("fetch.hosts", isNamed ? "names its host" : "does not name its host; fetch would leave it out")
    lines.add("robots.txt", Self.robots(queue))
    guard case .page(let exchange)? = queue.outcome?.ending else {
      try lines.print()
      let failure = summary.hosts[url.host]?.lastFailure?.description
      if case .failed(let failure, _)? = queue.outcome?.ending { throw Stop(.tryAgain, failure.description) }
      throw Stop(.tryAgain, failure ?? "\(url): was not fetched")
    }
    if exchange.url != url { lines.add("redirected to", exchange.url.description) }
    lines.add("status", "\(exchange.status)")
    lines.add("address", exchange.remoteAddress)
    lines.add(
      "content-type", exchange.field("content-type").map { String(decoding: $0, as: UTF8.self) } ?? "-")
    lines.add("etag", exchange.field("etag").map { String(decoding: $0, as: UTF8.self) } ?? "-")
    lines.add(
      "last-modified", exchange.field("last-modified").map { String(decoding: $0, as: UTF8.self) } ?? "-")
    let source = configuration.webSources.first { $0.web.seeds.contains(url) }
    let page = PageLoader.page(
      exchange.content, source: exchange.url.description, sentCharset: exchange.sentCharset,
      source?.source.defaults ?? SourceDefaults())
    read(page, try configuration.vocabulary(), configuration.limits, &lines)
    if let source { try harvest(source, exchange, configuration, settings, &lines) }
    try lines.print()
  }

  private static func robots(_ queue: ProbeQueue) -> String {
    if case .failed(let failure, _)? = queue.outcome?.ending, failure.code == .robotsDisallowed {
      return "forbids it"
    }
    switch queue.robots?.answer {
    case .file: return "allows it"
    case .unavailable: return "is not there, which allows it"
    case .unreachable: return "cannot be had, which forbids it"
    case nil: return "-"
    }
  }

  /// What a list page or a sitemap of the configuration would bring.
  private func harvest(
    _ source: (source: Source, web: WebSource), _ exchange: Exchange, _ configuration: Configuration,
    _ settings: FetchSettings, _ lines: inout ProbeLines
  ) throws {
    let kind: PageRow.Kind
    switch source.web.kind {
    case .pages: return
    case .list: kind = .list
    case .sitemap: kind = .sitemap
    }
    let harvest = Harvest(
      [source], allowed: settings.allowed, since: nil, limit: configuration.limits.pageBytes,
      vocabulary: configuration.vocabulary)
    let content = Harvest.Content(
      bytes: exchange.content, url: exchange.url, sentCharset: exchange.sentCharset)
    var found: [FetchState.Found] = []
    let named = try harvest.forEach(in: content, source: source.source.name, kind: kind, depth: 0) {
      found.append($0)
    }
    if let damage = named.damage {
      lines.add("links", "the sitemap \(damage): fetch would take it for a failure")
    }
    if named.damage == nil, named.count == 0 {
      lines.add("links", "none that the source means: fetch would take it for a failure")
    }
    lines.add(
      "links", "\(found.count { $0.kind == .page }) pages, \(found.count { $0.kind != .page }) further lists")
    for page in found.prefix(5) { lines.add("", "\(page.url) \(page.published?.description ?? "")") }
  }

  private func read(
    _ page: Page, _ vocabulary: Vocabulary, _ limits: Configuration.Limits, _ lines: inout ProbeLines
  ) {
    let document = Extractor(vocabulary: vocabulary, limits: limits.extraction).document(from: page)
    let statements = Normalizer(vocabulary: vocabulary).statements(in: document)
    lines.add("document", page.id)
    lines.add("bytes", "\(page.bytes.count)")
    lines.add("charset", document.charset)
    lines.add("kind", document.kind.rawValue)
    lines.add("title", document.title ?? "-")
    lines.add("published", document.published?.description ?? "-")
    lines.add("publisher", document.publisher ?? "-")
    lines.add(
      "region", statements.observations.lazy.compactMap(\.regionCode).first ?? document.regionCode ?? "-")
    lines.add("text", "\(document.text.unicodeScalars.count) characters, \(document.tables.count) tables")
    lines.add("observations", "\(statements.observations.count)")
    let findings = document.findings + statements.findings
    lines.add("findings", "\(findings.count)")
    for finding in findings { lines.add("", "\(finding.code.rawValue): \(finding.message)") }
  }
}

/// Lines of names and values.
private struct ProbeLines {
  private var lines: [(name: String, value: String)] = []

  mutating func add(_ name: String, _ value: String) { lines.append((name, value)) }

  func print() throws {
    let sink = ByteSink(.standardOutput, name: "standard output")
    let width = lines.map(\.name.count).max() ?? 0
    for (name, value) in lines {
      try sink.write(
        Array((name + String(repeating: " ", count: width - name.count) + "  " + value + "\n").utf8))
    }
    try sink.flush()
  }
}
