import Foundation
import Records
import Testing

/// A corpus of sentences with one number each drawn as ⟦…⟧ and what it states.
///
/// Columns: `text`; `indicator`: the words that name it, `-` where nothing is stated at the mark, `!` before
/// them where it is stated but by another rule than the file's; then `measure`, `value`, `unit`,
/// `status`, `period`, `place`, `region`, each held only where it is filled, `-` for none; `published` where
/// it is not 2022-06-29; `note`.
struct Corpus {
  struct Row: Sendable, CustomTestStringConvertible {
    let line: Int
    let cells: [String: String]

    subscript(column: String) -> String { cells[column] ?? "" }
    var testDescription: String { "\(line): \(self["text"])" }

    /// The text without its marks, and the marked stretch in scalars.
    var marked: (text: String, span: ScalarSpan) {
      var scalars = String.UnicodeScalarView()
      var (start, end) = (0, 0)
      for scalar in self["text"].unicodeScalars {
        switch scalar {
        case "⟦": start = scalars.count
        case "⟧": end = scalars.count
        default: scalars.append(scalar)
        }
      }
      return (String(scalars), ScalarSpan(start, end))
    }
  }

  let rows: [Row]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  init(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(name).tsv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.first ?? []
    rows = lines.enumerated().dropFirst().map { number, cells in
      Row(
        line: number + 1,
        cells: Dictionary(
          uniqueKeysWithValues: header.enumerated().map { ($1, $0 < cells.count ? cells[$0] : "") }))
    }
  }

  /// The names of all corpora.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sorted()
  }
}
