internal import Records
internal import SystemPackage
internal import Vocabulary

/// `xianzhi validate`: the configuration and every table, checked.
public enum Validation {
  /// Reads all that a run reads but the pages, and writes nothing but one line.
  ///
  /// - Throws: a `Fault` where something is wrong.
  public static func run(configuration path: String) throws {
    let configuration = try Configuration(file: path)
    let vocabulary = try configuration.vocabulary()
    _ = try configuration.corrections?.corrections(vocabulary)
    let sink = ByteSink(.standardOutput, name: "standard output")
    try sink.write(
      Array(
        """
        \(path): \(configuration.sources.count) sources, \(vocabulary.indicators.count) indicators, \
        \(vocabulary.units.count) units, \(vocabulary.phrases.count) set phrases, \(vocabulary.places.count) places

        """.utf8))
    try sink.flush()
  }
}
