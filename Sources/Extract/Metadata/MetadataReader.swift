import Records
import Vocabulary

/// Reads date, source, author and original link.
///
/// Reads: the labelled fields of the lines between the title and the text, and of those just below the text;
///   then an unlabelled date in such a line; then the meta tags of the government standard and of Open Graph;
///   then JSON-LD; then the first `<time>` with a date.
/// Yields: for each field the first that says anything; its rule is the name of the place.
/// Refuses: dates of clocks (今天是), of lists, of the text itself, labels without a value.
struct MetadataReader {
  let finder: MainTextFinder
  let meta: MetaTags
  let linkedData: [[UInt8]]
  let labels: Lexicon

  /// How far above and below the text an info line is looked for, in lines.
  private static let reach = 40

  func metadata(around text: Range<Int>?, titleLine: Int?) -> Metadata {
    var found = Metadata()
    guard let range = text else {
      readTags(&found)
      return found
    }
    let lines = finder.lines
    let firstText = range.first { finder.lines.lines[$0].stops > 0 && finder.scores[$0] > 0 } ?? range.upperBound
    let top = max(0, min(titleLine ?? Int.max, range.lowerBound) - (titleLine == nil ? Self.reach : 6))
    let head = top..<min(firstText, range.lowerBound + 12, lines.lines.count)
    let tail = max(head.upperBound, range.lowerBound)..<min(range.upperBound + 12, lines.lines.count)
    lines.text.withUnsafeBufferPointer { text in
      readLabels(head, text, isHead: true, &found)
      readBareDate(head, titleLine, text, &found)
      readTags(&found)
      readLabels(tail, text, isHead: false, &found)
      if found.published == nil, let written = found.written {
        found.published = written
        found.rules["published"] = "written_label"
      }
      readDateAbove(range.lowerBound, text, &found)
    }
    return found
  }

  // MARK: - Labels

  private func readLabels(
    _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, isHead: Bool, _ found: inout Metadata
  ) {
    guard !range.isEmpty else { return }
    for index in range {
      let line = finder.lines.lines[index]
      guard line.characters <= 200, isHead || line.characters <= 120 else { continue }
      if isHead, finder.boilerplate[index] == .line, line.linkCharacters * 2 > line.characters { continue }
      let info = InfoLine(index, in: finder.lines, text, labels: labels)
      guard !info.fields.isEmpty else { continue }
      var says = 0
      for field in info.fields {
        if field.label != .topic { says += 1 }
        // A label with a colon at the end of its line has its value in the next one.
        var value = field.value
        if value.isEmpty, field.hasColon, index + 1 < range.upperBound, field.label != .counter,
          finder.lines.lines[index + 1].characters <= (field.label == .title ? 150 : 40)
        {
          let next = finder.lines.lines[index + 1]
          let following = InfoLine(index + 1, in: finder.lines, text, labels: labels)
          if following.fields.isEmpty { value = Int(next.start)..<valueEnd(index + 1, field.label) }
        }
        take(field, value, text, isHead ? "info_line" : "line_below", &found)
      }
      if isHead, says > 0, line.stops == 0 { found.infoLines.insert(index) }
    }
  }

  /// Where a value that begins with the line `first` ends: a title goes on to the end of its cell.
  private func valueEnd(_ first: Int, _ label: PageLabel) -> Int {
    var last = first
    let lines = finder.lines.lines
    while label == .title, last + 1 < lines.count, lines[last + 1].block == lines[first].block { last += 1 }
    return Int(lines[last].end)
  }

  private func take(
    _ field: InfoLine.Field, _ value: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ rule: String,
    _ found: inout Metadata
  ) {
    guard !value.isEmpty else { return }
    switch field.label {
    case .published where found.published == nil:
      if let date = DateReader(text).first(in: value), date.range.lowerBound - value.lowerBound <= 12 {
        found.published = date.day
        found.rules["published"] = rule
      }
    case .written where found.written == nil:
      found.written = DateReader(text).first(in: value)?.day
    case .title where found.title == nil:
      if value.count <= 300 {
        found.title = String(decoding: text[value].lazy.filter { $0 != 0x0A }, as: UTF8.self)
      }
    case .indexNumber where found.indexNumber == nil: found.indexNumber = name(value, text)
    case .issuer where found.issuer == nil: found.issuer = name(value, text)
    case .documentNumber where found.documentNumber == nil: found.documentNumber = name(value, text)
    case .publisher where found.publisher == nil:
      if let name = name(value, text) {
        found.publisher = name
        found.rules["publisher"] = rule
      }
    case .author where found.author == nil:
      if field.hasColon, let name = name(value, text) {
        found.author = name
        found.rules["author"] = rule
      }
    case .originalURL where found.originalURL == nil:
      let url = String(decoding: text[value].prefix { !$0.isSpace }, as: UTF8.self)
      if url.hasPrefix("http://") || url.hasPrefix("https://") {
        found.originalURL = url
        found.rules["original_url"] = rule
      }
    default: break
    }
  }

