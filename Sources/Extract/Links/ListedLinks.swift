public import Records

/// A link of a page.
public struct ListedLink: Hashable, Sendable {
  /// What it points to, as it is written: `../202206/t20220629_1.html`.
  public var reference: String
  /// Its words, white space as it was.
  public var text: String
  /// The day that stands beside it in the list.
  public var day: Day?

  /// Makes a link.
  public init(reference: String, text: String = "", day: Day? = nil) {
    self.reference = reference
    self.text = text
    self.day = day
  }
}

/// The links of a page of HTML in their order.
public struct ListedLinks: Sendable {
  /// What references count from, where the page says it (`<base href>`); else from its URL.
  public private(set) var base: String?
  private var found: [(row: Int, link: ListedLink)] = []
  private let nodes: NodeTable

  /// Reads the links of a page, whatever its charset.
  ///
  /// - Parameters:
  ///   - charset: the label of the charset that the source says, if it says one.
  ///   - sentCharset: the label of the charset that the server gave with the page.
  /// - Complexity: O(bytes + links × depth).
  public init(_ bytes: [UInt8], charset: String? = nil, sentCharset: String? = nil) {
    nodes = bytes.withUnsafeBufferPointer { bytes in
      let decoded = DecodedPage(bytes, charset: charset.flatMap(Charset.init(label:)), sent: sentCharset)
      if let converted = decoded.converted {
        return converted.withUnsafeBufferPointer { PageParser.parse(MarkupStripper($0).output).table }
      }
      let body = UnsafeBufferPointer(rebasing: bytes[decoded.skipped...])
      return PageParser.parse(MarkupStripper(body).output).table
    }
    let lists = LinkDates(nodes)
    for row in nodes.nodes.indices {
      guard let href = nodes.value(of: .href, at: row) else { continue }
      let reference = String(decoding: href, as: UTF8.self)
      switch nodes.nodes[row].tag {
      case .base where base == nil: base = reference
      case .a:
        let node = nodes.nodes[row]
        let text = String(decoding: nodes.text[Int(node.textStart)..<Int(node.textEnd)], as: UTF8.self)
        found.append((row, ListedLink(reference: reference, text: text, day: lists.day(beside: row))))
      default: break
      }
    }
  }

  /// The links that the path leads to; all where there is none.
  public func links(at path: ElementPath? = nil) -> [ListedLink] {
    found.filter { path?.leads(to: $0.row, in: nodes) ?? true }.map(\.link)
  }
}
