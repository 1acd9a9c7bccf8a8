internal import ArgumentParser

/// Where a filter writes.
struct Destination: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file to write, whole or not at all, in place of standard output.", valueName: "file"),
    completion: .file())
  var output: String?
}
