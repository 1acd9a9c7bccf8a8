internal import ArgumentParser
internal import Pipeline

/// Files that a filter reads beside those named as arguments.
struct ListedFiles: ParsableArguments {
  @Option(
    name: .customLong("files-from"),
    help: ArgumentHelp(
      "Read the files too that this one names, one a line; - for standard input. Arguments are for a few hundred names.",
      valueName: "file"),
    completion: .file())
  var list: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "Names in --files-from end with a zero byte, as find -print0 writes them.")
  var endsWithZero = false

  func validate() throws {
    if endsWithZero, list == nil {
      throw ValidationError("--null says how names end in --files-from, which is missing")
    }
  }

  /// The files of the command line and of the list.
  func files(_ arguments: [String]) throws -> FileNames {
    try FileNames(arguments, listedIn: list, endsWithZero: endsWithZero)
  }
}
