/// `CITATION.cff`: how the dataset is cited, in the Citation File Format 1.2.0.
public struct CitationFile {
  private let about: DatasetDescription
  private let version: String

  /// Makes the file of a dataset that `version` of the program made.
  public init(_ about: DatasetDescription, version: String) {
    (self.about, self.version) = (about, version)
  }

  /// The bytes: YAML, each text between quotes as JSON has them, which YAML 1.2 reads alike.
  public func encoded() -> [UInt8] {
    let authors = about.authors.isEmpty ? ["The makers of this dataset"] : about.authors
    var lines = [
      "cff-version: 1.2.0", "type: dataset", "message: \"If you use this dataset, please cite it.\"",
    ]
    lines.append("title: \(quoted(about.title))")
    lines.append("abstract: \(quoted(about.description))")
    lines.append("authors:")
    lines += authors.map { "  - name: \(quoted($0))" }
    lines.append("version: \(quoted(version))")
    if let license = about.license {
      lines.append(
        license.isAddress ? "license-url: \(quoted(license.text))" : "license: \(quoted(license.text))")
    }
    if let url = about.url { lines.append("url: \(quoted(url))") }
    lines.append("references:")
    lines += [
      "  - type: software", "    title: xianzhi", "    authors:", "      - name: \"The authors of xianzhi\"",
      "    version: \(quoted(version))",
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func quoted(_ text: String) -> String { String(decoding: JSONText.encoded(text), as: UTF8.self) }
}
