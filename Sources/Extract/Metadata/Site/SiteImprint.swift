import Vocabulary

/// Reads who runs the site from its imprint: 主办单位：某某县人民政府办公室, 版权所有 © 某某县统计局.
///
/// Reads: the last 80 lines of the page, below the text or in an aside; labels of the field `host` (`labels.tsv`).
/// Yields: the hanzi behind the label and its marks, years and letters, or those right before it (某某县人民政府 版权所有),
///   where they end as the names of offices, papers and sites do (`PublisherNames`).
/// Refuses: lines of the text: there 主办 tells who held a meeting; lines of more than 300 characters.
struct SiteImprint {
  let finder: MainTextFinder
  let labels: Lexicon
  let publishers: PublisherNames

  private static let reach = 80

  func name(below place: Range<Int>?) -> String? {
    let lines = finder.lines.lines
    return finder.lines.text.withUnsafeBufferPointer { text in
      for index in max(0, lines.count - Self.reach)..<lines.count where lines[index].characters <= 300 {
        if let place, index < place.lowerBound || place.contains(index) && !isFurniture(index) { continue }
        if let name = name(
          UnsafeBufferPointer(rebasing: text[Int(lines[index].start)..<Int(lines[index].end)]))
        {
          return name
        }
      }
      return nil
    }
  }

  private func isFurniture(_ index: Int) -> Bool {
    finder.isAside[index] || finder.boilerplate[index] != nil
  }

  private func name(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    var index = 0
    while index < line.count {
      if line[index] & 0xC0 != 0x80, let match = labels.longestMatch(in: line, at: index),
        PageLabel.allCases[match.payload] == .host
      {
        if let name = nameBehind(line, index + match.count) ?? nameBefore(line, index) { return name }
        index += match.count
      } else {
        index += 1
      }
    }
    return nil
  }

  private func nameBehind(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> String? {
    var start = start
    // Marks, years, © and Copyright; another label goes on: 版权所有 主办：某某县人民政府.
    while start < line.count, !isHanzi(line, start) { start += 1 }
    var end = start
    while end < line.count, isHanzi(line, end) {
      if end > start, let match = labels.longestMatch(in: line, at: end),
        PageLabel.allCases[match.payload] == .host
      {
        break
      }
      end += 3
    }
    return name(line[start..<end])
  }

  private func nameBefore(_ line: UnsafeBufferPointer<UInt8>, _ end: Int) -> String? {
    var end = end
    while end > 0, line[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start >= 3, isHanzi(line, start - 3) { start -= 3 }
    return name(line[start..<end])
  }

  private func name(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    publishers.isPublisher(bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private func isHanzi(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 3 <= line.count && line[index] >= 0xE4 && line[index] <= 0xE9
      && PublisherNames.isHanzi(line[index..<index + 3])
  }
}
