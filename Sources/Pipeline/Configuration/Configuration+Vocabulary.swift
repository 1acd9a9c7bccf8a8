internal import Records
internal import Vocabulary

extension Configuration {
  /// The built-in tables with the user's own; the regions of the sources are looked up in them.
  ///
  /// - Throws: a `Fault` that names the table's file, line and column.
  func vocabulary() throws(Fault) -> Vocabulary {
    let builtIn = try Vocabulary.builtIn()
    let vocabulary = tables.isEmpty ? builtIn : try builtIn.adding(tables)
    for (index, source) in sources.enumerated() {
      guard let code = source.defaults.region, vocabulary.gazetteer.history(of: code).isEmpty else {
        continue
      }
      throw Fault(
        file: file, line: source.regionPosition?.line, column: source.regionPosition?.column,
        path: "sources[\(index)].region", "no place has or had the code \"\(code)\"")
    }
    return vocabulary
  }
}

extension Vocabulary {
  /// The built-in tables with those of the configuration in the file, where one is named.
  ///
  /// - Throws: a `Fault` that names the file, or the table's.
  static func of(configuration file: String?) throws(Fault) -> Vocabulary {
    guard let file else { return try builtIn() }
    return try Configuration(file: file).vocabulary()
  }
}
