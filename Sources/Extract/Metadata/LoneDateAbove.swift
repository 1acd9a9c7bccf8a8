import Records

/// Reads the one date that stands by itself above the text, as in the head of a newspaper's page.
///
/// Reads: all lines above the text with at most 30 characters that are no link; the date begins an element.
/// Yields: the date, where there is one only.
/// Refuses: two different ones, asides, boilerplate (今天是), links.
struct LoneDateAbove {
  let fields: LabelledFields

  func read(_ range: Range<Int>, into found: inout Metadata) {
    guard found.published == nil else { return }
    let finder = fields.finder
    var days: Set<Day> = []
    for index in range {
      let line = finder.lines.lines[index]
      guard line.characters - line.linkCharacters <= 30, !finder.isAside[index],
        finder.boilerplate[index] == nil,
        let date = DateReader(fields.text).first(in: Int(line.start)..<Int(line.end)),
        !days.contains(date.day),
        finder.lines.pieces(of: index).contains(where: {
          Int(finder.lines.pieces[$0].start) == date.range.lowerBound
        }), !finder.isInLink(date.range.lowerBound, index)
      else { continue }
      days.insert(date.day)
      if days.count > 1 { return }
    }
    if days.count == 1 { found.set(\.published, days.first, "published", by: "LoneDateAbove") }
  }
}
