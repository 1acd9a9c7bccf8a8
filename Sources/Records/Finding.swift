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
    /// The page has the same bytes as another one, which is kept.
    case duplicatePage = "duplicate_page"
    /// The file could not be read.
    case unreadableFile = "unreadable_file"
    // Reading numbers.
    /// A number of more than 38 digits.
    case numberTooLong = "number_too_long"
    /// A decimal point with no digit behind it: one was lost, and the number is not read.
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
    /// A value outside the indicator's plausible range.
    case outOfRange = "out_of_range"
  }
}

/// A document as it leaves the last reading stage: what it states, and what it left in doubt.
public struct Statements: Sendable {
  /// The observations in the order of the text.
  public var observations: [Observation]
  /// The titles cited, in the order of the text.
  public var citations: [Citation]
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
