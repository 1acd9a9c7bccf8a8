internal import Records
internal import Vocabulary

/// A rule that tells what a number is about.
protocol SubjectRule: Sendable {
  /// Reads the words that the rule of measure left for it; nothing where it does not speak of them.
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading?
}

/// What a number is about, and how that was told.
struct SubjectReading {
  /// The rules, by name, in the order in which they spoke.
  var rules: [String]
  var subject: Subject
  /// The tokens behind the number that name the subject.
  var behind: Range<Int>?

  init(_ rule: String, _ subject: Subject, behind: Range<Int>? = nil) {
    (rules, self.subject, self.behind) = ([rule], subject, behind)
  }
}

/// All rules of subject; the first that speaks decides.
enum SubjectRules {
  static let all: [any SubjectRule.Type] = [
    ComparedNumber.self, Distance.self, SolvedNeed.self, NounBehind.self, PurposeBehind.self, PerBase.self,
    Recipients.self, NounBefore.self,
    AcrossBrackets.self, ColonHead.self, UnitAsSubject.self, CarriedSubject.self,
  ]

  /// The subject as the words before and behind the number give it, then completed by what was said.
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    for rule in all {
      guard let found = rule.read(site, reading) else { continue }
      return Completions.complete(found, site, reading)
    }
    return nil
  }
}
