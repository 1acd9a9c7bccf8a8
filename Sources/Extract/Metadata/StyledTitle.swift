import Vocabulary

/// Finds a title that nothing but its looks tells, where `<title>` has the site's name only.
///
/// Reads: up to ten lines between the furniture of the page and the first sentence.
/// Yields: the longest line that stands in an element of its own which is called as titles are (`<span class=bt>`), or in the
///   middle in large or bold type as a whole; with the line before or behind it that goes on in its block.
/// Refuses: pages whose `<title>` or tag may be a title: of more than four characters and no name of a site or an office; lines
///   with a date, a colon at the end, a stop or a number in front (第一章), names of sites, links, lines of boilerplate.
enum StyledTitle {
  private static let reach = 10

  static func title(in window: TitleWindow) -> FoundTitle? {
    guard let place = window.place, saysNothing(window.meta.title, window),
      window.tagged.map({ saysNothing($0, window) }) ?? true
    else { return nil }
    let finder = window.finder
    let lines = finder.lines.lines
    let text = place.first { lines[$0].stops > 0 && finder.scores[$0] > 0 } ?? place.lowerBound
    let candidates = window.lines.filter {
      $0 < text && $0 >= text - reach && isCandidate($0, window) && isStyled($0, finder)
    }
    // The first of equally long ones.
    guard let best = candidates.max(by: { lines[$0].characters < lines[$1].characters }),
      lines[best].characters >= 5
    else { return nil }
    var range = best..<(best + 1)
    func goesOn(_ line: Int, behind before: Int) -> Bool {
      !lines[line].followsGap && lines[line].block == lines[before].block && candidates.contains(line)
        && candidates.contains(before)
    }
    while goesOn(range.upperBound, behind: range.upperBound - 1) {
      range = range.lowerBound..<range.upperBound + 1
    }
    while range.lowerBound > 0, goesOn(range.lowerBound, behind: range.lowerBound - 1) {
      range = range.lowerBound - 1..<range.upperBound
    }
    guard range.count <= 3 else { return nil }
    // Looks alone do not say where the text begins: the line is left to the other rules.
    return FoundTitle(text: range.map(window.text).joined(), rule: "StyledTitle")
  }

  /// Whether the head's title is the name of a site or of a column, or none.
  private static func saysNothing(_ title: String, _ window: TitleWindow) -> Bool {
    title.unicodeScalars.count <= 4 || window.publishers.endsAsPublisher(title)
  }

  private static func isCandidate(_ index: Int, _ window: TitleWindow) -> Bool {
    let finder = window.finder
    let line = finder.lines.lines[index]
    guard (2...60).contains(line.characters), line.stops == 0, line.linkCharacters == 0,
      finder.boilerplate[index] == nil, !line.place.contains(.item)
    else { return false }
    let bytes = finder.lines.bytes(of: index)
    guard !bytes.suffix(3).elementsEqual("：".utf8), bytes.last != UInt8(ascii: ":"),
      bytes.first.map({ $0 >= 0x80 || $0.isLetterOrDigit }) ?? false,
      HeadingRules.numbering(Array(bytes)) == nil, !window.publishers.endsAsPublisher(window.text(index))
    else { return false }
    return finder.lines.text.withUnsafeBufferPointer {
      DateReader($0).first(in: Int(line.start)..<Int(line.end)) == nil
    }
  }

  private static func isStyled(_ index: Int, _ finder: MainTextFinder) -> Bool {
    let line = finder.lines.lines[index]
    let pieces = finder.lines.pieces[finder.lines.pieces(of: index)]
    let block = Int(line.block)
    /// Whether all text of the line lies in elements below its block for which `condition` holds.
    func isWithin(_ condition: (Int) -> Bool) -> Bool {
      pieces.allSatisfy { piece in
        var row = Int(finder.nodes.nodes[Int(piece.node)].parent)
        for _ in 0..<8 where row > 0 {
          if condition(row) { return true }
          if row <= block { return false }
          row = Int(finder.nodes.nodes[row].parent)
        }
        return false
      }
    }
    if isWithin({ finder.roles[$0] == .title && finder.lines.lines(of: $0, in: finder.nodes).count <= 2 }) {
      return true
    }
    guard line.place.contains(.centred) else { return false }
    return line.boldCharacters == line.characters
      || isWithin { finder.nodes.nodes[$0].traits.contains(.large) }
  }
}
