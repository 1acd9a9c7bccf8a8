/// Which lines of a page are its main text, and why the others are not.
struct MainText {
  /// For each line why it is left out; `kept` for those of the main text.
  var verdicts: [Verdict]

  /// The lines of the main text.
  var keptLines: [Int] { verdicts.indices.filter { verdicts[$0] == .kept } }

  /// Why a line is in the main text or is not.
  enum Verdict: UInt8, CaseIterable {
    case kept
    /// Outside the element that holds the main text.
    case outside
    /// In a container that says it is no article: a footer, a comment.
    case aside
    /// A list of links.
    case links
    /// A phrase of boilerplate, or behind one that ends the text.
    case boilerplate
    /// Above the text: the title, the info line, a path.
    case head
  }
}
