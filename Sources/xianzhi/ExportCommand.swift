internal import ArgumentParser
internal import Pipeline

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the tables of a run for other tools, or some of their rows, without running it again.",
    discussion: """
      The folder has the tables as CSV with their description, and what is asked for beside them; it appears whole or not at \
      all. Conditions choose rows of observations, quarantine, conflicts and revisions; documents and dictionaries come over \
      whole. Of several conditions for the same thing one must hold.

      Example: xianzhi export out --sqlite --where region=520600 --where period=2019/2022 --output tongren
      """)

  @Argument(help: "The folder of a run.", completion: .directory)
  var folder: String

  @Option(
    name: [.short, .long], help: ArgumentHelp("Where the tables appear.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Flag(help: "Write panel.csv and growth.csv too: a row a region and period, a column an indicator.")
  var wide = false

  @OptionGroup var tables: TableOptions

  @OptionGroup var copies: CopyOptions

  @Flag(help: "Write CSVW metadata beside each table too.")
  var csvw = false

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only rows of region=520600 (with all below it), indicator=gdp or period=2019/2022.",
      valueName: "condition"))
  var conditions: [String] = []

  func run() async throws {
    var options = Export.Options()
    options.wide = wide
    options.excel = copies.excel
    options.sqlite = copies.sqlite
    options.csvw = csvw
    options.conditions = conditions
    options.configuration = tables.config
    try await Export(options)(folder, to: output)
  }
}
