import Records

/// Reads the dates of links in lists.
///
/// Reads: `<li><a>…</a><span>2022-06-29</span></li>`, and the same in rows of tables, definition lists and blocks.
/// Yields: the first full date beside the link, in the smallest element around it that has one.
/// Refuses: dates in the link's own words, which are part of a title; dates beyond an element that holds other links too.
struct LinkDates {
  private let nodes: NodeTable
  /// How many links there are before each row.
  private let linksBefore: [Int32]

  /// How many elements around a link are looked at.
  private static let reach = 5

  init(_ nodes: NodeTable) {
    self.nodes = nodes
    var counts: [Int32] = [0]
    counts.reserveCapacity(nodes.nodes.count + 1)
    for node in nodes.nodes { counts.append((counts.last ?? 0) + (node.tag == .a ? 1 : 0)) }
    linksBefore = counts
  }

  /// The day beside the link at `row`.
  ///
  /// - Complexity: O(bytes of the element around it).
  func day(beside row: Int) -> Day? {
    let link = nodes.nodes[row]
    var around = Int(link.parent)
    for _ in 0..<Self.reach where around > 0 {
      let element = nodes.nodes[around]
      guard linksBefore[Int(element.end)] - linksBefore[around] <= 1 else { return nil }
      let parts = [
        Int(link.textEnd)..<Int(element.textEnd), Int(element.textStart)..<Int(link.textStart),
      ]
      let day = nodes.text.withUnsafeBufferPointer { text in
        parts.lazy.compactMap { DateReader(text).first(in: $0)?.day }.first
      }
      if let day { return day }
      around = Int(element.parent)
    }
    return nil
  }
}
