public import Records

/// All that the page of one document shows. Spans count in the UTF-8 bytes of its text.
public struct EvidenceSheet: Sendable {
  /// The document; its text is empty where the set has no texts.
  public var document: Document
  /// What was made of its numbers, in any order.
  public var marks: [NumberMark]
  /// What was doubtful about all of it, with code and message.
  public var remarks: [Remark]
  /// Whether the numbers that state nothing are among the marks; they cannot be where the set was made by other rules.
  public var knowsRefusals: Bool

  /// Makes the sheet of a document without marks.
  public init(_ document: Document) {
    self.document = document
    marks = []
    remarks = []
    knowsRefusals = false
  }
}

/// What was doubtful, as `findings.csv` has it.
public struct Remark: Hashable, Sendable {
  /// The code of the finding.
  public var code: String
  /// What exactly.
  public var message: String

  /// Makes the remark.
  public init(code: String, message: String) {
    (self.code, self.message) = (code, message)
  }
}

/// A stretch of a document's text and what became of it.
public struct NumberMark: Sendable {
  /// Where it stands.
  public var span: ByteSpan
  /// What it became.
  public var outcome: Outcome

  /// Makes the mark.
  public init(at span: ByteSpan, _ outcome: Outcome) {
    (self.span, self.outcome) = (span, outcome)
  }

  /// What becomes of a number, from the best to the least.
  public enum Outcome: Sendable {
    /// An observation, and where what it does not say itself comes from.
    case observed(Figure, Provenance)
    /// An observation that is kept apart, and why.
    case quarantined(Figure, reason: String)
    /// Something doubtful.
    case doubted(Remark)
    /// Nothing, by the rule of that name.
    case refused(rule: String)
    /// A time, by its label.
    case time(String)
    /// Words that tell an observation its region.
    case words
    /// Nothing that is a quantity or a time: a telephone number, a part of a name.
    case unread
  }
}

/// Where an observation has its time and its region from.
public struct Provenance: Hashable, Sendable {
  /// Where its time comes from; nothing where it has none or that cannot be told.
  public var period: Origin?
  /// Where its region comes from.
  public var region: Origin?

  /// Makes a provenance of which nothing is known.
  public init(period: Origin? = nil, region: Origin? = nil) {
    (self.period, self.region) = (period, region)
  }

  /// A place that a field can come from.
  public enum Origin: Hashable, Sendable {
    /// The nearest words of the text before the number that say so.
    case words(ByteSpan)
    /// The headline.
    case title
    /// What is known of the source beforehand.
    case source
    /// The day of publication.
    case published
  }
}

extension NumberMark {
  /// The mark's kind, the strongest first: class of the mark and code of the term.
  enum Kind: Int, CaseIterable, Comparable {
    case indicator, mention, quarantined, finding, refused, time, words, unread

    var code: String {
      switch self {
      case .indicator: "indicator"
      case .mention: "mention"
      case .quarantined: "quarantined"
      case .finding: "finding"
      case .refused: "refused"
      case .time: "time"
      case .words: "words"
      case .unread: "unread"
      }
    }

    /// Whether there is more to say of it than its name.
    var hasDetail: Bool { self < .time }

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  var kind: Kind {
    switch outcome {
    case .observed(let figure, _): figure.indicatorID == nil ? .mention : .indicator
    case .quarantined: .quarantined
    case .doubted: .finding
    case .refused: .refused
    case .time: .time
    case .words: .words
    case .unread: .unread
    }
  }
}
