import Records

/// Reads `<time datetime="2021-03-05T10:20">3天前</time>`: a date that machines read where people see an age.
///
/// Reads: the attribute of the `<time>` elements up to the end of the text.
/// Yields: the date of the first that `itemprop` calls datePublished, else the one date that those above the text have.
/// Refuses: asides, links, dateModified, two different dates without a name, what stands in and behind the text:
///   comments have such elements too.
enum TimeElement {
  static func read(_ finder: MainTextFinder, above place: Range<Int>, into found: inout Metadata) {
    guard found.published == nil else { return }
    let nodes = finder.nodes
    var days: Set<Day> = []
    var linkEnd = 0
    for row in nodes.nodes.indices {
      if nodes.nodes[row].tag == .a { linkEnd = max(linkEnd, nodes.end(of: row)) }
      guard nodes.nodes[row].tag == .time, row >= linkEnd else { continue }
      // Of an element without text the lines are none, before the next one.
      let lines = finder.lines.lines(of: row, in: nodes)
      if lines.lowerBound >= place.upperBound { break }
      guard !finder.isAside[lines.lowerBound], let value = nodes.value(of: .datetime, at: row),
        let day = Array(value).withUnsafeBufferPointer({ DateReader($0).first(in: 0..<$0.count)?.day })
      else { continue }
      let name = nodes.value(of: .itemprop, at: row).map {
        String(decoding: $0.map(\.lowercased), as: UTF8.self)
      }
      switch name {
      case "datepublished", "datecreated": return found.set(\.published, day, "published", by: "TimeElement")
      case "datemodified": continue
      default: if lines.upperBound <= place.lowerBound { days.insert(day) }
      }
    }
    if days.count == 1 { found.set(\.published, days.first, "published", by: "TimeElement") }
  }
}
