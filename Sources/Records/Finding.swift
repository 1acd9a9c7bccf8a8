/// Something that was doubtful or refused: it is data, and the run goes on.
public struct Finding: Hashable, Sendable {
  /// What sort of doubt it is.
  public var code: Code
  /// What exactly, in plain English, with the words of the page where they help.
  public var message: String
  /// Where in the document's text, where there is such a place.
  public var span: ByteSpan?

  /// Makes a finding.
  public init(_ code: Code, _ message: String, at span: ByteSpan? = nil) {
    self.code = code
    self.message = message
    self.span = span
  }

  /// The sorts of doubt. The raw value is the code in `findings.csv`.
  public enum Code: String, CaseIterable, Sendable {
    // Reading pages.
    /// Bytes that the charset does not have; they became U+FFFD.
    case undecodableBytes = "undecodable_bytes"
    /// The declared charset is not the one the bytes are in.
    case wrongCharset = "wrong_charset"
    /// The page has no article: a list, an error, nothing.
    case noArticle = "no_article"
    /// The parser gave up before the end of the page.
    case truncatedPage = "truncated_page"
    /// The page is larger than the limit and was not read.
    case oversizedPage = "oversized_page"
    /// The bytes are no HTML: an image, a PDF, an archive.
    case notHTML = "not_html"
    /// A block of the text that stands on many pages of the site, and was taken out.
    case repeatedBlock = "repeated_block"
    /// The page is a part of an article that another page begins; its text is in that one's document.
    case joinedPage = "joined_page"
    /// A part of an article is not among the pages; those that are stay documents of their own.
    case missingPart = "missing_part"
    /// The page has the same bytes as another one, which is kept.
    case duplicatePage = "duplicate_page"
    /// The file could not be read.
    case unreadableFile = "unreadable_file"
    // Reading numbers.
    /// A number of more than 38 digits.
    case numberTooLong = "number_too_long"
    /// A number that was spoilt where the page was made (a digit lost behind the point, digits side by side): it is not read.
    case truncatedNumber = "truncated_number"
    /// A number whose value in the standard unit does not fit.
    case conversionOverflow = "conversion_overflow"
    // Reading statements.
    /// No region could be told for the document.
    case noRegion = "no_region"
    /// A name that several places share, and nothing to tell them apart.
    case ambiguousRegion = "ambiguous_region"
    /// A number whose subject could not be told; it makes no observation.
    case noIndicator = "no_indicator"
    /// A unit that the tables do not have.
    case unknownUnit = "unknown_unit"
    /// A unit of another dimension than the indicator's.
    case unitDimensionMismatch = "unit_dimension_mismatch"
    /// A document whose statements name no time.
    case noPeriod = "no_period"
    /// Parts that do not make up their whole.
    case identityViolation = "identity_violation"
    /// Two values of one document for the same thing at the same time.
    case conflictingValues = "conflicting_values"
    /// A page that is no source: a template, a mirror that garbles text. Its numbers are not read.
    case refusedPage = "refused_page"
    /// A value outside the indicator's typical range; beyond the plausible one its observation is in quarantine.
    case outOfRange = "out_of_range"
    // Corrections.
    /// A correction changed, flagged or dropped the row.
    case corrected
    /// A correction expects another row than the source has by now; it was not applied.
    case correctionOutdated = "correction_outdated"
    /// A correction means no row of any page.
    case correctionUnmatched = "correction_unmatched"
  }
}

/// A document as it leaves the last reading stage: what it states, and what it left in doubt.
public struct Statements: Sendable {
  /// The observations in the order of the text.
  public var observations: [Observation]
  /// The titles cited, in the order of the text.
  public var citations: [Citation]
  /// Observations whose values cannot be, in the order of the text: they are not among `observations`.
  public var quarantined: [QuarantinedObservation]
  /// What was doubtful while statements were read.
  public var findings: [Finding]
  /// The numbers that state nothing, with the rules that say so, in the order of the text.
  public var refusals: [Refusal]

  /// Makes a set of statements.
  public init(
    observations: [Observation] = [], citations: [Citation] = [], findings: [Finding] = [],
    refusals: [Refusal] = []
  ) {
    self.observations = observations
    self.citations = citations
    self.findings = findings
    self.refusals = refusals
    quarantined = []
  }
}

/// An observation that is kept apart, since its value cannot be: most likely it was misread, or misprinted.
public struct QuarantinedObservation: Sendable {
  /// The observation as it was read.
  public var observation: Observation
  /// Why it is kept apart.
  public var reason: String

  /// Makes the record.
  public init(_ observation: Observation, reason: String) {
    self.observation = observation
    self.reason = reason
  }
}

/// A number that states nothing: a piece of a name, a bound, a length of time.
public struct Refusal: Hashable, Sendable {
  /// Where it stands in the document's text.
  public var span: ByteSpan
  /// The rule that refused it.
  public var rule: String

  /// Makes the refusal.
  public init(_ rule: String, at span: ByteSpan) {
    (self.span, self.rule) = (span, rule)
  }
}
