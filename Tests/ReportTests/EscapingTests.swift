import Testing

@testable import Report

/// Pages are hostile input: nothing of them is markup of the report.
@Suite struct EscapingTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"),
    (#"" onclick="x"#, "&quot; onclick=&quot;x"),
    ("'&'", "&#39;&amp;&#39;"),
    ("a\u{0}b\u{1B}", "a\u{FFFD}b\u{FFFD}"),
    ("12.3万亩\n", "12.3万亩\n"),
  ])
  func textBecomesText(_ text: String, _ expected: String) {
    #expect(HTMLText.escaped(text) == expected)
  }

  /// To Swift a quote and a mark above it are one character.
  @Test(arguments: ["\u{0301}", "\u{FE0F}", "\u{200D}", "\u{20DD}"])
  func quotesAreEscapedBeforeCombiningMarks(_ mark: String) {
    for (sign, escaped) in [("\"", "&quot;"), ("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("'", "&#39;")] {
      #expect(HTMLText.escaped(sign + mark).unicodeScalars.elementsEqual((escaped + mark).unicodeScalars))
    }
  }

  /// The templates ask for that escaping, in attributes as in elements.
  @Test func templatesEscape() throws {
    let templates = try Templates()
    let hostile = "\"\u{0301} onmouseover=\"alert(1)<img src=x>"
    let bytes = templates.fill(
      "piece",
      [
        "mark": [
          "kind": "mention", "detail": "d0", "ids": [hostile], "anchored": [["anchor": "s0"]],
          "hint": hostile,
        ] as [String: Any], "named": false, "text": hostile,
      ])
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(!page.contains("<img"))
    #expect(page.utf8.count { $0 == UInt8(ascii: "\"") } == 10, "\(page)")
  }

  @Test(arguments: [
    ("https://www.example.gov.cn/a.html", true), ("HTTP://example.cn", true), ("javascript:alert(1)", false),
    ("data:text/html,x", false), ("samples/a.html", false), ("https://a b", false), ("https://a\u{0}", false),
    (" https://a", false), ("file:///etc/passwd", false),
  ])
  func linksLeadToTheWebAlone(_ address: String, _ isLink: Bool) {
    #expect((WebLink(address) != nil) == isLink)
  }

  @Test(arguments: ["../../etc", "ab/cd", "a", "", "5d93.html", "县", "ab\u{0}cd"])
  func idsThatAreNoNamesOfFilesHaveNoPage(_ id: String) {
    #expect(EvidencePath.of(id) == nil)
    #expect(RegionSheet(id) == nil)
  }
}
