internal import Records
internal import Vocabulary

/// Numbers are dealt out to the names that the clause before listed: 境内有汉、藏、回等民族，分别占62.1%、30.5%和7.4%.
///
/// Reads: as many names joined by 、 in a clause without a number as the group has numbers, and no noun before the group, or one that measures
/// (面积, 产量) or counts people (人口).
/// Yields: each name, with the noun behind it; 族 is added where the list is one of 民族.
/// Refuses: lists of another length, and groups with nouns of their own.
enum ListedBefore {
  static func read(
    _ site: Site, _ reading: MeasureReading, count: Int, _ quantities: [Quantity]
  ) -> [Subject]? {
    guard count > 1, let clause = site.discourse.clauseBefore else { return nil }
    var names = names(clause, site.tokens, quantities, site.text)
    if names.count > count { names = self.names(clause, site.tokens, quantities, site.text, joins: false) }
    guard names.count == count else { return nil }
    guard let run = site.run(before: reading.subject.upperBound, from: reading.subject.lowerBound) else {
      return names.map { Subject($0) }
    }
    let noun = site.subject(run)
    guard run.count == 1, noun.need == .owner || noun.label.ends(with: "人口") else { return nil }
    return names.map { Subject($0 + noun.label, stem: $0) }
  }

  /// The names that a clause lists, at least two; none where it has a number that does not count them (三种作物).
  ///
  /// - Parameter joins: whether 和 parts two names too, or is a piece of one (信息传输和软件业).
  private static func names(
    _ clause: Range<Int>, _ tokens: [Token], _ quantities: [Quantity], _ text: Bytes, joins: Bool = true
  ) -> [String] {
    guard clause.contains(where: { tokens[$0].kind == .pause }) else { return [] }
    var names: [String] = []
    var current = ""
    var isList = false
    reading: for index in clause {
      switch tokens[index].kind {
      case .word(.joint) where !joins: current += text.string(tokens[index].span)
      case .pause, .word(.joint):
        if !current.isEmpty { names.append(current) }
        (current, isList) = ("", true)
      case .quantity:
        guard isList, quantities[tokens[index].index].value == ExactDecimal(names.count + 1) else {
          return []
        }
        break reading
      case .word(.etc): break reading
      case .noun, .word(.institution), .word(.act), .word(.relational):
        current += text.string(tokens[index].span)
        if isList, let (name, kind) = closed(current) {
          names.append(name)
          return kind.begins(with: "民族") ? names.map { $0.ends(with: "族") ? $0 : $0 + "族" } : names
        }
      default: if !isList { current = "" }
      }
    }
    if !current.isEmpty { names.append(current) }
    return isList ? names : []
  }

  /// 回等民族: the list's last name and what they all are.
  private static func closed(_ words: String) -> (name: String, kind: String)? {
    guard let etc = words.unicodeScalars.firstIndex(of: "等"), etc > words.startIndex else { return nil }
    let kind = words.unicodeScalars[words.unicodeScalars.index(after: etc)...]
    return (String(words.unicodeScalars[..<etc]), String(kind))
  }
}
