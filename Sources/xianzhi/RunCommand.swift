internal import ArgumentParser
internal import Pipeline

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the whole pipeline as pipeline.json says.",
    discussion: """
      The datasets appear whole or not at all. Where nothing has changed since the last run, nothing is done.

      Example: xianzhi run --config pipeline.json --quiet
      """)

  @Option(
    help: ArgumentHelp("The configuration.", valueName: "file"), completion: .file(extensions: ["json"]))
  var config = "pipeline.json"

  @Option(
    help: ArgumentHelp("Where the datasets appear, in place of output.folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "How many pages are worked on at once in each stage, in place of workers.", valueName: "count"))
  var workers: Int?

  @Option(help: "The form of log lines on standard error; a terminal has a progress line in their place.")
  var logFormat: LogFormat?

  @Flag(help: "Print nothing where all is well.")
  var quiet = false

  @Flag(help: "Run also where nothing has changed, and parse every page.")
  var force = false

  @Flag(help: "Fetch nothing; read what the archive has.")
  var offline = false

  @Flag(help: "Print what would be fetched, and do nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("Do not fetch what lists and sitemaps say to be older: 2022-06-29.", valueName: "date")
  )
  var since: String?

  @OptionGroup var copies: CopyOptions

  @Flag(help: "Make the pages of report too; they appear with the datasets.")
  var report = false

  func validate() throws {
    if let workers, !(1...256).contains(workers) {
      throw ValidationError("--workers is from 1 to 256, not \(workers)")
    }
  }

  func run() async throws {
    if dryRun {
      var options = FetchCommand.Options()
      options.isDryRun = true
      return try await FetchCommand(configuration: config, options: options)()
    }
    var options = Run.Options()
    options.isQuiet = quiet
    options.logFormat = logFormat
    options.workers = workers
    options.output = output
    options.isForced = force
    options.isOffline = offline
    options.since = since
    options.hasExcel = copies.excel
    options.hasSQLite = copies.sqlite
    options.hasReport = report
    try await Run(configuration: config, options: options)()
  }
}
