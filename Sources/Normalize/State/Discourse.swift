internal import Records

/// What was said last, as far as it reaches: what a clause leaves open is filled from here.
///
/// A class, so that each number can be asked about it without a copy; it stays with its reader.
final class Discourse {
  /// What the sentence is about: the first noun of its first clause, by its tokens (`Site.topic`).
  var topic: Range<Int>?
  /// The institution at the head of the paragraph, with a full stop behind it: ——小学。.
  var listHead: Subject?
  /// The last statement of the sentence.
  var last: Said?
  /// The subject of a clause behind it that has no number, by its tokens: a change behind that is about it
  /// (`Site.fresh`).
  var fresh: Range<Int>?
  /// The last statement of the paragraph.
  var before: Said?
  /// The subjects of the list that was dealt out last: 存、贷款余额分别为….
  var list: [Subject] = []
  /// The sentence's last levels, one of each subject, in order.
  var levels: [Said] = []
  /// The same of the sentence before.
  var levelsBefore: [Said] = []
  /// The sentence's last statements of any measure, one of each subject, in order.
  var statements: [Said] = []
  /// The last level of the sentence in each unit.
  var byUnit: [Said] = []
  /// The whole whose parts follow behind 其中.
  var whole: Said?
  /// What the parts named so far leave of it.
  var rest: ExactDecimal?
  /// How many semicolons the sentence has had, and how many before 其中.
  private var segment = 0
  private var wholeSegment = 0
  /// Whether the whole was named by 在…中 and holds for the sentence.
  private var isWithin = false
  /// Whether the last part was joined to the one before by 、.
  private var arePartsListed = false
  /// Whether the sentence speaks of plans or forecasts.
  var isTarget = false
  /// Whether it speaks of what is so now, or has been done already: 现有, 已建成.
  var isNow = false
  /// The words that said that the sentence's figures are not final: 初步核算.
  var estimate: String?
  /// The year of the last level behind 由.
  var fromYear: Int?
  /// The last statement before the clause.
  var outsideClause: Said?
  /// The clause before, whose names the numbers of a list may be dealt out to.
  var clauseBefore: Range<Int>?
  /// What had been said when a bracket opened.
  private var outside: (last: Said?, whole: Said?, rest: ExactDecimal?)?
  /// How far the tokens of the clause have been used by the number before.
  var used = 0

  /// A statement, as the ones behind it lean on it; a class, since it is remembered in several places.
  final class Said {
    let subject: Subject
    let unit: String
    let measure: Measure
    let value: ExactDecimal?
    /// The rule that told its subject.
    let rule: String
    /// Whether it was a fall.
    let isFall: Bool
    /// What sort of quantity it was.
    let kind: QuantityKind
    /// Whether its unit counts things or people.
    var isCount: Bool { kind == .count }
    /// Whether it counts people or households.
    var isPeople: Bool { unit.is("人") || unit.is("户") }
    /// Whether it was a share, or the change of one.
    let isShare: Bool
    /// Whether its subject is what a place is divided into: 村民小组.
    let isDivision: Bool

    init(
      _ subject: Subject, _ quantity: Quantity, _ reading: MeasureReading, rule: String, isDivision: Bool,
      isShare: Bool
    ) {
      (self.subject, self.rule, self.isDivision, self.isShare) = (subject, rule, isDivision, isShare)
      (unit, value, kind) = (quantity.unit, quantity.value, quantity.kind)
      (measure, isFall) = (reading.measure, reading.isFall)
    }
  }

  /// A new sentence: a change may still lean on the last statement, and parts on their whole.
  func beginSentence() {
    (topic, last, fresh, isTarget, whole) = (nil, nil, nil, false, nil)
    (segment, wholeSegment, isWithin, estimate, isNow) = (0, 0, false, nil, false)
    (outside, outsideClause, fromYear, clauseBefore) = (nil, nil, nil, nil)
    if !levels.isEmpty { swap(&levels, &levelsBefore) }
    // Most sentences have none of them, and to take hold of an array costs more than to look at it.
    if !list.isEmpty { list.removeAll(keepingCapacity: true) }
    if !levels.isEmpty { levels.removeAll(keepingCapacity: true) }
    if !statements.isEmpty { statements.removeAll(keepingCapacity: true) }
    if !byUnit.isEmpty { byUnit.removeAll(keepingCapacity: true) }
  }

  /// Notes a statement that the next ones may lean on.
  func say(_ said: Said) {
    // A产业实现翻番；B由15亿元提高到30亿元: the number has a subject of its own, and so have those behind it.
    if !said.rule.is("CarriedSubject") { fresh = nil }
    if !isOfSame(statements.last, said) {
      if statements.count == 8 { statements.removeFirst() }
      statements.append(said)
    }
    if said.measure == .level {
      if !isOfSame(levels.last, said) {
        if levels.count == 8 { levels.removeFirst() }
        levels.append(said)
      }
      if let index = byUnit.firstIndex(where: { $0.unit.isSame(said.unit) }) {
        byUnit.remove(at: index)
      } else if byUnit.count == 8 {
        byUnit.removeFirst()
      }
      byUnit.append(said)
    }
    last = said
  }

  private func isOfSame(_ last: Said?, _ said: Said) -> Bool {
    guard let last, last.subject.label.isSame(said.subject.label) else { return false }
    return last.subject == said.subject
  }

  /// 其中: what was said last is the whole of what follows.
  func beginParts() {
    whole = last ?? before
    (rest, wholeSegment, isWithin) = (whole?.value, segment, false)
  }

  /// 在…中: what was said before is the whole of what follows in the sentence.
  func beginParts(of whole: Said) {
    (self.whole, rest, isWithin) = (whole, nil, true)
  }

  /// A semicolon ends the parts of a whole that did not begin the sentence: it parts that from its peers.
  func seeSemicolon() {
    segment += 1
    if !isWithin, wholeSegment > 0 { whole = nil }
  }

  /// What is said in brackets ends with them: 8个镇（其中2个民族镇），132个村.
  func seeBracket(_ mark: TokenKind) {
    switch mark {
    case .open: outside = (last, whole, rest)
    case .close:
      if let outside { (last, whole, rest) = outside }
      outside = nil
    default: break
    }
  }

  /// Whether changes behind 其中 may still be those of parts.
  var mayPartsChange: Bool { isWithin || segment == wholeSegment }

  /// Takes a part from the whole. Where the parts make up the whole another
  /// set of them may follow (男, 女; 城镇, 乡村). What is more than the rest is none where a list of parts
  /// joined by 、 has ended before it; else the page is wrong, and stays so.
  func takePart(_ value: ExactDecimal?, isListed: Bool) {
    defer { arePartsListed = isListed }
    guard let value, let rest, let whole = whole?.value else { return }
    if let left = try? rest.subtracting(value), !left.isNegative {
      self.rest = left == .zero ? whole : left
      return
    }
    self.rest = nil
    if !isListed, arePartsListed { self.whole = nil }
  }

  /// A new paragraph: nothing is carried into it.
  func beginParagraph() {
    beginSentence()
    (before, rest, arePartsListed, used, listHead) = (nil, nil, false, 0, nil)
    if !levelsBefore.isEmpty { levelsBefore.removeAll(keepingCapacity: true) }
  }
}
