internal import ArgumentParser

/// Copies of the tables for other tools.
struct CopyOptions: ParsableArguments {
  @Flag(help: "Write excel/ too: copies of the tables that spreadsheets open as they are meant.")
  var excel = false

  @Flag(help: "Write xianzhi.sqlite too: the tables in a database, with a search over sentences.")
  var sqlite = false
}
