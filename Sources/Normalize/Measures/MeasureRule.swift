internal import Records
internal import Vocabulary

/// A rule that tells what a number says of its subject.
protocol MeasureRule: Sendable {
  /// Reads the words around the number; nothing where the rule does not speak of them.
  static func read(_ site: Site) -> MeasureReading?
}

/// What a number says of its subject, and where the subject is to be looked for.
struct MeasureReading {
  /// The rule, by name.
  var rule: String
  var measure: Measure
  /// Whether a positive number states a fall.
  var isFall = false
  /// The tokens in front of the number that may name the subject.
  var subject: Range<Int>
  /// A deed that belongs to the subject's name: 增收.
  var deed: String?
  /// Whether it is about what was said before its clause.
  var isAboutBefore = false

  /// The reading of a number of the same group: with a word of change of its own, and of points beside a rate (分别下降3%和0.5个百分点).
  func changed(by word: TokenKind?, unit: String) -> MeasureReading {
    var reading = self
    if let word { reading.isFall = word == .word(.down) }
    if measure == .changeRate, unit.is("百分点") { reading.measure = .change }
    if measure == .change, unit.is("%") { reading.measure = .changeRate }
    return reading
  }
}

/// All rules of measure; the first that speaks decides.
enum MeasureRules {
  static let all: [any MeasureRule.Type] = [
    ComparedInBrackets.self, Conversion.self, RatioParts.self, RankPlace.self, ShareOfWhole.self,
    DifferenceFrom.self,
    Contribution.self,
    ChangeWord.self, ShareNoun.self,
    RateNoun.self, ChangeOfNoun.self, ShareBefore.self,
    FractionShare.self, ReachedLevel.self,
  ]

  static func read(_ site: Site) -> MeasureReading? {
    for rule in all {
      if let reading = rule.read(site) { return reading }
    }
    return nil
  }
}
