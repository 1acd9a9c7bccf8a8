/// Where in a page links stand, written as CSS writes it: `ul.list li a`, `#content .news a`.
///
/// Parts are separated by white space, and each stands somewhere inside the one before it. A part has a tag, classes
/// (`.list`), an id (`#content`), or several of them. The last part is the link or something around it.
public struct ElementPath: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    var tag: Tag?
    var id: [UInt8]?
    var classes: [[UInt8]] = []
  }

  let parts: [Part]

  /// Reads a path; nothing where it is none, or names a tag that is not known here.
  public init?(_ text: String) {
    var parts: [Part] = []
    for word in text.utf8.split(whereSeparator: \.isSpace) {
      guard let part = Self.part(Array(word)) else { return nil }
      parts.append(part)
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  private static func part(_ word: [UInt8]) -> Part? {
    var part = Part()
    var start = 0
    while start < word.count {
      let mark = word[start]
      let isMarked = mark == UInt8(ascii: ".") || mark == UInt8(ascii: "#")
      let first = isMarked ? start + 1 : start
      let end = word[first...].firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "#") } ?? word.count
      let name = Array(word[first..<end])
      guard !name.isEmpty, name.allSatisfy(isNameByte) else { return nil }
      if mark == UInt8(ascii: ".") {
        part.classes.append(name)
      } else if mark == UInt8(ascii: "#") {
        part.id = name
      } else {
        let tag = (name + [0]).withUnsafeBufferPointer { $0.baseAddress.map { Tag(name: $0) } }
        guard let tag, tag != .other, start == 0 else { return nil }
        part.tag = tag
      }
      start = end
    }
    return part
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Whether the path leads to the element at `row`, or to one around it.
  ///
  /// - Complexity: O(depth of the row).
  func leads(to row: Int, in nodes: NodeTable) -> Bool {
    var left = parts.count
    var row = row
    while row > 0 {
      if matches(parts[left - 1], row, nodes) {
        left -= 1
        if left == 0 { return true }
      }
      row = Int(nodes.nodes[row].parent)
    }
    return false
  }

  private func matches(_ part: Part, _ row: Int, _ nodes: NodeTable) -> Bool {
    if let tag = part.tag, nodes.nodes[row].tag != tag { return false }
    if let id = part.id, nodes.value(of: .id, at: row).map({ $0.elementsEqual(id) }) != true { return false }
    guard !part.classes.isEmpty else { return true }
    let classes = nodes.value(of: .classes, at: row)?.split(whereSeparator: \.isSpace) ?? []
    return part.classes.allSatisfy { name in classes.contains { $0.elementsEqual(name) } }
  }
}
