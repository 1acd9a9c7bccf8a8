internal import Records

/// What was said last, as far as it reaches: what a clause leaves open is filled from here.
struct Discourse {
  /// What the sentence is about: the first noun of its first clause.
  var topic: Subject?
  /// The last statement of the sentence.
  var last: Said?
  /// The subject of a clause behind it that has no number: a change behind that is about it.
  var fresh: Subject?
  /// The last statement of the paragraph.
  var before: Said?
  /// The subjects of the list that was dealt out last: 存、贷款余额分别为….
  var list: [Subject] = []
  /// The subjects of the sentence's levels, each once, in order.
  var levels: [Subject] = []
  /// The last level of the sentence in each unit.
  var byUnit: [(unit: String, subject: Subject)] = []
  /// The whole whose parts follow behind 其中.
  var whole: Said?
  /// Whether the sentence speaks of plans or forecasts.
  var isTarget = false
  /// How far the tokens of the clause have been used by the number before.
  var used = 0

  /// A statement, as the ones behind it lean on it.
  struct Said {
    var subject: Subject
    var unit: String
    var measure: Measure
    /// The rule that told its subject.
    var rule: String
  }

  /// A new sentence: a change may still lean on the last statement, and parts on their whole.
  mutating func beginSentence() {
    (topic, last, fresh, isTarget, whole) = (nil, nil, nil, false, nil)
    list.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    byUnit.removeAll(keepingCapacity: true)
  }

  /// Notes a statement that the next ones may lean on.
  mutating func say(_ said: Said) {
    if said.measure == .level {
      if levels.last != said.subject { levels.append(said.subject) }
      byUnit.removeAll { $0.unit == said.unit }
      byUnit.append((said.unit, said.subject))
    }
    last = said
  }

  /// A new paragraph: nothing is carried into it.
  mutating func beginParagraph() { self = Discourse() }
}
