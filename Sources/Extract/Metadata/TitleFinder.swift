import Vocabulary

/// A title that was found, and the rule that found it.
struct FoundTitle {
  var text: String
  /// The line of the page that shows it.
  var line: Int?
  var rule: String
}

/// Finds the headline.
///
/// Reads: lines in `h1` to `h3`, in containers named so, or centred, above the main text and at its start;
///   `<title>`; the meta tags ArticleTitle and og:title.
/// Yields: the line that `<title>` or the meta tag repeats, the longest of them, an `h1` and the one that `<title>`
///   begins with before others; else the meta tag; else a
///   heading just above the text; else `<title>` without the name of the site; else the text's first line.
/// Refuses: lines of links, and the name of the site where it is all that `<title>` has.
struct TitleFinder {
  let finder: MainTextFinder
  let meta: MetaTags

  func title(above place: Range<Int>?) -> FoundTitle? {
    let tagged = meta["articletitle", "og:title", "title", "twitter:title"]
    let window = candidates(place)
    let full = Array(meta.title.utf8.filter { $0 != 0x20 })
    let fullTagged = Array((tagged ?? "").utf8.filter { $0 != 0x20 })
    var best: (line: Int, count: Int)?
    for line in window {
      let bytes = finder.lines.bytes(of: line).filter { $0 != 0x20 }
      guard bytes.count >= 6, Self.contains(full, bytes) || Self.contains(fullTagged, bytes) else { continue }
      let level = finder.lines.lines[line].headingLevel
      let count = bytes.count + (level == 1 ? 30 : level > 0 ? 6 : 0) + (full.starts(with: bytes) ? 30 : 0)
      if count > best?.count ?? 0 { best = (line, count) }
    }
    if let best {
      let lines = joined(best.line, within: [full, fullTagged])
      let whole = lines.map(text).joined(separator: "")
      return FoundTitle(text: whole, line: lines.upperBound - 1, rule: "title_line")
    }
    if let tagged, meta["articletitle"] != nil { return FoundTitle(text: tagged, rule: "article_title_meta") }
    let headings = window.filter { (1...3).contains(finder.lines.lines[$0].headingLevel) || hasTitleRole($0) }
    if let line = headings.last(where: { finder.lines.lines[$0].characters >= 4 }) {
      return FoundTitle(text: text(line), line: line, rule: "heading_line")
    }
    if let tagged { return FoundTitle(text: Self.withoutSite(tagged), rule: "title_meta") }
    let own = Self.withoutSite(meta.title)
    if !own.isEmpty { return FoundTitle(text: own, rule: "title_element") }
    // A page without any of these is a piece of one: its first line heads it where it is no sentence.
    guard let first = place?.first, finder.lines.lines[first].marks == 0,
      finder.lines.lines[first].characters <= 50
    else { return nil }
    return FoundTitle(text: text(first), rule: "first_line")
  }

  /// The line and those beside it that continue it in one of `texts`: a title that is broken by `<br>`.
  private func joined(_ line: Int, within texts: [[UInt8]]) -> Range<Int> {
    var range = line..<(line + 1)
    func fits(_ wider: Range<Int>) -> Bool {
      let block = finder.lines.lines[line].block
      guard wider.allSatisfy({ finder.lines.lines[$0].block == block }) else { return false }
      let bytes = wider.flatMap { finder.lines.bytes(of: $0).filter { $0 != 0x20 } }
      return texts.contains { Self.contains($0, bytes) }
    }
    while range.upperBound < finder.lines.lines.count, fits(range.lowerBound..<(range.upperBound + 1)) {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    while range.lowerBound > 0, fits((range.lowerBound - 1)..<range.upperBound) {
      range = (range.lowerBound - 1)..<range.upperBound
    }
    return range
  }

  private func text(_ line: Int) -> String {
    String(decoding: finder.lines.bytes(of: line), as: UTF8.self)
  }

  /// Lines that can show the title: up to 60 above the root, and its first few.
  private func candidates(_ text: Range<Int>?) -> [Int] {
    let lines = finder.lines
    let range = text ?? 0..<lines.lines.count
    let first = max(0, range.lowerBound - 60)
    let last = min(range.lowerBound + 12, range.upperBound)
    return (first..<last).filter { index in
      let line = lines.lines[index]
      return line.linkCharacters * 2 <= line.characters && line.characters <= 120
        && !finder.isAside[index] && finder.boilerplate[index] == nil
    }
  }

  private func hasTitleRole(_ line: Int) -> Bool {
    finder.roles[Int(finder.lines.lines[line].block)] == .title
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, text.count >= part.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == part[0] {
      if text[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
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
