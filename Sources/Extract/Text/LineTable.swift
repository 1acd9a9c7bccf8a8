/// A page as a reader sees it: lines of normalized text, each knowing where on the page it stands.
///
/// A line ends where a block begins or ends and at `<br>`. Lines lie in the order of the page, so those of a
/// subtree are a range, and sums over a subtree are differences of prefix sums.
struct LineTable {
  /// All lines' texts, one behind the other, normalized as `CharacterRules` has it, each followed by a line
  /// feed.
  var text: [UInt8] = []
  var lines: [Line] = []
  /// The stretches of lines that come from one text node each: a name ends where its piece ends.
  var pieces: [Piece] = []
  /// For each row of the node table, and for the place behind the last, how many lines are before it.
  var linesBefore: [Int32] = []

  /// One line.
  struct Line {
    /// Its bytes in `text`.
    var start: Int32
    var end: Int32
    /// The row of the innermost block that it stands in.
    var block: Int32
    /// Its pieces begin here; they end where the next line's begin.
    var firstPiece: Int32
    /// Scalars that are not white space, in all and by kind.
    var characters: Int32 = 0
    var linkCharacters: Int32 = 0
    var boldCharacters: Int32 = 0
    var digits: Int32 = 0
    /// Commas, stops and their like.
    var marks: Int32 = 0
    /// Stops: 。！？；
    var stops: Int32 = 0
    /// Whether it ends with a stop, or with a closing mark behind one.
    var endsSentence = false
    /// What it stands in.
    var place: Place = []
    /// 1 to 6 in `h1` to `h6`, else 0.
    var headingLevel: UInt8 = 0
    /// Whether it is set apart by a gap in front: the first line of a block, or behind two `<br>`.
    var followsGap: Bool = true
    /// Whether a space that does not collapse stands in front, the indent of a paragraph.
    var isIndented = false
  }

  /// What an element says about the lines in it.
  struct Place: OptionSet {
    let rawValue: UInt8
    static let link = Place(rawValue: 1)
    static let bold = Place(rawValue: 2)
    static let centred = Place(rawValue: 4)
    static let item = Place(rawValue: 8)
    static let cell = Place(rawValue: 16)
    static let preformatted = Place(rawValue: 32)
    static let caption = Place(rawValue: 64)
    static let paragraph = Place(rawValue: 128)
  }

  /// A stretch of one text node.
  struct Piece {
    var start: Int32
    var end: Int32
    /// The text node's row.
    var node: Int32
  }

  /// The lines within the subtree of `node`.
  func lines(of node: Int, in nodes: NodeTable) -> Range<Int> {
    Int(linesBefore[node])..<Int(linesBefore[nodes.end(of: node)])
  }

  /// The pieces of a line.
  func pieces(of line: Int) -> Range<Int> {
    let next = line + 1 < lines.count ? Int(lines[line + 1].firstPiece) : pieces.count
    return Int(lines[line].firstPiece)..<next
  }

  /// A line's bytes.
  func bytes(of line: Int) -> ArraySlice<UInt8> { text[Int(lines[line].start)..<Int(lines[line].end)] }
}
