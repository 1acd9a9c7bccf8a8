/// Finds the line that shows the title.
///
/// Reads: the lines above the main text and its first few; `<title>`; the meta tags ArticleTitle and og:title.
/// Yields: the line that one of them repeats, the longest of them, an `h1` and the one that `<title>` begins with
///   before others; the lines beside it that continue it, where `<br>` broke it.
/// Refuses: lines of links, asides, less than two characters.
enum TitleLine {
  static func title(in window: TitleWindow) -> FoundTitle? {
    let full = squeezed(window.meta.title.utf8)
    let tagged = squeezed((window.tagged ?? "").utf8)
    let finder = window.finder
    var best: (line: Int, count: Int)?
    for line in window.lines {
      let length = finder.lines.bytes(of: line).count
      guard length >= 6, length <= 2 * max(full.count, tagged.count) else { continue }
      let bytes = squeezed(finder.lines.bytes(of: line))
      guard bytes.count >= 6, contains(full, bytes) || contains(tagged, bytes) else { continue }
      let level = finder.lines.lines[line].headingLevel
      let count = bytes.count + (level == 1 ? 30 : level > 0 ? 6 : 0) + (full.starts(with: bytes) ? 30 : 0)
      if count > best?.count ?? 0 { best = (line, count) }
    }
    guard let best else { return nil }
    let lines = joined(best.line, within: [full, tagged], finder)
    let text = lines.map(window.text).joined()
    return FoundTitle(text: text, line: lines.upperBound - 1, rule: "TitleLine")
  }

  /// The line and those beside it that continue it in one of `texts`.
  private static func joined(_ line: Int, within texts: [[UInt8]], _ finder: MainTextFinder) -> Range<Int> {
    let block = finder.lines.lines[line].block
    func fits(_ wider: Range<Int>) -> Bool {
      guard wider.count <= 8, wider.allSatisfy({ finder.lines.lines[$0].block == block }) else {
        return false
      }
      let bytes = wider.flatMap { squeezed(finder.lines.bytes(of: $0)) }
      return texts.contains { contains($0, bytes) }
    }
    var range = line..<(line + 1)
    while range.upperBound < finder.lines.lines.count, fits(range.lowerBound..<(range.upperBound + 1)) {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    while range.lowerBound > 0, fits((range.lowerBound - 1)..<range.upperBound) {
      range = (range.lowerBound - 1)..<range.upperBound
    }
    return range
  }

  /// Without spaces, which differ between a title and the line that shows it.
  private static func squeezed(_ text: some Sequence<UInt8>) -> [UInt8] { text.filter { $0 != 0x20 } }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, text.count >= part.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == part[0] {
      if text[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }
}
