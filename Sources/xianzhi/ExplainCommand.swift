internal import ArgumentParser
internal import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what a page or a sentence states, and how it was read.",
    discussion: """
      Each sentence is printed with its numbers marked, and below it, for each number, the observation that it became, the \
      reading, where the period comes from, and the rules by name.

      Example: xianzhi explain page.html
      Example: xianzhi explain --lines page.html
      Example: xianzhi explain '2021年，柘荣县98个村集体经济收入均达到6万元以上。'
      """)

  @Argument(help: "A page, - for one on standard input, or a sentence.", completion: .file())
  var subject: String

  @Option(help: "text for people, json for programs.")
  var format = Explanation.Format.text

  @Option(help: ArgumentHelp("The day on which it came out: 2022-06-29.", valueName: "date"))
  var published: String?

  @Option(help: ArgumentHelp("GB/T 2260 code of the place that it is about.", valueName: "code"))
  var region: String?

  @Flag(
    help: "Print each line of the page behind what became of it: kept in the text, or why it was dropped.")
  var lines = false

  func run() throws {
    let explanation = try Explanation(published: published, region: region)
    if lines { return try explanation.printLines(of: subject) }
    try explanation.run(subject, as: format)
  }
}
