/// Finds pages that are the parts of one article by the names of their files.
///
/// Reads: `a.html`, `a_1.html`, `a_2.html` and so on: a name, then the same with a number from 1 or 2 behind `_`,
///   `-` or `_p`; and `a_1.html`, `a_2.html` without a first.
/// Yields: groups of two or more without a gap in their numbers, in the order of the numbers.
/// Refuses: names in different folders, numbers of more than two digits. Whether the pages belong together is for
///   `Document.joined` to say: news_1 and news_2 often do not.
public enum PageSeries {
  /// The groups among `sources`, as indices into it.
  ///
  /// - Complexity: O(n) in the names.
  public static func groups(of sources: [String]) -> [[Int]] {
    var parts: [[UInt8]: [Int: Int]] = [:]
    var wholes: [[UInt8]: Int] = [:]
    for (index, source) in sources.enumerated() {
      let name = Array(source.utf8)
      wholes[name] = index
      if let part = numbered(name) { parts[part.base, default: [:]][part.number] = index }
    }
    var groups: [[Int]] = []
    for (base, numbers) in parts {
      var group = wholes[base].map { [$0] } ?? []
      var next = numbers[1] == nil ? 2 : 1
      if group.isEmpty, next == 2 { continue }
      while let index = numbers[next] {
        group.append(index)
        next += 1
      }
      if group.count > 1 { groups.append(group) }
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  /// `a_2.html` as the name `a.html` and 2.
  private static func numbered(_ name: [UInt8]) -> (base: [UInt8], number: Int)? {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    var start = dot
    while start > 0, name[start - 1].isDigit { start -= 1 }
    guard (1...2).contains(dot - start) else { return nil }
    let number = name[start..<dot].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if start > 0, name[start - 1] == UInt8(ascii: "p") { start -= 1 }
    guard start > 1, name[start - 1] == UInt8(ascii: "_") || name[start - 1] == UInt8(ascii: "-"),
      name[start - 2] != UInt8(ascii: "/")
    else { return nil }
    return (Array(name[..<(start - 1)] + name[dot...]), number)
  }
}
