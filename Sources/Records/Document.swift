/// A page that was read: its main text, what stands in it, and what the page says of itself.
public struct Document: Sendable {
  /// The page's `id`.
  public var id: String
  /// The file or URL that it came from.
  public var source: String
  /// What the page turned out to be.
  public var kind: PageKind
  /// The character set that the bytes were read in: `utf-8`, `gb18030`, `big5`.
  public var charset: String
  /// The headline, without the name of the site.
  public var title: String?
  /// The day on which it came out.
  public var published: Day?
  /// Who wrote it, 作者.
  public var author: String?
  /// Who brought it out, 来源.
  public var publisher: String?
  /// The name of the site that it stands on, 网站名称.
  public var site: String?
  /// Where it stood first, 原文链接.
  public var originalURL: String?
  /// Where its next page is, 下一页, as a source: the name of a file beside its own, or an address.
  public var nextPage: String?
  /// The office that issued it, 发文机关, where the page is a policy document's.
  public var issuer: String?
  /// Its number in the catalogue of published information, 索引号.
  public var indexNumber: String?
  /// Its number as an official document, 发文字号: 国办发〔2018〕121号.
  public var documentNumber: String?
  /// For each of the fields above that the page gave, and for the text, the name of the rule that found it.
  public var rules: [String: String]
  /// GB/T 2260 code of the place it is about, as the source's defaults or the caller gave it.
  public var regionCode: String?
  /// Who speaks, as the source's defaults give it.
  public var tier: Tier?
  /// The main text: blocks joined by line feeds; cells of a table's row joined by tabs.
  public var text: String
  /// The blocks of `text` in order, without overlap. The rows of a table are one block.
  public var blocks: [Block]
  /// The data tables of `text` in order.
  public var tables: [DataTable]
  /// What was doubtful while the page was read.
  public var findings: [Finding]

  /// Makes a document without text.
  public init(id: String, source: String, kind: PageKind = .article, charset: String = "utf-8") {
    self.id = id
    self.source = source
    self.kind = kind
    self.charset = charset
    rules = [:]
    text = ""
    blocks = []
    tables = []
    findings = []
  }
}

/// What a page is.
public enum PageKind: String, CaseIterable, Sendable {
  /// It has a main text.
  case article
  /// It leads to articles: a list, a home page, a column.
  case list
  /// It says that something went wrong: 404, 页面不存在, a login wall.
  case error
  /// It has nothing to read.
  case empty
}

/// A stretch of a document's text that belongs together on the page.
public struct Block: Hashable, Sendable {
  /// What it is.
  public var kind: BlockKind
  /// A heading's level, 1 the highest; 0 for all that is no heading.
  public var level: Int
  /// Where it stands in the document's text.
  public var span: ByteSpan

  /// Makes the block.
  public init(_ kind: BlockKind, level: Int = 0, span: ByteSpan) {
    self.kind = kind
    self.level = level
    self.span = span
  }
}

/// What a block is.
public enum BlockKind: String, CaseIterable, Sendable {
  case heading, paragraph, item, caption, table, note
}
