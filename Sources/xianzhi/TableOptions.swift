internal import ArgumentParser

/// The tables of a run, for commands that work on what it made.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration of the run, where it has tables of its own.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var config: String?
}
