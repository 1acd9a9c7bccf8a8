internal import ArgumentParser
internal import Pipeline

struct RequeueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requeue",
    abstract: "Bring pages back that were parked, or make pages due.",
    discussion: """
      A page that failed in five runs in a row is parked. Without a URL all that are parked come back.

      Example: xianzhi requeue
      Example: xianzhi requeue --source county https://www.example.gov.cn/a.html
      """)

  @Argument(help: "Pages by their URLs; all that are parked where there is none.")
  var urls: [String] = []

  @Option(help: ArgumentHelp("Only pages of this source.", valueName: "name"))
  var source: String?

  @OptionGroup var file: ConfigurationFile

  func run() throws {
    try Requeue(configuration: file.config).run(urls, source: source)
  }
}
