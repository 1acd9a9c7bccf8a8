import Vocabulary

/// Finds the element that holds the main text, and the lines of it that belong to the text.
///
/// Every line speaks for or against (`LineJudge`); an element's score is the sum over its lines, a
/// difference of prefix sums. The element with the highest score holds the text, of equal ones the
/// innermost; a container that is known by name is preferred where it has much of that.
struct MainTextFinder {
  let nodes: NodeTable
  let lines: LineTable
  let roles: [ContainerRole?]
  let boilerplate: [Boilerplate?]
  /// For each line whether it lies in an aside.
  private(set) var isAside: [Bool]
  private(set) var scores: [Int]

  /// - Complexity: O(rows + lines · depth of nested asides, which is small).
  init(nodes: NodeTable, lines: LineTable, roles: ContainerRoles, judge: LineJudge, dataLines: [Bool]) {
    self.nodes = nodes
    self.lines = lines
    let found = nodes.nodes.indices.map { row in
      nodes.nodes[row].tag == .text ? nil : roles.role(of: row, in: nodes)
    }
    let text = lines.text
    boilerplate = text.withUnsafeBufferPointer { text in
      lines.lines.map { judge.boilerplate($0, text) }
    }
    let marks = Self.sums(nodes.nodes.indices.map { Self.marksArticle(nodes.nodes[$0].tag, found[$0]) })
    self.roles = found
    var scores: [Int] = []
    scores.reserveCapacity(lines.lines.count)
    for (index, line) in lines.lines.enumerated() {
      scores.append(judge.score(line, boilerplate[index], isData: dataLines[index]))
    }
    self.scores = scores
    isAside = [Bool](repeating: false, count: lines.lines.count)
    markAsides(marks, answers: Self.sums(lines.lines.map { judge.beginsAnswer($0, text) ? 1 : 0 }))
    for row in Imprint(nodes: nodes, lines: lines).rows(boilerplate, marks: marks) {
      markAside(lines.lines(of: row, in: nodes))
    }
  }

  /// Lines in asides count for nothing; `marks` are sums of `marksArticle` over the rows. An element that leaves less than
  /// a tenth of the page's text outside it is none, whatever it is called; nor is one with half of the text and a title or
  /// a container of text in it, nor are those that are the posts of a thread;
  /// nor is one in which an office answers: `answers` are sums over the lines that say which.
  private mutating func markAsides(_ marks: [Int], answers: [Int]) {
    let positive = Self.sums(scores.map { max($0, 0) })
    let total = positive.last ?? 0
    var asides: [Aside] = []
    var row = 0
    while row < nodes.nodes.count {
      let tag = nodes.nodes[row].tag
      let isAsideTag = tag == .nav || tag == .footer || tag == .aside
      guard isAsideTag || roles[row] == .aside, tag != .body, tag != .html else {
        row += 1
        continue
      }
      let range = lines.lines(of: row, in: nodes)
      let text = positive[range.upperBound] - positive[range.lowerBound]
      let outside = total - text
      if outside < max(Self.leastScore, total / 10)
        || answers[range.upperBound] > answers[range.lowerBound]
        || outside * 2 < total && marks[nodes.end(of: row)] > marks[row + 1]
      {
        row += 1
        continue
      }
      asides.append(Aside(row: row, lines: range, text: text))
      row = max(nodes.end(of: row), row + 1)
    }
    let posts = posts(among: asides, of: total)
    for aside in asides where !posts.contains(aside.row) { markAside(aside.lines) }
  }

  /// An element that its tag or its name says to be no part of an article.
  private struct Aside {
    let row: Int
    let lines: Range<Int>
    /// How much speaks for text in it.
    let text: Int
  }

  /// The asides of one name that hold half of the page's text, where all asides together leave less than a tenth of it:
  /// in a forum the first post too may be called a reply.
  private func posts(among asides: [Aside], of total: Int) -> Set<Int> {
    guard total - asides.reduce(0, { $0 + $1.text }) < max(Self.leastScore, total / 10) else { return [] }
    var byName: [[UInt8]: [Aside]] = [:]
    for aside in asides {
      if let name = nodes.value(of: .classes, at: aside.row) {
        byName[Array(name), default: []].append(aside)
      }
    }
    let posts = byName.values.filter { $0.count > 1 && $0.reduce(0) { $0 + $1.text } * 2 >= total }
    return Set(posts.joined().map(\.row))
  }

  private mutating func markAside(_ range: Range<Int>) {
    for line in range {
      isAside[line] = true
      scores[line] = min(scores[line], 0)
    }
  }

  /// 1 for an element that only an article has.
  private static func marksArticle(_ tag: Tag, _ role: ContainerRole?) -> Int {
    tag == .h1 || role == .body || role == .title ? 1 : 0
  }

  /// `sums[i]` is the sum of the values before `i`.
  static func sums(_ values: [Int]) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(values.count + 1)
    for value in values { sums.append(sums[sums.count - 1] + value) }
    return sums
  }

  /// Where the main text is.
  struct Place {
    /// The lines among which it is.
    var lines: Range<Int>
    /// The rule that found it.
    var rule: String
    /// How much speaks for it.
    var score: Int
    /// The line that gives the date of the first of several posts.
    var stamp: Int?
    /// The lines of a letter and of its answers, where the place is those and nothing between them.
    var letter: [Range<Int>] = []
  }

  /// Where the main text is; nothing where no element speaks for it.
  func place() -> Place? {
    let sums = Self.sums(scores)
    let densest = DensestElement.place(in: self, sums)
    let run = BestRun.place(in: self, sums)
    let most = max(densest?.score ?? 0, run.score)
    guard most >= Self.leastScore else { return nil }
    if let container = KnownContainer.place(in: self, sums), container.score * 2 >= most { return container }
    guard let densest, run.score * 4 <= densest.score * 5 else {
      return FirstOfSeveral.place(within: run, in: self, sums) ?? run
    }
    return FirstOfSeveral.place(within: densest, in: self, sums) ?? densest
  }

  /// Less than this is no text: a sentence of twenty characters.
  static let leastScore = 20

  /// The containers of text among `range`, outermost only, that have some, as ranges of lines.
  func containers(within range: Range<Int>, _ sums: [Int]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var row = 0
    while row < nodes.nodes.count {
      let lines = lines.lines(of: row, in: nodes)
      if roles[row] == .body, lines.lowerBound >= range.lowerBound, lines.upperBound <= range.upperBound,
        sums[lines.upperBound] - sums[lines.lowerBound] >= Self.leastScore
      {
        found.append(lines)
        row = nodes.end(of: row)
      } else {
        row += 1
      }
    }
    return found
  }
}
