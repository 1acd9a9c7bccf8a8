import Records
import Vocabulary

/// Reads the date of a line between title and text that has hardly anything else.
///
/// Reads: lines of up to 80 characters without a stop behind the title.
/// Yields: the first date; all such lines are none of the text but those that say where a report was given
///   (2014年1月8日在县第十六届人民代表大会第三次会议上) or who signed the text (`HeadSignature`).
/// Refuses: lines of tables of data and of boilerplate (今天是), dates in links, dates that a label says are others (成文日期), dates that
///   stand beside a comma in one piece of text, or in a line with a colon at its end: sentences
///   (现将2020年11月1日零时的人口公布如下：).
struct DateLine {
  let fields: LabelledFields

  func read(
    _ range: Range<Int>, behind titleLine: Int?, outside tables: [Range<Int>], into found: inout Metadata
  ) {
    let finder = fields.finder
    let start = titleLine.map { max($0 + 1, range.lowerBound) } ?? range.lowerBound
    guard start < range.upperBound else { return }
    for index in start..<range.upperBound {
      let line = finder.lines.lines[index]
      guard line.characters <= 80, line.stops == 0, !finder.isAside[index], finder.boilerplate[index] == nil,
        let date = DateReader(fields.text).first(in: Int(line.start)..<Int(line.end)),
        !finder.isInLink(date.range.lowerBound, index), !isOther(date.range.lowerBound, index),
        !isSentence(date.range.lowerBound, index), !tables.contains(where: { $0.contains(index) })
      else { continue }
      if !finder.isOccasion(index), !found.signature.contains(index) { found.infoLines.insert(index) }
      found.set(\.published, date.day, "published", by: "DateLine")
    }
  }

  /// Whether the date at `offset` is part of a sentence: the commas of other elements in the line, such as the
  /// words of a button, do not count.
  private func isSentence(_ offset: Int, _ index: Int) -> Bool {
    let lines = fields.finder.lines
    if fields.text[..<Int(lines.lines[index].end)].suffix(3).elementsEqual("：".utf8),
      // A counter without its number (点击：) ends no sentence.
      fields.info(index).fields.last.map({ !$0.value.isEmpty }) ?? true
    {
      return true
    }
    let piece = lines.pieces[lines.pieces(of: index)].first { Int($0.end) > offset }
    guard let piece else { return false }
    // A loop of its own: the standard library's search costs an eighth of the reading of a small page.
    return (Int(piece.start)..<Int(piece.end)).dropLast(2).contains { index in
      // ，
      fields.text[index] == 0xEF && fields.text[index + 1] == 0xBC && fields.text[index + 2] == 0x8C
    }
  }

  /// Whether a label says that the date at `offset` is another than that of publication; the label may be the
  /// line before.
  private func isOther(_ offset: Int, _ index: Int) -> Bool {
    let others: Set<PageLabel> = [.written, .topic, .title, .indexNumber, .documentNumber]
    let own = fields.info(index).fields
    if own.contains(where: { others.contains($0.label) && $0.value.contains(offset) }) { return true }
    guard index > 0, let above = fields.info(index - 1).fields.last else { return false }
    return others.contains(above.label) && above.value.isEmpty
  }
}

extension MainTextFinder {
  /// Whether a line says at which meeting the text was given: it ends with 会议上 or 会上, perhaps in brackets.
  func isOccasion(_ index: Int) -> Bool {
    let line = lines.lines[index]
    guard line.stops == 0, line.characters <= 80 else { return false }
    let text = lines.text[Int(line.start)..<Int(line.end)]
    let ends = ["会议上", "会议上)", "会议上）", "会上", "会上)", "会上）"]
    return ends.contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Whether the byte at `offset` of the line `index` is part of a link.
  func isInLink(_ offset: Int, _ index: Int) -> Bool {
    let piece = lines.pieces(of: index).first { Int(lines.pieces[$0].end) > offset }
    guard let piece else { return false }
    let block = Int(lines.lines[index].block)
    var row = Int(nodes.nodes[Int(lines.pieces[piece].node)].parent)
    while row > block {
      if nodes.nodes[row].tag == .a { return true }
      row = Int(nodes.nodes[row].parent)
    }
    return false
  }
}
