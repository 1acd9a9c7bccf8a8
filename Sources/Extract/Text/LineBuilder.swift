/// Reads a node table as lines.
struct LineBuilder {
  private let nodes: NodeTable
  private var table = LineTable()
  private var line: LineTable.Line
  /// The open elements that say something about the text in them; the innermost last.
  private var open: [Context]
  /// Line breaks since the last text.
  private var breaks = 2
  /// White space since the last text.
  var gap: Gap = .none
  /// Whether the last character is set solid with its like.
  private var endsWide = false
  private var withHidden = false

  /// White space between two texts; of several the greatest counts. `column` is a gap of two or more spaces in
  /// preformatted text, which sets columns apart; it stays as a tab.
  enum Gap: UInt8, Comparable {
    case none, space, lineEnd, hardSpace, column
    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  private struct Context {
    var end: Int
    var place: LineTable.Place
    var headingLevel: UInt8
    var block: Int32
    var breaksLine: Bool
  }

  /// The lines of all that is shown on the page.
  ///
  /// - Parameter withHidden: whether what is styled away is read too.
  /// - Complexity: O(n).
  static func lines(of nodes: NodeTable, withHidden: Bool = false) -> LineTable {
    var builder = LineBuilder(nodes)
    builder.withHidden = withHidden
    builder.walk()
    return builder.table
  }

  private init(_ nodes: NodeTable) {
    self.nodes = nodes
    line = LineTable.Line(start: 0, end: 0, block: 0, firstPiece: 0)
    open = [Context(end: nodes.nodes.count, place: [], headingLevel: 0, block: 0, breaksLine: true)]
    table.text.reserveCapacity(nodes.text.count)
    table.linesBefore.reserveCapacity(nodes.nodes.count + 1)
  }

  private mutating func walk() {
    nodes.text.withUnsafeBufferPointer { text in
      var row = 0
      while row < nodes.nodes.count {
        close(before: row)
        let node = nodes.nodes[row]
        if node.tag == .text {
          table.linesBefore.append(Int32(truncatingIfNeeded: table.lines.count))
          let bytes = UnsafeBufferPointer(rebasing: text[Int(node.textStart)..<Int(node.textEnd)])
          PieceNormalizer.append(
            bytes, row: row, isPreformatted: innermost.place.contains(.preformatted), to: &self)
          row += 1
        } else if node.tag.hidesContent || node.traits.contains(.hidden) && !withHidden {
          if node.tag.breaksLine { endLine() }
          skip(row)
          row = Int(node.end)
        } else if node.tag == .sup,
          let mark = Superscript(nodes.text[Int(node.textStart)..<Int(node.textEnd)])
        {
          skip(row)
          for scalar in mark.scalars(behindWide: isLineEmpty || endsWide) { append(scalar, row: row) }
          row = Int(node.end)
        } else {
          enter(node, row)
          row += 1
        }
      }
      close(before: row)
      endLine()
      table.linesBefore.append(Int32(truncatingIfNeeded: table.lines.count))
    }
  }

  /// Passes over the subtree of `row`.
  private mutating func skip(_ row: Int) {
    for _ in row..<Int(nodes.nodes[row].end) {
      table.linesBefore.append(Int32(truncatingIfNeeded: table.lines.count))
    }
  }

  private var innermost: Context { open[open.count - 1] }
  private var isLineEmpty: Bool { table.text.count == Int(line.start) }

  /// Leaves the elements that end before `row`.
  private mutating func close(before row: Int) {
    while open.count > 1, open[open.count - 1].end <= row {
      let left = open.removeLast()
      if left.breaksLine {
        endLine()
        breaks = 2
        line.block = innermost.block
      }
    }
  }

