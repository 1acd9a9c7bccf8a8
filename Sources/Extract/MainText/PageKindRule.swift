import Records
import Vocabulary

/// Says what a page without a main text is.
///
/// Reads: phrases of error pages in its title and lines; how much of it is links.
/// Yields: `error` where such a phrase stands in the title or in a line of a page of less than 1000 characters;
///   `list` where half of the characters, and more than 50, are links; else `empty`.
/// Refuses: to call anything an article.
enum PageKindRule {
  static func kind(of finder: MainTextFinder, title: String?) -> PageKind {
    var characters = 0
    var links = 0
    var isError = false
    for (index, line) in finder.lines.lines.enumerated() {
      characters += Int(line.characters)
      links += Int(line.linkCharacters)
      if finder.boilerplate[index] == .error { isError = true }
    }
    if isError, characters < 1000 { return .error }
    return links * 2 > characters && links > 50 ? .list : .empty
  }
}
