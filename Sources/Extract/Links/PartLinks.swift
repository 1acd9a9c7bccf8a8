public import Records

/// Finds the links of an article on the web that lead to its further parts.
///
/// Reads: links to the page's own name with a number behind it (`a_2.html` on `a.html`, also `-2` and `_p2`), which is
///   how `PageSeries` knows parts by their names; and 下一页 (`NextPageLink`).
/// Yields: their addresses, each once.
/// Refuses: all links of a page that is no article, so that lists are not gone through.
public enum PartLinks {
  /// Whether the page may have such links, without reading it: nearly all have none.
  ///
  /// - Complexity: O(bytes).
  public static func mayHave(_ page: Page) -> Bool {
    page.bytes.withUnsafeBufferPointer { mayHold($0, page.source) }
  }

  /// The addresses of the further parts, in the order of the links.
  ///
  /// - Complexity: O(bytes).
  public static func addresses(in page: Page, _ extractor: Extractor) -> [String] {
    let document = extractor.document(from: page)
    guard document.kind == .article else { return [] }
    let own = PageName(page.source)
    let source = Array(page.source.utf8)
    let links = ListedLinks(page.bytes, charset: page.defaults.charset, sentCharset: page.sentCharset).links()
    var found: [String] = []
    for link in links {
      guard let address = NextPageLink.resolved(Array(link.reference.utf8)[...], against: source),
        PageName(address).isSibling(of: own)
      else { continue }
      found.append(address)
    }
    if let next = document.nextPage { found.append(next) }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// Whether the bytes, in UTF-8 or GB18030, have one of the words of `NextPageLink` or a name like that of the page
  /// with a number behind it.
  private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>, _ source: String) -> Bool {
    let stem = stem(of: Array(source.utf8))
    for index in bytes.indices {
      switch bytes[index] {
      // 页 behind 下 or 一.
      case 0xB5 where index >= 5 && bytes[index - 1] == 0xA1 && bytes[index - 2] == 0xE9:
        let isWord = bytes[index - 3] == 0x8B || bytes[index - 3] == 0x80
        if isWord, bytes[index - 4] == 0xB8, bytes[index - 5] == 0xE4 { return true }
      case 0xB3 where index >= 3 && bytes[index - 1] == 0xD2:
        let (first, second) = (bytes[index - 3], bytes[index - 2])
        if first == 0xCF && second == 0xC2 || first == 0xD2 && second == 0xBB { return true }
      case UInt8(ascii: "_"), UInt8(ascii: "-"):
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        guard next.isDigit || next == UInt8(ascii: "p"), !stem.isEmpty, index >= stem.count else { continue }
        if stem.indices.allSatisfy({ bytes[index - stem.count + $0] == stem[$0] }) { return true }
      default: continue
      }
    }
    return false
  }

  /// The name of the page's file without its ending, and without the number that tells parts apart.
  private static func stem(of source: [UInt8]) -> [UInt8] {
    let name = PageName(String(decoding: source, as: UTF8.self)).part?.base ?? source
    let file = name[(name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    return Array(file.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "?") })
  }
}
