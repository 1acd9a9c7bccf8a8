/// What became of a request.
public struct FetchOutcome: Sendable {
  /// The kinds of ends.
  public enum Ending: Sendable {
    /// A page came, with status 200 or 203.
    case page(Exchange)
    /// The server says (304) that the archived version is still the page.
    case notModified(Exchange)
    /// No page came; with the answer, where a whole one came (a 404, say).
    case failed(FetchFailure, answer: Exchange?)
  }

  /// What was asked for.
  public var request: FetchRequest
  /// The answers that redirected, in their order. The URL of the first is the request's.
  public var redirects: [Exchange]
  /// How it ended. The URL of the exchange in it is the one that the page came from in the end.
  public var ending: Ending
  /// How often it was tried in this run, from 1.
  public var attempts: Int

  /// Makes the outcome.
  public init(request: FetchRequest, redirects: [Exchange] = [], ending: Ending, attempts: Int = 1) {
    self.request = request
    self.redirects = redirects
    self.ending = ending
    self.attempts = attempts
  }
}
