import Foundation
import Records
import Testing

@testable import Extract

/// The lines kept and the lines dropped, each with its reason, are together all that a page shows.
@Suite struct NothingIsLostTests {
  @Test(arguments: GoldenPagesTests.names) func keptAndDroppedAreAllVisibleCharacters(_ name: String) throws {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "html", subdirectory: "Pages"))
    let bytes = [UInt8](try Data(contentsOf: url))
    let source = bytes.withUnsafeBufferPointer { DecodedPage($0).converted ?? bytes }
    let lines = try Reading.extractor.get().lines(of: Page(id: "0", source: "page.html", bytes: bytes))
    let seen = PageLine.Fate.allCases.map { fate in lines.filter { $0.fate == fate }.map(\.text).joined() }
      .joined()
    let page = String(decoding: source, as: UTF8.self)
    #expect(counts(seen) == counts(NaiveReader.visibleText(of: page)))
  }

  private func counts(_ text: String) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      counts[scalar, default: 0] += 1
    }
    return counts
  }
}

/// What a page shows, found in the simplest way: everything between tags behind `<body`, without what is in
/// elements that show nothing.
private enum NaiveReader {
  static func visibleText(of page: String) -> String {
    var rest = Substring(page)
    if let body = rest.range(of: "<body", options: .caseInsensitive) { rest = rest[body.lowerBound...] }
    for name in ["script", "style", "select", "button", "textarea"] {
      while let open = rest.range(of: "<\(name)", options: .caseInsensitive),
        let close = rest.range(
          of: "</\(name)>", options: .caseInsensitive, range: open.upperBound..<rest.endIndex)
      {
        rest = rest[..<open.lowerBound] + rest[close.upperBound...]
      }
    }
    rest = replaced(rest, "<!--[\\s\\S]*?-->", "")
    rest = replaced(rest, "<sup>(\\d)</sup>", "[$1]")
    rest = replaced(rest, "<[^>]*>", "")
    var text = String(rest)
    for (name, value) in [
      ("&nbsp;", " "), ("&gt;", ">"), ("&lt;", "<"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: name, with: value)
    }
    return text
  }

  private static func replaced(_ text: Substring, _ pattern: String, _ with: String) -> Substring {
    Substring(text.replacingOccurrences(of: pattern, with: with, options: .regularExpression))
  }
}
