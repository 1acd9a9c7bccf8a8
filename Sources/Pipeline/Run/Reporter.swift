internal import Glibc
internal import Logging
internal import Records

/// What a run says of itself while it works: on a terminal a line that moves and a table at the end, elsewhere log lines,
/// and nothing at all where it was asked to be quiet and all is well. Everything goes to standard error.
final class Reporter {
  private let total: Int
  private let isTerminal: Bool
  private let isQuiet: Bool
  private let logger: Logger
  private let start = System.milliseconds()
  /// When a line was last shown, in the clock of `start`.
  private var shown = 0
  /// The step that goes on, and when it began.
  private var current = (step: Step.reading, start: 0)
  private var isInLine = false

  /// How often progress is told of, in milliseconds: on a terminal, elsewhere.
  private static let intervals = (terminal: 100, log: 10_000)

  /// Reports on a run over `total` pages.
  init(total: Int, isQuiet: Bool, format: LogFormat?) {
    self.total = total
    self.isQuiet = isQuiet
    isTerminal = format == nil && isatty(STDERR_FILENO) == 1
    logger = Self.logger(format ?? .text)
  }

  /// A logger to standard error.
  static func logger(_ format: LogFormat) -> Logger {
    Logger(label: "xianzhi") { label in
      switch format {
      case .text: StreamLogHandler.standardError(label: label)
      case .json: JSONLogHandler()
      }
    }
  }

  /// What is done with each page, one after the other.
  enum Step: String {
    /// Pages become documents.
    case reading
    /// Documents become observations.
    case stating
  }

  /// A step is done with as many pages as `done`.
  func progress(_ step: Step, _ done: Int, _ counts: RunCounts) {
    let now = System.milliseconds()
    if current.start == 0 || current.step != step { current = (step, now) }
    guard !isQuiet, now - max(shown, start) >= (isTerminal ? Self.intervals.terminal : Self.intervals.log)
    else { return }
    shown = now
    if isTerminal {
      let rate = done * 1000 / max(now - current.start, 1)
      say(
        "\r\(step.rawValue) \(done)/\(total) pages, \(rate) pages/s, \(counts.findingTotal) findings\u{1B}[K")
      isInLine = true
    } else {
      logger.info("\(step.rawValue)", metadata: Self.metadata(counts).merging(["done": "\(done)"]) { $1 })
    }
  }

  /// The run is done and the set is in place.
  func finished(_ counts: RunCounts, output: String) {
    guard !isQuiet else { return }
    guard isTerminal else {
      logger.info(
        "done",
        metadata: Self.metadata(counts).merging([
          "parsed": "\(counts.parsed)", "kept": "\(counts.kept)", "output": "\(output)",
        ]) { $1 })
      return
    }
    var rows = [
      ("pages", counts.pages), ("parsed", counts.parsed), ("kept", counts.kept),
      ("articles", counts.articles), ("observations", counts.observations),
      ("citations", counts.citations), ("quarantined", counts.quarantined),
    ]
    rows += counts.findings.map { ("finding \($0.key.rawValue)", $0.value) }.sorted { $0.0 < $1.0 }
    let width = rows.map(\.0.count).max() ?? 0
    clearLine()
    for (name, count) in rows {
      say("\(name)\(String(repeating: " ", count: width - name.count))  \(count)\n")
    }
    say("in \(output)\n")
  }

  /// Tells what whoever looks after the runs should know.
  func note(_ notes: [String]) {
    guard !isQuiet else { return }
    clearLine()
    for note in notes { logger.notice("\(note)") }
  }

  /// The run ends with an error, which is told by whoever ends the process.
  func gaveUp() { clearLine() }

  /// Nothing has changed since the last run.
  func nothingNew(output: String) {
    guard !isQuiet else { return }
    if isTerminal {
      say("nothing new since \(output) was made\n")
    } else {
      logger.info("nothing new", metadata: ["output": "\(output)"])
    }
  }

  private func clearLine() {
    if isInLine { say("\r\u{1B}[K") }
    isInLine = false
  }

  private static func metadata(_ counts: RunCounts) -> Logger.Metadata {
    [
      "pages": "\(counts.pages)", "articles": "\(counts.articles)", "observations": "\(counts.observations)",
      "findings": "\(counts.findingTotal)",
    ]
  }

  private func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
