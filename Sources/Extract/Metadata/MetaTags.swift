/// What the head of a page says of it in `<meta>` and `<title>`.
struct MetaTags {
  /// The contents by name or property, in small letters; of several of one name the first that says anything.
  private(set) var values: [String: String] = [:]
  /// The text of the first `<title>`.
  private(set) var title = ""

  /// - Complexity: O(rows).
  init(_ nodes: NodeTable) {
    for row in nodes.nodes.indices {
      switch nodes.nodes[row].tag {
      case .meta:
        guard let content = nodes.value(of: .content, at: row), !content.isEmpty else { continue }
        let names = [AttributeName.name, .property, .itemprop]
        guard let name = names.lazy.compactMap({ nodes.value(of: $0, at: row) }).first else { continue }
        let key = String(decoding: name.map(\.lowercased), as: UTF8.self)
        if values[key] == nil {
          let text = Self.normalized(content)
          if !text.isEmpty { values[key] = text }
        }
      case .title:
        guard title.isEmpty, nodes.nodes[Int(nodes.nodes[row].parent)].tag != .svg else { continue }
        let node = nodes.nodes[row]
        title = Self.normalized(nodes.text[Int(node.textStart)..<Int(node.textEnd)])
      default: break
      }
    }
  }

  /// The first of `names` that the page has.
  subscript(names: String...) -> String? {
    for name in names {
      if let value = values[name] { return value }
    }
    return nil
  }

  /// Text as `CharacterRules` has it.
  static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
    var nodes = NodeTable()
    nodes.text = Array(bytes)
    let end = Int32(truncatingIfNeeded: bytes.count)
    nodes.nodes = [
      NodeTable.Node(
        tag: .text, traits: [], parent: 0, end: 1, textStart: 0, textEnd: end, firstAttribute: 0)
    ]
    let lines = LineBuilder.lines(of: nodes)
    guard !lines.lines.isEmpty else { return "" }
    return String(decoding: lines.bytes(of: 0), as: UTF8.self)
  }
}
