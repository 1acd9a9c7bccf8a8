internal import ArgumentParser
internal import Pipeline

struct ProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Show what would happen with one page, and keep nothing.",
    discussion: """
      robots.txt, what the server says, charset, title, date, publisher, kind, how many observations, what is doubtful; of a
      list page or a sitemap of the configuration the links that it would bring.

      Example: xianzhi probe https://www.example.gov.cn/a.html
      Example: xianzhi probe page.html
      """)

  @Argument(help: "The URL of a page, a file, or - for standard input.", completion: .file())
  var subject: String

  @OptionGroup var file: ConfigurationFile

  func run() async throws {
    try await Probe(configuration: file.config).run(subject)
  }
}
