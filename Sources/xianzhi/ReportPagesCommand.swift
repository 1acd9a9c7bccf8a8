internal import ArgumentParser
internal import Pipeline

struct ReportPagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make pages to look at of what a run made.",
    discussion: """
      One folder of pages that open from disk, report in the folder of the run: what was found, each region over time, each \
      page as it was read with its numbers marked, and a search. The run must have written CSV; with "texts": true it has the \
      texts too.

      Example: xianzhi report --open
      """)

  @Option(
    help: ArgumentHelp("The folder of datasets that run made.", valueName: "folder"), completion: .directory)
  var output = "out"

  @OptionGroup var tables: TableOptions

  @Flag(help: "Open the first page in the browser.")
  var open = false

  @Flag(help: "Print nothing where all is well.")
  var quiet = false

  func run() throws {
    let page = try ReportCommand(output: output, configuration: tables.config)()
    if !quiet { print(page) }
    if open { try ReportCommand.open(page) }
  }
}
