public import Records

/// Finds the blocks that stand on many pages of one site, and takes them out of its documents: what a page's own
/// shape did not give away as furniture.
///
/// Reads: the first three and the last six blocks of up to 500 articles of each site, of each title one, those whose titles
///   have the least hashes: a sample that does not depend on the order in which articles come. A site is the host of an
///   address, or the folder of a file.
/// Yields: documents without the blocks of at least eight characters that stand so under half of the site's titles,
///   and under three at least; a finding says what was taken out.
/// Refuses: tables, captions of tables, blocks in the middle of a text, and to take out half of a text or more: copies of
///   an article share its text too.
public struct RepeatedBlocks: Sendable {
  private var sites: [String: Site] = [:]

  private struct Site: Sendable {
    /// The articles that are counted, sorted by the hash of their titles.
    private var sample: [Sampled] = []
    private(set) var counts: [UInt64: Int] = [:]
    var articles: Int { sample.count }

    /// Whether an article belongs to the sample as far as that is known.
    func admits(_ title: UInt64) -> Bool {
      sample.count < RepeatedBlocks.articleLimit || sample.last.map { title <= $0.title } ?? true
    }

    /// Takes an article in; of those with one title the one whose id has the least hash counts.
    mutating func add(_ article: Sampled) {
      let place = self.place(of: article.title)
      if place < sample.count, sample[place].title == article.title {
        guard article.id < sample[place].id else { return }
        uncount(sample[place])
        sample[place] = article
      } else {
        sample.insert(article, at: place)
      }
      for hash in article.blocks { counts[hash, default: 0] += 1 }
      if sample.count > RepeatedBlocks.articleLimit { uncount(sample.removeLast()) }
    }

    /// Where an article with that title stands, or goes.
    private func place(of title: UInt64) -> Int {
      var (low, high) = (0, sample.count)
      while low < high {
        let middle = (low + high) / 2
        if sample[middle].title < title { low = middle + 1 } else { high = middle }
      }
      return low
    }

    private mutating func uncount(_ article: Sampled) {
      for hash in article.blocks { counts[hash] = counts[hash].flatMap { $0 > 1 ? $0 - 1 : nil } }
    }
  }

  /// What is kept of an article: hashes of its title, its id and its blocks.
  private struct Sampled: Sendable {
    let title: UInt64
    let id: UInt64
    let blocks: Set<UInt64>
  }

  private static let articleLimit = 500
  private static let leastCharacters = 8
  private static let leastDocuments = 3

  /// Makes a count of nothing.
  public init() {}

  /// Counts the blocks of an article; all are counted before any is taken out.
  ///
  /// - Complexity: O(1) in the articles before it.
  public mutating func count(_ document: Document) {
    guard document.kind == .article else { return }
    let name = Self.site(of: document.source)
    let id = NameHash(of: document.id.utf8).value
    let title = document.title.map { NameHash(of: $0.utf8).value } ?? id
    guard sites[name, default: Site()].admits(title) else { return }
    let text = Array(document.text.utf8)
    let blocks = Set(Self.edges(of: document).compactMap { Self.hash(document.blocks[$0], text) })
    sites[name, default: Site()].add(Sampled(title: title, id: id, blocks: blocks))
  }

  /// The document without the blocks that its site repeats.
  ///
  /// - Complexity: O(n) in its text.
  public func removing(from document: Document) -> Document {
    guard document.kind == .article, let site = sites[Self.site(of: document.source)] else { return document }
    let text = Array(document.text.utf8)
    let repeated = Self.edges(of: document).filter { index in
      guard let hash = Self.hash(document.blocks[index], text), let count = site.counts[hash] else {
        return false
      }
      return count >= Self.leastDocuments && count * 2 >= site.articles
    }
    let size = repeated.reduce(0) { $0 + document.blocks[$1].span.count }
    guard !repeated.isEmpty, size * 2 < text.count else { return document }
    return document.removing(blocks: Set(repeated))
  }

  /// The blocks at either end of a text, by their index.
  private static func edges(of document: Document) -> [Int] {
    let count = document.blocks.count
    return document.blocks.indices.filter { $0 < 3 || $0 >= count - 6 }
  }

  /// The hash of a block that can be furniture.
  private static func hash(_ block: Block, _ text: [UInt8]) -> UInt64? {
    guard block.kind != .table, block.kind != .caption else { return nil }
    let bytes = text[block.span.start..<block.span.end]
    guard bytes.count(where: { $0 & 0xC0 != 0x80 }) >= leastCharacters else { return nil }
    return NameHash(of: bytes).value
  }

  /// The host of an address; of a file the first folder that is called like one (`www.example.gov.cn`, as mirroring
  /// programs lay pages out), else its own folder.
  private static func site(of source: String) -> String {
    let bytes = Array(source.utf8)
    let slash = UInt8(ascii: "/")
    for scheme in ["http://", "https://"] where source.hasPrefix(scheme) {
      return String(decoding: bytes.dropFirst(scheme.utf8.count).prefix { $0 != slash }, as: UTF8.self)
    }
    guard let last = bytes.lastIndex(of: slash) else { return "" }
    for folder in bytes[..<last].split(separator: slash) where isHost(folder) {
      return String(decoding: folder, as: UTF8.self)
    }
    return String(decoding: bytes[..<last], as: UTF8.self)
  }

  /// Whether a folder's name has two dots at least, none at its start or end: `..` and `v1.2` are none.
  private static func isHost(_ name: ArraySlice<UInt8>) -> Bool {
    let dot = UInt8(ascii: ".")
    return name.count { $0 == dot } >= 2 && name.first != dot && name.last != dot
      && name.contains { $0.isLetter }
  }
}

extension Document {
  /// The document without some of its blocks, none of them a table; spans count in the text that is left.
  fileprivate func removing(blocks removed: Set<Int>) -> Document {
    let old = Array(text.utf8)
    var result = self
    var bytes: [UInt8] = []
    result.blocks = []
    result.tables = []
    result.findings = findings.filter { $0.span == nil }
    var tables = tables[...]
    for (index, block) in blocks.enumerated() where !removed.contains(index) {
      if !bytes.isEmpty { bytes.append(0x0A) }
      let offset = bytes.count - block.span.start
      func moved(_ span: ByteSpan) -> ByteSpan { ByteSpan(span.start + offset, span.end + offset) }
      bytes.append(contentsOf: old[block.span.start..<block.span.end])
      result.blocks.append(Block(block.kind, level: block.level, span: moved(block.span)))
      if block.kind == .table, var table = tables.popFirst() {
        table.span = moved(table.span)
        for cell in table.cells.indices { table.cells[cell].span = moved(table.cells[cell].span) }
        result.tables.append(table)
      }
      for finding in findings {
        guard let span = finding.span, block.span.contains(span) else { continue }
        result.findings.append(Finding(finding.code, finding.message, at: moved(span)))
      }
    }
    result.text = String(decoding: bytes, as: UTF8.self)
    for index in removed.sorted() {
      let span = blocks[index].span
      let words = String(decoding: old[span.start..<span.end], as: UTF8.self)
      result.findings.append(Finding(.repeatedBlock, "stands on many pages of the site: \(words)"))
    }
    return result
  }
}
