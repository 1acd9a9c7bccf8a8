import Records
import Vocabulary

/// Reads who brought a page out from the line that gives its date, where no label says so: 2021-03-05 10:20 某县人民政府网,
/// 某某日报 2021年3月5日, 2020-01-02 | 县统计局 | 浏览 12.
///
/// Reads: lines between title and text that give a date; what stands right before it, and behind it and its time, up to
///   the next space, mark or border of an element.
/// Yields: the one of both that is three to twenty hanzi and ends as the names of offices and papers do (`PublisherNames`).
/// Refuses: lines with a label for the publisher; names behind the label of an author, an editor or a control; two of them;
///   lines above the title or without one.
struct PublisherBesideDate {
  let fields: LabelledFields
  let names: PublisherNames

  func read(_ head: Range<Int>, behind titleLine: Int?, into found: inout Metadata) {
    guard found.publisher == nil, let titleLine else { return }
    for index in head where index > titleLine {
      guard found.infoLines.contains(index) || found.signature.contains(index),
        let name = name(in: index)
      else { continue }
      let text = String(decoding: fields.text[name], as: UTF8.self)
      return found.set(\.publisher, text, "publisher", by: "PublisherBesideDate")
    }
  }

  private func name(in index: Int) -> Range<Int>? {
    let line = fields.finder.lines.lines[index]
    let bytes = Int(line.start)..<Int(line.end)
    guard line.characters <= 80, line.stops == 0, line.digits >= 6,
      let date = DateReader(fields.text).first(in: bytes)?.range,
      !fields.finder.isInLink(date.lowerBound, index)
    else { return nil }
    let labelled = fields.info(index).fields
    guard !labelled.contains(where: { $0.label == .publisher }) else { return nil }
    let lines = fields.finder.lines
    let borders = Set(lines.pieces[lines.pieces(of: index)].lazy.flatMap { [Int($0.start), Int($0.end)] })
    let before = segment(endingAt: date.lowerBound, bytes, borders)
    let behind = segment(startingAt: afterTime(date.upperBound, bytes), bytes, borders)
    let found = [before, behind].filter { name in
      names.isPublisher(fields.text[name])
        && !labelled.contains { $0.name.overlaps(name) || $0.label != .published && $0.value.overlaps(name) }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The stretch before `end`, without the spaces and marks around it.
  private func segment(endingAt end: Int, _ line: Range<Int>, _ borders: Set<Int>) -> Range<Int> {
    let end = InfoLine.trimmed(fields.text, line.lowerBound..<end).upperBound
    var start = line.lowerBound
    var index = start
    while index < end {
      if borders.contains(index) { start = index }
      if let length = breakLength(index) { start = index + length }
      index += 1
    }
    return InfoLine.trimmed(fields.text, min(start, end)..<end)
  }

  /// The stretch from `start` on, without the spaces and marks around it.
  private func segment(startingAt start: Int, _ line: Range<Int>, _ borders: Set<Int>) -> Range<Int> {
    let start = InfoLine.trimmed(fields.text, start..<line.upperBound).lowerBound
    var end = start
    while end < line.upperBound, breakLength(end) == nil, end == start || !borders.contains(end) { end += 1 }
    return InfoLine.trimmed(fields.text, start..<end)
  }

  /// The length of a space or bar at `index`.
  private func breakLength(_ index: Int) -> Int? {
    switch fields.text[index] {
    case 0x20, UInt8(ascii: "|"), UInt8(ascii: "/"): 1
    case 0xEF where fields.text[index...].starts(with: "｜".utf8): 3
    default: nil
    }
  }

  /// Where a time of day such as `10:20:33` behind the date ends.
  private func afterTime(_ start: Int, _ line: Range<Int>) -> Int {
    var index = start
    while index < line.upperBound, fields.text[index] == 0x20 || fields.text[index] == UInt8(ascii: "T") {
      index += 1
    }
    for part in 0..<3 {
      let digits = fields.text[index..<line.upperBound].prefix(2).prefix { $0.isDigit }.count
      guard digits == 2 || part == 0 && digits == 1 else { return part == 0 ? start : index }
      index += digits
      guard part < 2, index + 2 < line.upperBound, fields.text[index] == UInt8(ascii: ":"),
        fields.text[index + 1].isDigit
      else { break }
      index += 1
    }
    return index
  }
}
