/// A parsed page as one flat table: elements and texts in the order of the page.
///
/// A subtree is a range of rows, its text a range of bytes. Nothing here is recursive, so nesting costs
/// nothing, and what is summed over subtrees is a difference of two prefix sums.
struct NodeTable {
  /// The rows; row 0 is the page itself.
  var nodes: [Node] = []
  /// The attributes that are kept, in the order of their nodes.
  var attributes: [Attribute] = []
  /// The texts in order, as the parser gave them: entities resolved, white space as it was.
  var text: [UInt8] = []
  /// The values of the attributes.
  var values: [UInt8] = []

  /// One row.
  struct Node {
    var tag: Tag
    var traits: Traits
    /// The row of the element that it is in; the page itself is in row 0.
    var parent: Int32
    /// The row behind its subtree.
    var end: Int32
    /// Its bytes in `text`.
    var textStart: Int32
    var textEnd: Int32
    /// Its first attribute; the next node's is the one behind its last.
    var firstAttribute: Int32
  }

  /// What the style of an element, or its place, says about the text in it.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// `display:none` or the `hidden` attribute.
    static let hidden = Traits(rawValue: 1)
    static let bold = Traits(rawValue: 2)
    static let centred = Traits(rawValue: 4)
    /// Set in 18 pixels or more.
    static let large = Traits(rawValue: 8)
  }

  /// An attribute and where its value lies in `values`.
  struct Attribute {
    var name: AttributeName
    var start: Int32
    var end: Int32
  }

  /// The row behind the subtree of `node`.
  func end(of node: Int) -> Int { Int(nodes[node].end) }

  /// The bytes of an attribute, if `node` has it.
  func value(of name: AttributeName, at node: Int) -> ArraySlice<UInt8>? {
    let first = Int(nodes[node].firstAttribute)
    let last = node + 1 < nodes.count ? Int(nodes[node + 1].firstAttribute) : attributes.count
    for index in first..<last where attributes[index].name == name {
      return values[Int(attributes[index].start)..<Int(attributes[index].end)]
    }
    return nil
  }
}

/// The attributes that mean something here.
enum AttributeName: UInt8 {
  case classes, id, href, name, property, content, itemprop, colspan, rowspan, datetime, type, rel
}
