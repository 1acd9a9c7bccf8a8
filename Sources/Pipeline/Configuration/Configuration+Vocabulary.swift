internal import Records
internal import Vocabulary

extension Configuration {
  /// The built-in tables with the user's own.
  ///
  /// - Throws: a `Fault` that names the table's file, line and column.
  func vocabulary() throws(Fault) -> Vocabulary {
    let builtIn = try Vocabulary.builtIn()
    guard !tables.isEmpty else { return builtIn }
    return try builtIn.adding(tables)
  }
}
