/// A line that a page shows, and what became of it.
public struct PageLine: Hashable, Sendable {
  /// Why it is in the main text or is not.
  public var fate: Fate
  /// Its characters, normalized as those of a document are.
  public var text: String

  /// What became of a line.
  public enum Fate: String, CaseIterable, Sendable {
    /// It is in the main text.
    case kept
    /// It stands outside the element that holds the main text.
    case outside
    /// It stands in a container that says it is no article: a footer, a comment.
    case aside
    /// It belongs to a list of links.
    case links
    /// It is a phrase of boilerplate, or stands behind one that ends the text.
    case boilerplate
    /// It stands above the text: the title, the information line, a path.
    case head
    /// The page has no main text.
    case noArticle = "no_article"
  }
}
