internal import Records

/// Marks that overlap, shown as one.
struct MarkGroup {
  /// From the first byte of any to the last.
  var span: ByteSpan
  /// The marks, the strongest first; of one kind in the order of the text.
  var marks: [NumberMark]

  /// The kind of its strongest mark.
  var kind: NumberMark.Kind { marks.map(\.kind).min() ?? .unread }
  /// The element that marks it in the text.
  var anchor: String { "s\(span.start)" }
  /// The element that says what it became.
  var detail: String { "d\(span.start)" }

  /// The marks in groups, in the order of the text, none overlapping another.
  ///
  /// What is doubtful about a whole sentence is not drawn over it: a finding that holds other marks joins each of them.
  /// Complexity: sorting, and for a finding the marks within.
  static func groups(of marks: [NumberMark]) -> [MarkGroup] {
    var groups: [MarkGroup] = []
    for mark in marks.filter({ $0.kind != .finding && !$0.span.isEmpty }).sorted(by: precedes) {
      if let last = groups.last, last.span.overlaps(mark.span) {
        groups[groups.count - 1].add(mark)
      } else {
        groups.append(MarkGroup(span: mark.span, marks: [mark]))
      }
    }
    var alone: [NumberMark] = []
    for mark in marks where mark.kind == .finding && !mark.span.isEmpty {
      var index = first(in: groups, endingBehind: mark.span.start)
      var isAlone = true
      while index < groups.count, groups[index].span.start < mark.span.end {
        // It is no wider for it.
        if groups[index].kind.hasDetail {
          groups[index].marks.append(mark)
          isAlone = false
        }
        index += 1
      }
      if isAlone { alone.append(mark) }
    }
    return joined(groups, with: alone).map { group in
      var group = group
      group.marks.sort { $0.kind != $1.kind ? $0.kind < $1.kind : precedes($0, $1) }
      return group
    }
  }

  /// The groups with those of findings that touch no number.
  private static func joined(_ groups: [MarkGroup], with findings: [NumberMark]) -> [MarkGroup] {
    let all = (groups + findings.map { MarkGroup(span: $0.span, marks: [$0]) }).sorted { $0.span < $1.span }
    var result: [MarkGroup] = []
    for group in all {
      if let last = result.last, last.span.overlaps(group.span) {
        for mark in group.marks { result[result.count - 1].add(mark) }
      } else {
        result.append(group)
      }
    }
    return result
  }

  private mutating func add(_ mark: NumberMark) {
    span.end = max(span.end, mark.span.end)
    marks.append(mark)
  }

  private static func precedes(_ left: NumberMark, _ right: NumberMark) -> Bool {
    left.span != right.span ? left.span < right.span : left.name < right.name
  }

  /// The first group that ends behind `place`.
  private static func first(in groups: [MarkGroup], endingBehind place: Int) -> Int {
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].span.end <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension NumberMark {
  /// What tells marks of one place apart.
  fileprivate var name: String {
    switch outcome {
    case .observed(let figure, _), .quarantined(let figure, _): figure.id
    case .doubted(let remark): remark.code + remark.message
    case .refused(let rule): rule
    case .time(let label): label
    case .words, .unread: ""
    }
  }
}
