import Records
import Vocabulary

/// Finds the lines at the head of a text that say who signed it, and when, as communiqués and reports have them below
/// their titles: 某县统计局 and （2014年3月5日）, 县长 张三.
///
/// Reads: lines between title and first sentence that stand with the text: in its block, or in paragraphs beside its own.
/// Yields: neighbouring lines of which each is names of offices, a person behind an office, a date with 年月日, or a name and
///   a date behind it; a date or a person must be among them.
/// Refuses: lines with labels or links, dates in digits and marks (2014-03-05), names of papers and sites, dates without
///   a name: those are information about the page.
struct HeadSignature {
  let fields: LabelledFields
  let names: PublisherNames

  private enum Part { case office, person, date, both }

  func lines(_ head: Range<Int>, behind titleLine: Int?, of place: Range<Int>) -> Set<Int> {
    let start = titleLine.map { max($0 + 1, head.lowerBound) } ?? head.lowerBound
    guard start < head.upperBound, place.contains(head.upperBound) else { return [] }
    let textLine = head.upperBound
    guard fields.finder.scores[textLine] > 0 else { return [] }
    var found: Set<Int> = []
    var group: [(line: Int, part: Part)] = []
    func endGroup() {
      let parts = group.map(\.part)
      let isSigned = parts.contains { $0 != .date }
      if isSigned, parts.contains(where: { $0 != .office }) { found.formUnion(group.map(\.line)) }
      group = []
    }
    for line in start..<head.upperBound {
      if let part = part(line), stands(line, with: textLine) {
        group.append((line, part))
      } else {
        endGroup()
      }
    }
    endGroup()
    return found
  }

  private func part(_ index: Int) -> Part? {
    let finder = fields.finder
    let line = finder.lines.lines[index]
    guard line.characters <= 50, line.stops == 0, line.linkCharacters == 0, !finder.isAside[index],
      finder.boilerplate[index] == nil, fields.info(index).fields.isEmpty
    else { return nil }
    let bytes = InfoLine.trimmed(fields.text, Int(line.start)..<Int(line.end))
    guard let date = DateReader(fields.text).first(in: bytes) else {
      return isOffices(bytes) ? .office : isPerson(bytes) ? .person : nil
    }
    // 年 behind the digits: a date that was written, not printed by a machine.
    guard date.range.upperBound == bytes.upperBound, hasYear(date.range) else { return nil }
    if date.range == bytes { return .date }
    let name = InfoLine.trimmed(fields.text, bytes.lowerBound..<date.range.lowerBound)
    return isOffices(name) || isPerson(name) ? .both : nil
  }

  private func hasYear(_ date: Range<Int>) -> Bool {
    fields.text[date].indices.dropLast(2).contains { fields.text[$0..<$0 + 3].elementsEqual("年".utf8) }
  }

  /// Whether the bytes are names of offices, spaces between them.
  private func isOffices(_ range: Range<Int>) -> Bool {
    let parts = fields.text[range].split(separator: 0x20)
    return (1...3).contains(parts.count) && parts.allSatisfy(names.isOffice)
  }

  private static let posts = [
    "县长", "市长", "区长", "州长", "旗长", "乡长", "镇长", "局长", "主任", "主席", "书记", "院长", "检察长",
  ].map { Array($0.utf8) }

  /// Whether the bytes are a post and behind a space the two to four hanzi of a name, perhaps 张 三.
  private func isPerson(_ range: Range<Int>) -> Bool {
    let parts = fields.text[range].split(separator: 0x20)
    guard let post = parts.first, (2...3).contains(parts.count), post.count <= 75,
      Self.posts.contains(where: { post.suffix($0.count).elementsEqual($0) })
    else { return false }
    let name = parts.dropFirst()
    return name.allSatisfy(PublisherNames.isHanzi) && (6...12).contains(name.reduce(0) { $0 + $1.count })
      && (name.count == 1 || name.allSatisfy { $0.count == 3 })
  }

  /// Whether two lines are of one text: in one block or in blocks of one kind beside each other, or in paragraphs of
  /// what is known to hold texts.
  private func stands(_ line: Int, with other: Int) -> Bool {
    let (lines, nodes) = (fields.finder.lines.lines, fields.finder.nodes.nodes)
    let (block, text) = (Int(lines[line].block), Int(lines[other].block))
    if block == text { return true }
    if nodes[block].tag == nodes[text].tag, nodes[block].parent == nodes[text].parent { return true }
    guard lines[line].place.contains(.paragraph) else { return false }
    var row = Int(nodes[block].parent)
    for _ in 0..<4 where row > 0 {
      if fields.finder.roles[row] == .body { return row < text && text < Int(nodes[row].end) }
      row = Int(nodes[row].parent)
    }
    return false
  }
}
