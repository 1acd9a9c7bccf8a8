internal import ArgumentParser
internal import Pipeline

struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Read statements: documents in, observations out as JSON Lines.",
    discussion: """
      Example: xianzhi extract page.html | xianzhi normalize
      Example: xianzhi normalize --findings findings.jsonl documents.jsonl
      """)

  @Argument(
    help: "Files of documents; standard input where there is none.", completion: .file(extensions: ["jsonl"]))
  var files: [String] = []

  @OptionGroup var listed: ListedFiles

  @Option(
    help: ArgumentHelp("Where to write what was doubtful, as JSON Lines.", valueName: "file"),
    completion: .file())
  var findings: String?

  @Option(
    help: ArgumentHelp(
      "Where to write observations whose values cannot be, as JSON Lines; they are in no other output.",
      valueName: "file"),
    completion: .file())
  var quarantine: String?

  @OptionGroup var destination: Destination

  func run() throws {
    try NormalizeFilter(findings: findings, quarantine: quarantine).run(
      listed.files(files), to: destination.output)
  }
}
