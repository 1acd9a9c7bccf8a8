internal import ArgumentParser
internal import Pipeline

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how the sources on the web stand.",
    discussion: """
      Of each source: when a page was last fetched, when the next one is due, how many pages are known, which fail and why.

      Example: xianzhi status
      Example: xianzhi status --rebuild --format json
      """)

  @OptionGroup var file: ConfigurationFile

  @Option(help: "text for people, json for programs.")
  var format = StatusReport.Format.text

  @Flag(help: "Make the state anew from the archive before.")
  var rebuild = false

  func run() throws {
    try StatusReport(configuration: file.config).run(isRebuilt: rebuild, as: format)
  }
}
