internal import Records
internal import Vocabulary

extension TokenText {
  /// The run of nouns that ends before `end`, verbs and adverbs between them and `end` left out.
  func run(before end: Int, from start: Int) -> Range<Int>? {
    var stop = end
    while stop > start, isPredicate(tokens[stop - 1].kind) { stop -= 1 }
    var first = stop
    while first > start {
      let kind = tokens[first - 1].kind
      if kind.isNominal || kind.isJoint || isTimeInside(first - 1, from: start)
        || isMean(first - 1, from: start) || isTowards(first - 1, from: start)
      {
        first -= 1
      } else {
        break
      }
    }
    return trimmed(first..<stop)
  }

  /// The run of nouns that begins at `start`.
  func run(at start: Int, to end: Int) -> Range<Int>? {
    guard start < end, tokens[start].kind.isNominal else { return nil }
    var stop = start + 1
    while stop < end {
      let kind = tokens[stop].kind
      if kind == .aside { break }
      if kind == .word(.joint), isNamedNext(stop + 1, to: end) { break }
      if kind == .word(.act), isNamedNext(stop + 1, to: end) { break }
      guard kind.isNominal || kind.isJoint else { break }
      stop += 1
    }
    // 75家龙头企业年销售收入18.4亿元: the last noun measures them.
    if stop - start > 1, stop < tokens.count,
      tokens[stop].kind == .quantity || tokens[stop].kind == .word(.reach),
      tokens[stop - 1].kind == .word(.relational)
    {
      stop -= 1
    }
    return trimmed(start..<stop)
  }

  /// Whether what follows names the next number: 5座续建和青龙等3座….
  private func isNamedNext(_ start: Int, to end: Int) -> Bool {
    var index = start
    while index < end, tokens[index].kind.isNominal || tokens[index].kind.isJoint { index += 1 }
    return index < tokens.count && (tokens[index].kind == .word(.etc) || tokens[index].kind == .quantity)
  }

  /// Whether a token stands between a noun and what is said of it, and belongs to neither.
  private func isPredicate(_ kind: TokenKind) -> Bool {
    switch kind {
    case .period, .aside, .word(.verb), .word(.verbal), .word(.reach), .word(.adverb),
      .word(.respectively), .word(.compare), .word(.estimate), .word(.about), .word(.now),
      .word(.target), .word(.intent), .word(.etc), .word(.rate), .word(.founded), .word(.up), .word(.down),
      .word(.from), .word(.of), .word(.joint), .word(.since), .word(.vague), .word(.trend):
      true
    default: false
    }
  }

  /// Whether a time stands inside a name: 生猪年末存栏.
  private func isTimeInside(_ index: Int, from start: Int) -> Bool {
    // 在去年投资4亿元的基础上: 在 is no piece of a name.
    tokens[index].kind == .period && index > start && tokens[index - 1].kind.isNominal
      && !isWord(index - 1, "在")
      && index + 1 < tokens.count && tokens[index + 1].kind.isNominal
  }

  /// Whether 对, perhaps with 全县 behind it, stands inside a name: 第一产业对全县经济增长的贡献率.
  private func isTowards(_ index: Int, from start: Int) -> Bool {
    if tokens[index].kind == .word(.scope) { return index > start && endsTowards(index - 1) }
    return isWord(index, "对") && index > start && tokens[index - 1].kind.isNominal
  }

  private func endsTowards(_ index: Int) -> Bool { text.has("对", endingAt: tokens[index].span.end) }

  /// Whether 平均 stands inside a name: PM2.5平均浓度.
  private func isMean(_ index: Int, from start: Int) -> Bool {
    isWord(index, "平均") && index > start
      && (tokens[index - 1].kind.isNominal || tokens[index - 1].kind == .word(.of))
      && index + 1 < tokens.count && tokens[index + 1].kind.isNominal
  }

  private func trimmed(_ run: Range<Int>) -> Range<Int>? {
    var (first, last) = (run.lowerBound, run.upperBound)
    while first < last, !tokens[first].kind.isNominal { first += 1 }
    while first < last, !tokens[last - 1].kind.isNominal { last -= 1 }
    return first < last ? first..<last : nil
  }

  /// The subject that a run names.
  func subject(_ run: Range<Int>) -> Subject {
    var subject = plainSubject(run)
    var head = run.lowerBound
    while head < run.upperBound, tokens[head].kind == .condition || tokens[head].kind.isJoint { head += 1 }
    if head > run.lowerBound {
      subject.isCondition = head == run.upperBound
      subject.breakdown = run.filter { tokens[$0].kind == .condition }.map(breakdown)
      subject.core = label(head..<run.upperBound)
    } else if let bound = run.first(where: { tokens[$0].kind == .condition }) {
      // 年龄结构中0—14岁: the bound stands behind its noun.
      subject.core = label(run.lowerBound..<bound)
    }
    return subject
  }

  /// `age=35岁以下`: what a bound is a bound of, by its unit.
  private func breakdown(_ index: Int) -> String {
    let words = text.string(tokens[index].span)
    let key =
      words.holds("岁")
      ? "age"
      : words.holds("元") ? "amount" : words.holds("亩") || words.holds("公顷") ? "area" : "bound"
    return key + "=" + words
  }

  private func plainSubject(_ run: Range<Int>) -> Subject {
    let label = label(run)
    let tail = run.upperBound - 1
    switch tokens[tail].kind {
    case .word(.relational)
    where run.count > 1 && tokens[tail - 1].kind == .word(.member) && isWord(tail, "人数"):
      return member(run, before: tail - 1)
    case .word(.relational):
      // 对经济增长的贡献率 says of what, but not whose.
      let start = tokens[run.lowerBound].span.start
      let isBare = run.count == 1 || text.has("对", at: start) || text.has("对", endingAt: start)
      return Subject(
        label, stem: isBare ? label : self.label(run.lowerBound..<tail),
        need: isBare ? .owner : .nothing)
    case .word(.member):
      return member(run, before: tail)
    case .word(.institution):
      return Subject(label, isInstitution: true)
    case .word(.act) where run.count == 1:
      var subject = Subject(label, need: .owner)
      subject.isDeed = true
      return subject
    default:
      var subject = Subject(label)
      let head = run.lowerBound
      if tokens[head].kind == .word(.act), run.count > 1 {
        subject.deed = text.string(tokens[head].span)
      }
      return subject
    }
  }

  /// 在校生, 在校生人数 lack whose they are; 普通小学招生 says it for those behind it too.
  private func member(_ run: Range<Int>, before tail: Int) -> Subject {
    guard run.lowerBound < tail else { return Subject(label(run), need: .institution) }
    var subject = Subject(label(run), stem: label(run.lowerBound..<tail))
    subject.isMember = true
    return subject
  }
}
