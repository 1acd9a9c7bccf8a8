public import Records
public import Vocabulary

/// Reads pages: bytes in, documents out.
///
/// It holds the words that it looks for and nothing of any page, so one extractor serves any number of tasks.
public struct Extractor: Sendable {
  private let limits: ExtractLimits
  private let words: PageWords
  private let roles: ContainerRoles
  private let judge: LineJudge
  private let units: UnitWords
  private let publishers: PublisherNames

  /// The tables in which it looks things up: rows of others change nothing.
  public static let tables: Set<VocabularyTable.Content> = [
    .boilerplate, .containers, .endings, .labels, .units,
  ]

  /// Makes an extractor that looks for the vocabulary's words.
  public init(vocabulary: Vocabulary, limits: ExtractLimits = ExtractLimits()) {
    self.limits = limits
    words = vocabulary.pageWords
    roles = ContainerRoles(words.containers)
    judge = LineJudge(words)
    publishers = PublisherNames(vocabulary.endings)
    units = UnitWords(Set(vocabulary.units.lazy.flatMap(\.surfaces)))
  }

  /// Reads one page. Whatever is wrong with it is a finding of the document.
  ///
  /// - Complexity: O(n) time and memory in the bytes of the page.
  public func document(from page: Page) -> Document {
    var document = Document(id: page.id, source: page.source)
    withText(of: page, document: &document) { bytes, document in
      write(read(bytes, into: &document), into: &document)
    }
    return document
  }

  /// Every line that a page shows, in its order, with what became of it: to see why a text came out as it did.
  ///
  /// - Complexity: O(n) time and memory in the bytes of the page.
  public func lines(of page: Page) -> [PageLine] {
    var document = Document(id: page.id, source: page.source)
    var lines: [PageLine] = []
    withText(of: page, document: &document) { bytes, document in
      let parts = read(bytes, into: &document)
      let table = parts.view.finder.lines
      lines = table.lines.indices.map { line in
        PageLine(
          fate: parts.main?.verdicts[line] ?? .noArticle,
          text: String(decoding: table.bytes(of: line), as: UTF8.self))
      }
    }
    return lines
  }

  /// Calls `body` with the page in UTF-8 where it is not refused; document and findings say what it is.
  private func withText(
    of page: Page, document: inout Document, _ body: (UnsafeBufferPointer<UInt8>, inout Document) -> Void
  ) {
    document.regionCode = page.defaults.region
    document.tier = page.defaults.tier
    document.published = page.defaults.published
    page.bytes.withUnsafeBufferPointer { bytes in
      if let refusal = refusal(of: bytes) {
        document.kind = .empty
        document.findings = [refusal, Finding(.noArticle, "nothing was read")]
        return
      }
      let decoded = DecodedPage(
        bytes, charset: page.defaults.charset.flatMap(Charset.init(label:)), sent: page.sentCharset)
      document.charset = decoded.charset.rawValue
      document.findings = decoded.findings
      if let converted = decoded.converted {
        converted.withUnsafeBufferPointer { body($0, &document) }
      } else {
        body(UnsafeBufferPointer(rebasing: bytes[decoded.skipped...]), &document)
      }
    }
  }

  private func refusal(of bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    let limit = min(limits.pageBytes, ExtractLimits.most)
    if bytes.count > limit {
      return Finding(.oversizedPage, "the page has \(bytes.count) bytes, more than the limit of \(limit)")
    }
    if let signature = FileSignature(bytes) {
      return Finding(.notHTML, "the bytes are \(signature.rawValue)")
    }
    return nil
  }

  /// What a page was taken apart into; `main` is nothing where it is no article.
  private struct Parts {
    let nodes: NodeTable
    let view: PageView
    let main: MainText?
  }

  /// Takes a page apart and fills in what it says of itself.
  private func read(_ bytes: UnsafeBufferPointer<UInt8>, into document: inout Document) -> Parts {
    let stripped = MarkupStripper(bytes)
    let parsed = PageParser.parse(stripped.output, nodes: limits.nodes)
    if let cut = parsed.cut { document.findings.append(Finding(.truncatedPage, cut.description)) }
    let meta = MetaTags(parsed.table)
    let page = view(of: parsed.table)
    let title = TitleWindow(finder: page.finder, meta: meta, publishers: publishers, place: page.place?.lines)
      .title()
    var metadata = MetadataReader(
      finder: page.finder, meta: meta, linkedData: stripped.linkedData, labels: words.labels,
      publishers: publishers,
      tables: page.dataTables.map { page.finder.lines.lines(of: $0.row, in: page.finder.nodes) }
    ).metadata(
      around: page.place?.lines, stamp: page.place?.stamp,
      isLetter: page.place.map { !$0.letter.isEmpty } ?? false,
      titleLine: title?.line, source: document.source)
    SiteNames(finder: page.finder, meta: meta, publishers: publishers, place: page.place?.lines)
      .read(
        title: metadata.title ?? title?.text,
        labels: SiteImprint(finder: page.finder, labels: words.labels, publishers: publishers),
        into: &metadata)
    metadata.write(to: &document, title: title)
    let main = page.place.map {
      BodyTrimmer(finder: page.finder)
        .trimmed($0, titleLine: title?.line, infoLines: metadata.infoLines, signature: metadata.signature)
    }
    document.kind = PageKindRule(finder: page.finder, judge: judge)
      .kind(title: document.title, text: main?.keptLines ?? [], isDated: metadata.isDated)
    return Parts(nodes: parsed.table, view: page, main: document.kind == .article ? main : nil)
  }

  /// Writes the main text.
  private func write(_ parts: Parts, into document: inout Document) {
    guard let main = parts.main else {
      document.findings.append(
        Finding(.noArticle, "the page is of the kind \(document.kind.rawValue)"))
      return
    }
    let page = parts.view
    document.rules["text"] = page.place?.rule
    document.nextPage = NextPageLink.address(
      in: page.finder, from: page.place?.lines.lowerBound ?? 0, source: document.source)
    document.rules["next_page"] = document.nextPage == nil ? nil : "NextPageLink"
    var writer = DocumentWriter(nodes: parts.nodes, lines: page.finder.lines, tables: page.tables)
    writer.write(main, dataTables: page.dataTables, into: &document)
    if document.documentNumber == nil {
      document.documentNumber = DocumentNumber.first(in: document)
      document.rules["document_number"] = document.documentNumber == nil ? nil : "DocumentNumber"
    }
  }

  /// The page as a reader sees it; with what is styled away where there is no text without it, as on pages
  /// whose scripts show their text.
  private func view(of nodes: NodeTable) -> PageView {
    func view(withHidden: Bool) -> PageView {
      PageView(
        nodes, roles: roles, judge: judge, units: units, labels: words.labels, withHidden: withHidden)
    }
    let shown = view(withHidden: false)
    guard shown.place == nil, nodes.nodes.contains(where: { $0.traits.contains(.hidden) }) else {
      return shown
    }
    let whole = view(withHidden: true)
    return whole.place == nil ? shown : whole
  }
}
