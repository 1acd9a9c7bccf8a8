/// What `run.json` says of the run.
public struct RunSummary: Hashable, Sendable {
  /// When it ended, in UTC; nothing where there is no `run.json`.
  public var finished: String?
  /// The version of the program.
  public var version: String?
  /// What it counted, by name: `pages`, `articles`, `observations`, ….
  public var counts: [String: Int]

  /// Makes a summary that says nothing.
  public init() {
    counts = [:]
  }
}
