import Records
import Vocabulary

/// Cuts a thread of posts behind its first: that is the article, what others answered is not.
///
/// Reads: the lines that give a date with the time of day behind one label (发表于 2012-03-05 10:20) or beside the number of
///   a floor (3楼, #3), in the same line or the next: each stands at the head or at the foot of a post. There are three or
///   more; two are enough where it is the label 发表于 or a floor.
/// Yields: what stands before the outermost element that holds the second of them and not the first; where a text
///   stands before the first one too, its comments begin there. The post itself where a longer answer was taken for
///   the text.
/// Refuses: dates without a time of day, labels that differ (提交时间, 答复时间), times within sentences, and to leave no text.
struct FirstPost {
  let finder: MainTextFinder
  let labels: Lexicon

  /// The first post, where `place` is in a thread and goes beyond it.
  ///
  /// - Complexity: O(lines + depth).
  func place(in place: MainTextFinder.Place) -> MainTextFinder.Place? {
    guard let stamps = stamps(inAsides: false) ?? stamps(inAsides: true) else { return nil }
    let thread = commonElement(of: stamps[0], stamps[1])
    let first = start(of: stamps[0], in: thread)
    let second = start(of: stamps[1], in: thread)
    // A line of the thread itself may stand in the midst of the element that holds the next one.
    guard first < second else { return nil }
    // Names, ranks and counts of posts beside a text do not speak against it.
    let sums = MainTextFinder.sums(finder.scores.map { max($0, 0) })
    func text(_ lines: Range<Int>) -> Int { sums[lines.upperBound] - sums[lines.lowerBound] }
    var lines = place.lines
    if lines.lowerBound < second {
      let hasTextBefore =
        lines.lowerBound < first && text(lines.lowerBound..<first) >= MainTextFinder.leastScore
      lines = lines.lowerBound..<min(lines.upperBound, hasTextBefore ? first : second)
    } else {
      let posts = finder.lines.lines(of: thread, in: finder.nodes)
      guard stamps.count > 2, lines.upperBound <= posts.upperBound,
        start(of: stamps[2], in: thread) > second
      else {
        return nil
      }
      lines = first..<second
    }
    guard lines != place.lines, text(lines) >= MainTextFinder.leastScore else { return nil }
    if lines.contains(stamps[0]), text(lines.lowerBound..<stamps[0]) >= MainTextFinder.leastScore,
      text(stamps[0]..<lines.upperBound) <= max(0, finder.scores[stamps[0]])
    {
      lines = lines.lowerBound..<stamps[0]
    }
    return MainTextFinder.Place(lines: lines, rule: "FirstPost", score: text(lines), stamp: stamps[0])
  }

  /// The lines of the most frequent label that stamp posts, in asides or beside them; nothing where there are too few.
  private func stamps(inAsides: Bool) -> [Int]? {
    var byLabel: [[UInt8]: [Int]] = [:]
    finder.lines.text.withUnsafeBufferPointer { text in
      for (index, line) in finder.lines.lines.enumerated()
      where line.digits >= 8 && line.characters <= 100 && line.stops == 0
        && finder.isAside[index] == inAsides
      {
        if let label = label(index, text) { byLabel[label, default: []].append(index) }
      }
    }
    // Of equal ones the first on the page, so that the order of a dictionary does not matter.
    let most = byLabel.max {
      $0.value.count == $1.value.count ? $0.value[0] > $1.value[0] : $0.value.count < $1.value.count
    }
    guard let most, most.value.count >= (Self.labelsOfPosts.contains(most.key) ? 2 : 3) else { return nil }
    return most.value
  }

  /// The label behind which the line gives a date and a time, or 楼 where a floor stands beside them.
  private func label(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let line = finder.lines.lines[index]
    let bytes = Int(line.start)..<Int(line.end)
    let dates = DateReader(text)
    guard let date = dates.first(in: bytes), isTime(text, date.range.upperBound, bytes.upperBound) else {
      return nil
    }
    if hasFloor(text, bytes) || isAlone(date.range, bytes) && isBesideFloor(index, text) { return Self.floor }
    let info = InfoLine(index, in: finder.lines, text, labels: labels)
    let field = info.fields.first { $0.label == .published && $0.value.lowerBound == date.range.lowerBound }
    return field.map { Array(text[$0.name]) }
  }

  private static let floor = Array("楼".utf8)
  private static let labelsOfPosts: Set<[UInt8]> = [floor, Array("发表于".utf8)]

  /// Whether a line holds hardly more than a date and its time.
  private func isAlone(_ date: Range<Int>, _ line: Range<Int>) -> Bool { line.count - date.count <= 12 }

  /// Whether the line before or behind is that of a floor.
  private func isBesideFloor(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    [index - 1, index + 1].contains { index in
      guard finder.lines.lines.indices.contains(index) else { return false }
      let line = finder.lines.lines[index]
      return line.characters <= 6 && hasFloor(text, Int(line.start)..<Int(line.end))
    }
  }

  /// Whether a time such as `10:20` stands at `start`, spaces before it.
  private func isTime(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let time = text[start..<end].drop { $0 == 0x20 }.prefix(5)
    let digits = time.prefix { $0.isDigit }
    let minutes = time.dropFirst(digits.count + 1)
    return (1...2).contains(digits.count) && time.dropFirst(digits.count).first == UInt8(ascii: ":")
      && minutes.prefix(2).count == 2 && minutes.prefix(2).allSatisfy(\.isDigit)
  }

  /// Whether digits with 楼 or # stand in the line: 2楼, #2, 2#.
  private func hasFloor(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> Bool {
    bytes.contains { index in
      let isBehindDigit = index > bytes.lowerBound && text[index - 1].isDigit
      if text[index] == UInt8(ascii: "#") {
        return isBehindDigit || index + 1 < bytes.upperBound && text[index + 1].isDigit
      }
      return isBehindDigit && text[index..<bytes.upperBound].starts(with: Self.floor)
    }
  }

  /// The innermost element that holds two lines, the first of them before the second.
  private func commonElement(of first: Int, _ second: Int) -> Int {
    let other = Int(finder.lines.lines[second].block)
    var row = Int(finder.lines.lines[first].block)
    while row > 0, other < row || other >= finder.nodes.end(of: row) {
      row = Int(finder.nodes.nodes[row].parent)
    }
    return row
  }

  /// Where the child of an element that holds a line begins; the line itself where it stands in none.
  private func start(of line: Int, in element: Int) -> Int {
    var row = Int(finder.lines.lines[line].block)
    guard row > element else { return line }
    while Int(finder.nodes.nodes[row].parent) > element { row = Int(finder.nodes.nodes[row].parent) }
    return finder.lines.lines(of: row, in: finder.nodes).lowerBound
  }
}
