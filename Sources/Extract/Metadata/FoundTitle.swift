/// A title that was found, and the rule that found it.
struct FoundTitle {
  var text: String
  /// The line of the page that shows it.
  var line: Int?
  var rule: String
}

/// The lines among which a title is looked for, and what the head of the page says of it.
struct TitleWindow {
  let finder: MainTextFinder
  let meta: MetaTags
  let publishers: PublisherNames
  /// The lines of the main text, where there is one.
  let place: Range<Int>?
  /// The title that a meta tag gives.
  let tagged: String?

  init(finder: MainTextFinder, meta: MetaTags, publishers: PublisherNames, place: Range<Int>?) {
    self.finder = finder
    self.meta = meta
    self.publishers = publishers
    self.place = place
    tagged = meta["articletitle", "og:title", "title", "twitter:title"]
  }

  /// Finds the title by the rules in their order.
  func title() -> FoundTitle? { TitleLine.title(in: self) ?? TitleFallback.title(in: self) }

  /// Lines that can show the title: up to 60 above the text, its first few, and headings before its first sentence: the
  /// properties of a document may stand above its title.
  var lines: [Int] {
    let count = finder.lines.lines.count
    let range = place ?? 0..<count
    let first = max(0, range.lowerBound - 60)
    let last = min(range.lowerBound + 12, range.upperBound)
    let further = (last..<max(last, min(range.lowerBound + 40, range.upperBound)))
      .prefix { finder.lines.lines[$0].stops == 0 }.filter(finder.isHeading)
    return (Array(first..<last) + further).filter { index in
      let line = finder.lines.lines[index]
      return line.linkCharacters * 2 <= line.characters && line.characters <= 120 && !finder.isAside[index]
        && finder.boilerplate[index] == nil
    }
  }

  func text(_ line: Int) -> String { String(decoding: finder.lines.bytes(of: line), as: UTF8.self) }
}