  /// A name of at most 90 bytes without a date in it.
  private func name(_ value: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> String? {
    var end = value.upperBound
    if let date = DateReader(text).first(in: value) {
      end = InfoLine.trimmed(text, value.lowerBound..<date.range.lowerBound).upperBound
    }
    guard end > value.lowerBound, end - value.lowerBound <= 90 else { return nil }
    return String(decoding: text[value.lowerBound..<end], as: UTF8.self)
  }

  // MARK: - Without labels

  /// A date in a line between title and text that has hardly anything else.
  private func readBareDate(
    _ range: Range<Int>, _ titleLine: Int?, _ text: UnsafeBufferPointer<UInt8>, _ found: inout Metadata
  ) {
    let start = titleLine.map { max($0 + 1, range.lowerBound) } ?? range.lowerBound
    guard start < range.upperBound else { return }
    for index in start..<range.upperBound {
      let line = finder.lines.lines[index]
      guard line.characters <= 80, line.stops == 0, !finder.isAside[index], finder.boilerplate[index] == nil,
        let date = DateReader(text).first(in: Int(line.start)..<Int(line.end)),
        !isInLink(date.range.lowerBound, index), !isProse(Int(line.start)..<Int(line.end), text)
      else { continue }
      found.infoLines.insert(index)
      if found.published == nil {
        found.published = date.day
        found.rules["published"] = "date_line"
      }
    }
  }

  /// A comma, or a colon at the end, makes a sentence of a line: 现将2020年11月1日零时的人口公布如下：
  private func isProse(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let comma: [UInt8] = [0xEF, 0xBC, 0x8C]
    let colon: [UInt8] = [0xEF, 0xBC, 0x9A]
    return text[line].firstRange(of: comma) != nil || (line.count >= 3 && text[line].suffix(3).elementsEqual(colon))
  }

  /// The one date that stands by itself in lines above, as in the head of a newspaper's page.
  private func readDateAbove(
    _ end: Int, _ text: UnsafeBufferPointer<UInt8>, _ found: inout Metadata
  ) {
    guard found.published == nil else { return }
    var day: Day?
    for index in 0..<end {
      let line = finder.lines.lines[index]
      guard line.characters <= 30, !finder.isAside[index], finder.boilerplate[index] == nil,
        let date = DateReader(text).first(in: Int(line.start)..<Int(line.end)),
        date.range.lowerBound == Int(line.start), !isInLink(date.range.lowerBound, index)
      else { continue }
      if let day, day != date.day { return }
      day = date.day
    }
    if let day {
      found.published = day
      found.rules["published"] = "date_above"
    }
  }

  /// Whether the byte at `offset` of the line `index` is part of a link.
  private func isInLink(_ offset: Int, _ index: Int) -> Bool {
    guard
      let piece = finder.lines.pieces(of: index).first(where: {
        finder.lines.pieces[$0].end > Int32(truncatingIfNeeded: offset)
      })
    else { return false }
    let block = Int(finder.lines.lines[index].block)
    var row = Int(finder.nodes.nodes[Int(finder.lines.pieces[piece].node)].parent)
    while row > block {
      if finder.nodes.nodes[row].tag == .a { return true }
      row = Int(finder.nodes.nodes[row].parent)
    }
    return false
  }

  // MARK: - Tags

  private func readTags(_ found: inout Metadata) {
    if found.published == nil {
      let names = [
        "pubdate", "publishdate", "publish_date", "firstpublishedtime", "article:published_time",
        "og:release_date", "datepublished", "date", "dc.date", "publish-date", "weibo: article:create_at",
        "weibo:article:create_at", "og:article:published_time", "createdate", "releasedate",
      ]
      for name in names {
        if let value = meta[name], let day = Self.day(in: Array(value.utf8)) {
          found.published = day
          found.rules["published"] = "meta"
          break
        }
      }
    }
    if found.published == nil {
      for data in linkedData {
        if let day = Self.datePublished(data) {
          found.published = day
          found.rules["published"] = "json_ld"
          break
        }
      }
    }
    if found.publisher == nil, let source = meta["contentsource", "article:source"] {
      found.publisher = source
      found.rules["publisher"] = "meta"
    }
  }

  private static func day(in bytes: [UInt8]) -> Day? {
    bytes.withUnsafeBufferPointer { DateReader($0).first(in: 0..<$0.count)?.day }
  }

  private static func datePublished(_ data: [UInt8]) -> Day? {
    data.withUnsafeBufferPointer { bytes in
      for key in ["\"datepublished\"", "\"pubdate\""] as [StaticString] {
        if let range = bytes.firstRange(ofLowercase: key, from: 0) {
          let end = min(range.upperBound + 24, bytes.count)
          if let found = DateReader(bytes).first(in: range.upperBound..<end) { return found.day }
        }
      }
      return nil
    }
  }
}
