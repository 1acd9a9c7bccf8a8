internal import ArgumentParser
internal import Pipeline

struct FetchPagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch what is due from the sources on the web into the archive.",
    discussion: """
      Hosts are asked as their robots.txt and the configuration say. What was fetched once is asked for again only after
      refresh_days, and kept again only where it has changed. It may be stopped at any time, and goes on where it was.

      Example: xianzhi fetch --config pipeline.json --quiet
      Example: xianzhi fetch --dry-run
      """)

  @OptionGroup var file: ConfigurationFile

  @Flag(help: "Print what would be fetched, and change nothing.")
  var dryRun = false

  @Flag(
    help: "Leave the network alone: only mend the archive after a crash, and bring the state level with it.")
  var offline = false

  @Option(
    help: ArgumentHelp("Leave out what lists and sitemaps say to be older: 2022-06-29.", valueName: "date"))
  var since: String?

  @Option(help: "The form of log lines on standard error.")
  var logFormat: LogFormat?

  @Flag(help: "Print nothing where all is well.")
  var quiet = false

  func run() async throws {
    var options = FetchCommand.Options()
    options.isQuiet = quiet
    options.logFormat = logFormat
    options.isDryRun = dryRun
    options.isOffline = offline
    options.since = since
    try await FetchCommand(configuration: file.config, options: options)()
  }
}

/// The configuration that a command reads.
struct ConfigurationFile: ParsableArguments {
  @Option(
    help: ArgumentHelp("The configuration.", valueName: "file"), completion: .file(extensions: ["json"]))
  var config = "pipeline.json"
}
