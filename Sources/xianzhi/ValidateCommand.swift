internal import ArgumentParser
internal import Pipeline

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the configuration and every table, and write nothing.",
    discussion: """
      Example: xianzhi validate --config pipeline.json
      """)

  @Option(
    help: ArgumentHelp("The configuration.", valueName: "file"), completion: .file(extensions: ["json"]))
  var config = "pipeline.json"

  func run() throws {
    try Validation.run(configuration: config)
  }
}
