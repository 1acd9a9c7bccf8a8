import Records
import Vocabulary

/// Reads fields behind their labels: 发布时间：2021-03-05, 来源：县统计局, 作者：张三.
///
/// Reads: lines of up to 200 characters between title and text, and of up to 120 below the text; a label at the
///   end of its line has its value in the next line, as in the cells of a table, where it needs no colon.
/// Yields: for each field the first value; names without a date behind them.
/// Refuses: labels without a value, names that name no one (本站, 未知来源), names of more than 30 characters, a date that stands far behind its label, an
///   author without a colon.
struct LabelledFields {
  let finder: MainTextFinder
  let labels: Lexicon
  let names: PublisherNames
  /// The text of the page's lines.
  let text: UnsafeBufferPointer<UInt8>

  func read(_ range: Range<Int>, areAbove: Bool, into found: inout Metadata) {
    for index in range {
      let line = finder.lines.lines[index]
      guard line.characters <= (areAbove ? 200 : 120) else { continue }
      let isLinks = line.linkCharacters * 2 > line.characters
      if areAbove, isLinks, finder.boilerplate[index] == .line { continue }
      let fields = info(index).fields
      for field in fields { take(field, value(of: field, index, range), &found) }
      let isInfo = fields.contains { ![.topic, .answered, .host].contains($0.label) }
      if areAbove, isInfo, line.stops == 0 { found.infoLines.insert(index) }
    }
  }

  /// Reads nothing but dates of publication, from lines that hold little else.
  func readDates(_ range: Range<Int>, into found: inout Metadata) {
    for index in range where found.published == nil {
      let line = finder.lines.lines[index]
      guard line.characters <= 80, line.digits >= 6, line.stops == 0 else { continue }
      for field in info(index).fields where field.label == .published { take(field, field.value, &found) }
    }
  }

  /// Whether a line is one short question.
  func isQuestion(_ index: Int) -> Bool {
    let line = finder.lines.lines[index]
    return line.characters <= 50 && line.stops == 1
      && text[..<Int(line.end)].suffix(3).elementsEqual("？".utf8)
  }

  /// Whether a line is none of a text: a label with a colon gives its date, and it has no stop.
  func isDated(_ index: Int) -> Bool {
    let line = finder.lines.lines[index]
    guard line.characters <= 80, line.digits >= 6, line.stops == 0 else { return false }
    return info(index).fields.contains {
      $0.label == .published && $0.hasColon
        && DateReader(text).first(in: $0.value)?.range.lowerBound == $0.value.lowerBound
    }
  }

  /// The first day that a line gives.
  func firstDay(in index: Int) -> Day? {
    let line = finder.lines.lines[index]
    return DateReader(text).first(in: Int(line.start)..<Int(line.end))?.day
  }

  func info(_ index: Int) -> InfoLine { InfoLine(index, in: finder.lines, text, labels: labels) }

  private func value(of field: InfoLine.Field, _ index: Int, _ range: Range<Int>) -> Range<Int> {
    guard field.value.isEmpty, field.hasColon || isCell(of: field, index), field.label != .counter,
      range.contains(index + 1)
    else { return field.value }
    let next = finder.lines.lines[index + 1]
    guard next.characters <= (field.label == .title ? 150 : 40), info(index + 1).fields.isEmpty else {
      return field.value
    }
    return Int(next.start)..<end(of: index + 1, field.label)
  }

  /// Whether a label without a colon is all that a cell holds. One of two characters (时间) heads columns of data too.
  private func isCell(of field: InfoLine.Field, _ index: Int) -> Bool {
    let line = finder.lines.lines[index]
    return line.place.contains(.cell) && field.name == Int(line.start)..<Int(line.end)
      && (line.characters >= 4 || field.label != .published && field.label != .publisher)
  }

  /// Where a value that begins with the line `first` ends: a title goes on to the end of its cell.
  private func end(of first: Int, _ label: PageLabel) -> Int {
    var last = first
    let lines = finder.lines.lines
    while label == .title, last + 1 < lines.count, lines[last + 1].block == lines[first].block { last += 1 }
    return Int(lines[last].end)
  }

  private func take(_ field: InfoLine.Field, _ value: Range<Int>, _ found: inout Metadata) {
    guard !value.isEmpty else { return }
    switch field.label {
    case .published:
      let date = DateReader(text).first(in: value)
      if let date, date.range.lowerBound - value.lowerBound <= 12 {
        found.set(\.published, date.day, "published", by: "LabelledFields")
      }
    case .written: found.written = found.written ?? DateReader(text).first(in: value)?.day
    case .title:
      let title = text[value].filter { $0 != 0x0A }
      if title.count <= 300 {
        found.set(\.title, String(decoding: title, as: UTF8.self), "title", by: "LabelledFields")
      }
    case .indexNumber: found.set(\.indexNumber, name(value), "index_number", by: "LabelledFields")
    case .issuer: found.set(\.issuer, office(value), "issuer", by: "LabelledFields")
    case .documentNumber:
      found.set(\.documentNumber, name(value), "document_number", by: "LabelledFields")
    case .publisher: found.set(\.publisher, office(value), "publisher", by: "LabelledFields")
    case .author:
      if field.hasColon { found.set(\.author, name(value), "author", by: "LabelledFields") }
    case .originalURL:
      let url = String(decoding: text[value].prefix { !$0.isSpace }, as: UTF8.self)
      if url.hasPrefix("http://") || url.hasPrefix("https://") {
        found.set(\.originalURL, url, "original_url", by: "LabelledFields")
      }
    case .host, .editor, .counter, .control, .topic, .letter, .answer, .answered, .respondent: break
    }
  }

  /// A name as `name` has it, up to a bracket that opens behind a space: 某某日报 【打印】. Nothing for one that names no one.
  private func office(_ value: Range<Int>) -> String? {
    let brackets: [[UInt8]] = ["[", "【", "〖"].map { Array($0.utf8) }
    let cut = value.first { index in
      text[index] == 0x20 && brackets.contains { text[(index + 1)..<value.upperBound].starts(with: $0) }
    }
    let found = name(value.lowerBound..<(cut ?? value.upperBound))
    return found.flatMap { names.isNobody($0) ? nil : $0 }
  }

  /// A name of at most 90 bytes, up to a date.
  private func name(_ value: Range<Int>) -> String? {
    var end = value.upperBound
    if let date = DateReader(text).first(in: value) {
      end = InfoLine.trimmed(text, value.lowerBound..<date.range.lowerBound).upperBound
    }
    guard end > value.lowerBound, end - value.lowerBound <= 90 else { return nil }
    return String(decoding: text[value.lowerBound..<end], as: UTF8.self)
  }
}
