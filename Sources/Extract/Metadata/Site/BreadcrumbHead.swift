/// Reads the name of the site from the first step of the path above a text: 您的位置：某某区政府网 > 政务动态 > 正文.
///
/// Reads: lines above the first of the text without a stop that have a `>`, `»`, `›` or `＞`.
/// Yields: what stands before the first of these and behind a colon, where it ends as the names of offices, papers and
///   sites do (`PublisherNames`); without 首页 behind it.
/// Refuses: 首页 alone; names of less than 4 characters and more than 30; lines of more than 120.
enum BreadcrumbHead {
  private static let separators: Set<Unicode.Scalar> = [">", "»", "›", "＞"]
  private static let home = Array("首页".unicodeScalars)
  /// How far into the text the path may stand, in lines, and how far down where there is no text.
  private static let (reach, reachWithoutText) = (3, 40)

  static func name(in finder: MainTextFinder, above place: Range<Int>?, _ publishers: PublisherNames)
    -> String?
  {
    let lines = finder.lines.lines
    let end = min(lines.count, place.map { $0.lowerBound + reach } ?? reachWithoutText)
    for index in 0..<end where lines[index].stops == 0 && lines[index].characters <= 120 {
      let scalars = Array(String(decoding: finder.lines.bytes(of: index), as: UTF8.self).unicodeScalars)
      guard let first = scalars.firstIndex(where: separators.contains) else { continue }
      let behind = scalars[..<first].lastIndex { $0 == "：" || $0 == ":" }.map { $0 + 1 } ?? 0
      var name = scalars[behind..<first].drop { $0 == " " }
      while name.last == " " { name = name.dropLast() }
      if name.suffix(home.count).elementsEqual(home) { name = name.dropLast(home.count) }
      guard (4...30).contains(name.count) else { continue }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: name)
      if publishers.endsAsPublisher(String(text)) { return String(text) }
    }
    return nil
  }
}
