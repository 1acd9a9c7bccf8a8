internal import ArgumentParser
internal import Pipeline

struct LoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Write datasets: observations in, CSV, JSON and their description out.",
    discussion: """
      The folder appears whole or not at all, as with run.

      Example: xianzhi extract page.html | xianzhi normalize | xianzhi load --output out
      """)

  @Argument(
    help: "Files of observations; standard input where there is none.",
    completion: .file(extensions: ["jsonl"]))
  var files: [String] = []

  @OptionGroup var listed: ListedFiles

  @Option(
    name: [.short, .long], help: ArgumentHelp("Where the datasets appear.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(
    parsing: .upToNextOption, help: "Files of documents, as extract writes them, for documents.csv.",
    completion: .file(extensions: ["jsonl"]))
  var documents: [String] = []

  @OptionGroup var tables: TableOptions

  @OptionGroup var copies: CopyOptions

  func run() async throws {
    try await LoadFilter(
      documents: documents, configuration: tables.config, excel: copies.excel, sqlite: copies.sqlite
    ).run(listed.files(files), to: output)
  }
}
