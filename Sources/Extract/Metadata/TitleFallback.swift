/// Finds a title that no line repeats.
///
/// Reads: ArticleTitle; headings and containers named so above the text; `StyledTitle`; og:title; `<title>`; the first line.
/// Yields: the first of these that says anything; without the name of the site, which stands behind `_`, `|`, `-`.
/// Refuses: a first line of more than 50 characters or with a comma or stop: it is a sentence.
enum TitleFallback {
  static func title(in window: TitleWindow) -> FoundTitle? {
    if window.meta["articletitle"] != nil, let tagged = window.tagged { return found(tagged) }
    let finder = window.finder
    let headings = window.lines.filter {
      finder.isHeading($0) && finder.lines.lines[$0].headingLevel <= 3
        && finder.lines.lines[$0].characters >= 4
    }
    if let line = headings.last { return found(window.text(line), line: line) }
    if let styled = StyledTitle.title(in: window) { return styled }
    if let tagged = window.tagged { return found(withoutSite(tagged)) }
    let own = withoutSite(window.meta.title)
    if !own.isEmpty { return found(own) }
    // A page without any of these is a piece of one.
    guard let first = window.place?.first, finder.lines.lines[first].marks == 0,
      finder.lines.lines[first].characters <= 50
    else { return nil }
    return found(window.text(first))
  }

  private static func found(_ text: String, line: Int? = nil) -> FoundTitle {
    FoundTitle(text: text, line: line, rule: "TitleFallback")
  }

  /// `<title>` up to the first separator that sites put before their name.
  static func withoutSite(_ title: String) -> String {
    let bytes = Array(title.utf8)
    let separators: [[UInt8]] = ["_", "|", " - ", "--", "——", "-", "–", "｜", "«", "<", ">>", " – "].map {
      Array($0.utf8)
    }
    for separator in separators {
      var index = 6
      while index + separator.count < bytes.count {
        if bytes[index...].starts(with: separator) {
          let part = String(decoding: bytes[..<index], as: UTF8.self)
          return part.last == " " ? String(part.dropLast()) : part
        }
        index += 1
      }
    }
    return title
  }
}
