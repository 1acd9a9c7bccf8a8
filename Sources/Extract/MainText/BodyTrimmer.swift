import Vocabulary

/// Takes out of a root's lines what is not the text: asides, lists of links, boilerplate, the head.
struct BodyTrimmer {
  let finder: MainTextFinder

  /// The verdict on every line of the page.
  func trimmed(_ place: MainTextFinder.Place, titleLine: Int?, infoLines: Set<Int>, signature: Set<Int>)
    -> MainText
  {
    let lines = finder.lines.lines
    var verdicts = [PageLine.Fate](repeating: .outside, count: lines.count)
    let range = place.lines
    if !place.letter.isEmpty {
      for line in range { verdicts[line] = .head }
      for line in place.letter.joined() {
        verdicts[line] = finder.boilerplate[line] == nil ? .kept : .boilerplate
      }
      return MainText(verdicts: verdicts)
    }
    for line in range { verdicts[line] = finder.isAside[line] ? .aside : .kept }
    dropHead(range, titleLine, infoLines, &verdicts)
    for line in signature where verdicts[line] == .head { verdicts[line] = .kept }
    dropTail(range, &verdicts)
    dropLinks(range, &verdicts)
    for line in range where verdicts[line] == .kept && finder.boilerplate[line] != nil {
      verdicts[line] = .boilerplate
    }
    return MainText(verdicts: verdicts)
  }

  /// Drops the title and the info lines, and what stands above them, where no text does. A line that says at which
  /// meeting the text was given stays.
  private func dropHead(
    _ range: Range<Int>, _ titleLine: Int?, _ infoLines: Set<Int>, _ verdicts: inout [PageLine.Fate]
  ) {
    var last: Int?
    var seen = 0
    for line in range where verdicts[line] == .kept {
      if finder.lines.lines[line].stops > 0, finder.scores[line] > 0, !infoLines.contains(line),
        !infoLines.contains(line + 1)
      {
        if titleLine != line { break }
      }
      if line == titleLine || infoLines.contains(line) { last = line }
      if !infoLines.contains(line) { seen += 1 }
      if seen > 40 { break }
    }
    guard let last else { return }
    for line in range.lowerBound...last where verdicts[line] == .kept && !finder.isOccasion(line) {
      verdicts[line] = .head
    }
  }

  /// Ends the text at the first phrase behind which no more text comes than stood before it, or behind which a
  /// quarter of the lines are links: a list of other articles with their first sentences.
  private func dropTail(_ range: Range<Int>, _ verdicts: inout [PageLine.Fate]) {
    let scores = range.map { verdicts[$0] == .kept ? max(finder.scores[$0], 0) : 0 }
    let total = scores.reduce(0, +)
    var before = 0
    for (offset, line) in range.enumerated() {
      if finder.boilerplate[line] == .tail, before >= MainTextFinder.leastScore {
        let rest = line..<range.upperBound
        if before * 2 > total || rest.count(where: isLink) * 4 > rest.count {
          for line in rest where verdicts[line] == .kept { verdicts[line] = .boilerplate }
          return
        }
      }
      before += scores[offset]
    }
  }

  /// Drops runs of two or more lines that are links, single ones at either end, and those that are blocks of
  /// their own but no paragraphs.
  private func dropLinks(_ range: Range<Int>, _ verdicts: inout [PageLine.Fate]) {
    let kept = range.filter { verdicts[$0] == .kept }
    var index = 0
    while index < kept.count {
      guard isLink(kept[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < kept.count, isLink(kept[index]) { index += 1 }
      let isParagraph = finder.lines.lines[kept[start]].place.contains(.paragraph)
      if index - start > 1 || start == 0 || index == kept.count || !isParagraph {
        for line in kept[start..<index] { verdicts[line] = .links }
      }
    }
  }

  private func isLink(_ line: Int) -> Bool {
    let line = finder.lines.lines[line]
    return line.linkCharacters * 2 > line.characters
  }
}
