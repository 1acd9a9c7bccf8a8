internal import ArgumentParser
internal import Pipeline

struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "List the commonest labels that the vocabulary has no indicator for.",
    discussion: """
      Reads observations, as normalize writes them, or a folder that run made. The rows of --format tsv go into a table of \
      indicators of your own, once their ids and kinds are right (docs/vocabulary.md).

      Example: xianzhi suggest out
      Example: xianzhi suggest --format tsv --limit 20 out > my-indicators.tsv
      """)

  @Argument(
    help: "Files of observations, or folders of datasets; standard input where there is none.",
    completion: .file(extensions: ["jsonl"]))
  var inputs: [String] = []

  @Option(help: "text for people, tsv for a table of indicators, json for programs.")
  var format = Suggestions.Format.text

  @Option(help: ArgumentHelp("The most labels that are listed.", valueName: "count"))
  var limit = 50

  @Option(help: ArgumentHelp("How often a label must stand.", valueName: "count"))
  var least = 2

  func validate() throws {
    for (name, value) in [("--limit", limit), ("--least", least)] where value < 1 {
      throw ValidationError("\(name) is a number from 1 on, not \(value)")
    }
  }

  func run() throws {
    try Suggestions(limit: limit, least: least).run(inputs, as: format)
  }
}
