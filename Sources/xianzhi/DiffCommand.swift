internal import ArgumentParser
internal import Pipeline

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say which observations are new, gone or changed between two runs, and why.",
    discussion: """
      Exit status 0 where they are the same, 1 where they differ.

      Example: xianzhi diff out-2024 out --format csv > changes.csv
      """)

  @Argument(help: "The folder of the older run.", completion: .directory)
  var old: String

  @Argument(help: "The folder of the newer run.", completion: .directory)
  var new: String

  @Option(help: "table for people, csv with a row for each cell that changed, json with an object a row.")
  var format: Diff.Format = .table

  func run() throws { try Diff(as: format)(old, new) }
}
