import Vocabulary

/// Finds a letter to an office and the answer in a form: 来信内容 and 回复内容.
///
/// Reads: lines that begin with such a label and are nothing else, or have a colon behind it.
/// Yields: the one letter and the answers behind it, each up to the next label or the end of its element.
/// Refuses: pages with two letters, which are lists; letters without an answer, which other rules read; less than twenty
///   characters.
struct Letter {
  let finder: MainTextFinder
  let labels: Lexicon

  /// How many answers there are at most.
  private static let mostAnswers = 4

  /// - Complexity: O(lines).
  func place() -> MainTextFinder.Place? {
    finder.lines.text.withUnsafeBufferPointer { text in
      var letters: [Int] = []
      var answers: [Int] = []
      for line in finder.lines.lines.indices {
        switch label(of: line, text)?.field {
        case .letter where hasText(line, text): letters.append(line)
        case .answer where hasText(line, text): answers.append(line)
        default: break
        }
        if letters.count > 1 || answers.count > Self.mostAnswers { return nil }
      }
      guard let letter = letters.first, let answer = answers.first, letter < answer else { return nil }
      let parts = ([letter] + answers).map { self.text(behind: $0, text) }
      let characters = parts.joined().reduce(0) { $0 + Int(finder.lines.lines[$1].characters) }
      guard characters >= MainTextFinder.leastScore, let last = parts.last else { return nil }
      var place = MainTextFinder.Place(
        lines: parts[0].lowerBound..<last.upperBound, rule: "Letter", score: characters)
      place.letter = parts
      return place
    }
  }

  /// The label that a line begins with, and whether the line ends with it.
  private func label(
    of index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> (field: PageLabel, isAlone: Bool)? {
    let line = finder.lines.lines[index]
    let bytes = UnsafeBufferPointer(rebasing: text[Int(line.start)..<Int(line.end)])
    guard let match = labels.longestMatch(in: bytes, at: 0) else { return nil }
    var end = match.count
    let colon = InfoLine.colon(bytes, end)
    end += colon ?? 0
    guard colon != nil || end == bytes.count else { return nil }
    return (PageLabel.allCases[match.payload], end == bytes.count)
  }

  /// Whether text stands behind the label of a line, in it or in the next.
  private func hasText(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard label(of: index, text)?.isAlone ?? false else { return true }
    return finder.lines.lines.indices.contains(index + 1) && label(of: index + 1, text) == nil
  }

  /// The lines that the label of a line introduces.
  private func text(behind index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = label(of: index, text)?.isAlone ?? false ? index + 1 : index
    let block = Int(finder.lines.lines[start].block)
    // Paragraphs of an answer lie beside each other in one element: in a cell, or in what holds the label's own.
    let nodes = finder.nodes.nodes
    var element = block
    if !nodes[block].tag.holdsText {
      element = Int(nodes[block].parent)
    }
    let end = finder.lines.lines(of: element, in: finder.nodes).upperBound
    let next = (start + 1..<max(end, start + 1)).first { label(of: $0, text) != nil }
    return start..<(next ?? max(end, start + 1))
  }
}

extension Tag {
  /// Whether it holds all that belongs to one label: a cell or a container, no paragraph.
  fileprivate var holdsText: Bool { self != .p }
}
