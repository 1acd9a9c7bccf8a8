internal import ArgumentParser
internal import Pipeline

struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Read numbers and periods: lines of text in, quantities and periods out as JSON Lines.",
    discussion: """
      A line is plain text or a JSON object {"text": …, "published": "2022-06-29"}; the first line decides.

      Example: echo '全县粮食播种面积约3万亩' | xianzhi annotate
      """)

  @OptionGroup var destination: Destination

  func run() throws {
    try AnnotateFilter().run(to: destination.output)
  }
}
