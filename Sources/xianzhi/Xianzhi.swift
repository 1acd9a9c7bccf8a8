internal import ArgumentParser
internal import Pipeline

/// The program and its commands.
@main
struct Xianzhi: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xianzhi",
    abstract: "Turns Chinese web pages about counties into datasets of indicators.",
    discussion: """
      One row for each statement of a number: which place, which indicator, which period, what value in which unit, and the \
      characters of the page that say it.

      Example: xianzhi run --config pipeline.json
      Example: xianzhi extract page.html | xianzhi normalize | xianzhi load --output out
      """,
    version: Version.current,
    subcommands: [
      RunCommand.self, FetchPagesCommand.self, ExtractCommand.self, NormalizeCommand.self, LoadCommand.self,
      AnnotateCommand.self, ExplainCommand.self, SuggestCommand.self, ValidateCommand.self,
      StatusCommand.self,
      RequeueCommand.self, ProbeCommand.self, ReportPagesCommand.self,
    ])

  static func main() async {
    StandardFiles.open()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      // The parser knows its own errors, help and version among them; whatever else comes is ours.
      if exitCode(for: error) != .failure { exit(withError: error) }
      Ending(error).exit()
    }
  }
}