  private mutating func enter(_ node: NodeTable.Node, _ row: Int) {
    let breaksLine = node.tag.breaksLine
    if node.tag == .br {
      endLine()
      breaks += 1
    } else if breaksLine {
      endLine()
      breaks = 2
    }
    table.linesBefore.append(Int32(truncatingIfNeeded: table.lines.count))
    guard Int(node.end) > row + 1 else { return }
    var context = innermost
    context.end = Int(node.end)
    context.breaksLine = breaksLine
    if breaksLine { context.block = Int32(truncatingIfNeeded: row) }
    if let level = node.tag.headingLevel { context.headingLevel = UInt8(level) }
    context.place.formUnion(LineTable.Place(node, isLink: node.tag == .a && isLink(row)))
    if node.tag == .table || node.tag == .td || node.tag == .th { context.place.remove(.item) }
    open.append(context)
    if breaksLine { line.block = context.block }
  }

  private func isLink(_ row: Int) -> Bool { nodes.value(of: .href, at: row) != nil }

  /// Ends the line where it has any text, and begins the next one.
  mutating func endLine() {
    gap = .none
    if !isLineEmpty {
      line.end = Int32(truncatingIfNeeded: table.text.count)
      table.lines.append(line)
      table.text.append(0x0A)
      breaks = 0
    }
    let block = innermost.block
    line = LineTable.Line(
      start: Int32(truncatingIfNeeded: table.text.count), end: 0, block: block,
      firstPiece: Int32(truncatingIfNeeded: table.pieces.count))
  }

  /// Takes in one scalar of the text node `row`.
  mutating func append(_ value: UInt32, row: Int) {
    var bytes: [UInt8] = []
    bytes.append(scalar: value)
    var run = PieceNormalizer.Run(from: 0)
    run.end = bytes.count
    run.beginsWide = CharacterRules.isWide(value)
    run.endsWide = run.beginsWide
    run.count(value)
    bytes.withUnsafeBufferPointer { append(run, of: $0, row: row) }
  }

  /// Takes in a run of the text node `row`, whose bytes are `bytes`.
  mutating func append(_ run: PieceNormalizer.Run, of bytes: UnsafeBufferPointer<UInt8>, row: Int) {
    if isLineEmpty {
      line.followsGap = breaks > 1
      line.isIndented = gap == .hardSpace
      line.headingLevel = innermost.headingLevel
      line.place = innermost.place.subtracting([.link, .bold])
      line.firstPiece = Int32(truncatingIfNeeded: table.pieces.count)
    } else if gap == .column {
      table.text.append(0x09)
    } else if gap != .none, gap != .lineEnd || !(endsWide && run.beginsWide) {
      table.text.append(0x20)
    }
    gap = .none
    endsWide = run.endsWide
    appendPiece(UnsafeBufferPointer(rebasing: bytes[run.start..<run.end]), row)
    line.characters += run.characters
    if innermost.place.contains(.link) { line.linkCharacters += run.characters }
    if innermost.place.contains(.bold) { line.boldCharacters += run.characters }
    line.digits += run.digits
    line.marks += run.marks
    line.stops += run.stops
    if let ends = run.endsSentence { line.endsSentence = ends }
  }

  private mutating func appendPiece(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Int) {
    let start = Int32(truncatingIfNeeded: table.text.count)
    table.text.append(contentsOf: bytes)
    let end = Int32(truncatingIfNeeded: table.text.count)
    let last = table.pieces.count - 1
    if last >= Int(line.firstPiece), table.pieces[last].node == Int32(truncatingIfNeeded: row) {
      table.pieces[last].end = end
    } else {
      table.pieces.append(LineTable.Piece(start: start, end: end, node: Int32(truncatingIfNeeded: row)))
    }
  }
}

extension LineTable.Place {
  fileprivate init(_ node: NodeTable.Node, isLink: Bool) {
    self = []
    if isLink { insert(.link) }
    if node.traits.contains(.bold) { insert(.bold) }
    if node.traits.contains(.centred) { insert(.centred) }
    switch node.tag {
    case .b, .strong: insert(.bold)
    case .center: insert(.centred)
    case .li, .dt, .dd: insert(.item)
    case .td, .th: insert(.cell)
    case .pre: insert(.preformatted)
    case .caption, .figcaption: insert(.caption)
    case .p: insert(.paragraph)
    default: break
    }
  }
}
