/// Finds the link that leads on to the next page of an article.
///
/// Reads: the texts of links from the first line of the article on: 下一页, 下页, 后一页, with marks around them.
/// Yields: the address of the first, as that of a neighbour of the page: of a file the name in the same folder, of a web page
///   its own address.
/// Refuses: 下一篇, which is another article; scripts, places in a page, the page itself.
enum NextPageLink {
  private static let words: [[UInt8]] = ["下一页", "下页", "后一页"].map { Array($0.utf8) }

  /// - Complexity: O(rows).
  static func address(in finder: MainTextFinder, from firstLine: Int, source: String) -> String? {
    let nodes = finder.nodes
    for row in nodes.nodes.indices where nodes.nodes[row].tag == .a {
      let node = nodes.nodes[row]
      guard node.textEnd - node.textStart < 40, isNext(nodes.text[Int(node.textStart)..<Int(node.textEnd)]),
        finder.lines.lines(of: row, in: nodes).lowerBound >= firstLine,
        let target = nodes.value(of: .href, at: row),
        let address = resolved(target, against: Array(source.utf8))
      else { continue }
      return address
    }
    return nil
  }

  /// Whether a link's text is one of the words and nothing but ASCII marks and short signs (» › → ＞) around it.
  private static func isNext(_ text: ArraySlice<UInt8>) -> Bool {
    guard let start = text.firstIndex(where: { $0 >= 0xE4 && $0 <= 0xE9 }) else { return false }
    guard let word = words.first(where: { text[start...].starts(with: $0) }) else { return false }
    let rest = text[..<start] + text[(start + word.count)...]
    return rest.allSatisfy { !$0.isLetterOrDigit && !($0 >= 0xE4 && $0 <= 0xE9) }
  }

  /// A link's target as the name of another page among those that a page called `source` may stand with.
  static func resolved(_ target: ArraySlice<UInt8>, against source: [UInt8]) -> String? {
    let target = target.prefix { $0 != UInt8(ascii: "#") }.filter { !$0.isSpace }
    guard !target.isEmpty, !target.starts(with: "javascript:".utf8), !target.starts(with: "..".utf8) else {
      return nil
    }
    let slash = UInt8(ascii: "/")
    let folder = source[..<((source.lastIndex(of: slash) ?? -1) + 1)]
    var address: [UInt8]
    if !source.starts(with: "http://".utf8), !source.starts(with: "https://".utf8) {
      let path = target.prefix { $0 != UInt8(ascii: "?") }
      address = Array(folder) + path[((path.lastIndex(of: slash) ?? -1) + 1)...]
    } else if target.starts(with: "http://".utf8) || target.starts(with: "https://".utf8) {
      address = Array(target)
    } else if target[0] == slash {
      guard let host = source.dropFirst(8).firstIndex(of: slash) else { return nil }
      address = Array(source[..<host]) + target
    } else if target[0] == UInt8(ascii: "?") {
      address = Array(source.prefix { $0 != UInt8(ascii: "?") }) + target
    } else {
      address = Array(folder) + target.drop { $0 == UInt8(ascii: ".") || $0 == slash }
    }
    guard address != source, address.last != slash else { return nil }
    return String(decoding: address, as: UTF8.self)
  }
}
