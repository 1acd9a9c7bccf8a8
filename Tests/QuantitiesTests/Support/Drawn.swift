import Foundation
import Records
import Testing

/// A text in which the expected span is drawn: `耕地面积⟦12.3万亩⟧`.
struct Drawn {
  /// The text without the marks.
  let text: String
  /// What is drawn in it, in bytes; nothing where no mark stands.
  let span: ByteSpan?

  init(_ drawing: String) {
    guard let open = drawing.range(of: "⟦"), let close = drawing.range(of: "⟧") else {
      (text, span) = (drawing, nil)
      return
    }
    let before = drawing[..<open.lowerBound]
    let inside = drawing[open.upperBound..<close.lowerBound]
    text = "\(before)\(inside)\(drawing[close.upperBound...])"
    span = ByteSpan(before.utf8.count, before.utf8.count + inside.utf8.count)
  }
}

/// Draws a span in a text, for messages.
func drawn(_ span: ByteSpan, in text: String) -> String {
  let bytes = Array(text.utf8)
  func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  return part(0..<span.start) + "⟦" + part(span.start..<span.end) + "⟧" + part(span.end..<bytes.count)
}

/// How what was read stands to what is expected: tells the four ways of being wrong apart.
enum Verdict: Equatable, CustomStringConvertible {
  case right
  case nothing
  case partial(String)
  case ambiguous(Int)
  case wrong(String)

  var description: String {
    switch self {
    case .right: "right"
    case .nothing: "nothing was read"
    case .partial(let drawing): "only a part or too much: \(drawing)"
    case .ambiguous(let count): "\(count) readings"
    case .wrong(let what): what
    }
  }
}

/// A table of the corpus: the cells of each row below the header.
func corpus(_ name: String, columns: Int) throws -> [[String]] {
  let url = try #require(Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Corpus"))
  let lines = try String(contentsOf: url, encoding: .utf8).split(
    separator: "\n", omittingEmptySubsequences: true)
  return try lines.dropFirst().map { line in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    try #require(cells.count == columns, "\(name).tsv: \(line)")
    return cells
  }
}
