internal import ArgumentParser
internal import Pipeline

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read pages: HTML in, documents out as JSON Lines.",
    discussion: """
      Example: xianzhi extract --region 520621 page.html
      Example: curl -s https://www.example.gov.cn/page.html | xianzhi extract -
      Example: find pages -name '*.html' -print0 | xianzhi extract --null --files-from - --output documents.jsonl
      """)

  @Argument(
    help: "HTML files; - for standard input.",
    completion: .file(extensions: ["html", "htm", "shtml", "xhtml", "gz"]))
  var files: [String] = []

  @OptionGroup var listed: ListedFiles

  @Option(
    help: ArgumentHelp(
      "The day on which the pages came out, where they do not say it: 2022-06-29.", valueName: "date"))
  var published: String?

  @Option(
    help: ArgumentHelp(
      "GB/T 2260 code of the place that the pages are about, where they do not say it.", valueName: "code"))
  var region: String?

  @Option(help: "Who speaks on the pages: statistics, government, media or reprint.")
  var tier: String?

  @OptionGroup var destination: Destination

  func validate() throws {
    if files.isEmpty, listed.list == nil { throw ValidationError("no file is named, and no list of them") }
  }

  func run() throws {
    try ExtractFilter(published: published, region: region, tier: tier).run(
      listed.files(files), to: destination.output)
  }
}
