import Records
import Vocabulary

/// Says what a page is.
///
/// Reads: phrases of error pages in its title and lines; how much of it is text and how much is links.
/// Yields: `error` where such a phrase stands in the title, or in a line of a page without a labelled date, and the text has less than
///   300 characters;
///   `list` where half of the page's characters are links, ten for each of the text, and the text has less than
///   150 without a labelled date, or there is none; `article` where there is a text; else `empty`.
/// Refuses: to call a long text anything but an article.
struct PageKindRule {
  let finder: MainTextFinder
  let judge: LineJudge

  /// - Parameters:
  ///   - text: the lines of the main text.
  ///   - isDated: whether a label beside it gives its date.
  func kind(title: String?, text: [Int], isDated: Bool) -> PageKind {
    let characters = text.reduce(0) { $0 + Int(finder.lines.lines[$1].characters) }
    if characters < 300, isError(title, isDated: isDated) { return .error }
    let all = finder.lines.lines.reduce(0) { $0 + Int($1.characters) }
    let links = finder.lines.lines.reduce(0) { $0 + Int($1.linkCharacters) }
    if characters < 150, !isDated, links * 2 > all, links > max(50, characters * 10) { return .list }
    return characters > 0 ? .article : .empty
  }

  private func isError(_ title: String?, isDated: Bool) -> Bool {
    if let title, judge.isError(title) { return true }
    return !isDated && finder.boilerplate.contains(.error)
  }
}
