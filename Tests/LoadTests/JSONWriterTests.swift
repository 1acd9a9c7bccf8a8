import Foundation
import Records
import Testing

@testable import Load

@Suite struct JSONWriterTests {
  static func text(_ string: String) -> String {
    var json = JSONWriter()
    json.string(string)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  @Test(arguments: [
    ("耕地12.3万亩", "\"耕地12.3万亩\""), ("", "\"\""), ("a\"b\\c/", #""a\"b\\c/""#), ("一\n二\r\t", #""一\n二\r\t""#),
    ("\u{0}\u{8}\u{1F}", #""\u0000\u0008\u001f""#), ("\u{7F}", "\"\u{7F}\""),
    ("一\u{2028}二\u{2029}三\u{85}", #""一\u2028二\u2029三\u0085""#),
    ("“引”…", "\"“引”…\""), ("\u{84}\u{86}\u{A0}", "\"\u{84}\u{86}\u{A0}\""), ("𠮷😀", "\"𠮷😀\""),
  ])
  func writesTextAs(_ text: String, _ expected: String) {
    #expect(Self.text(text) == expected)
  }

  @Test func writesEverySortOfValue() {
    var json = JSONWriter()
    json.beginObject()
    json.key("数")
    json.decimal(Examples.decimal("-1610000000.10"))
    json.key("n")
    json.integer(Int.min)
    json.key("list")
    json.beginArray()
    json.boolean(true)
    json.boolean(nil)
    json.string(nil)
    json.beginArray()
    json.endArray()
    json.beginObject()
    json.endObject()
    json.endArray()
    json.key("last")
    json.null()
    json.endObject()
    let expected = #"{"数":-1610000000.10,"n":-9223372036854775808,"list":[true,null,null,[],{}],"last":null}"#
    #expect(String(decoding: json.finish(), as: UTF8.self) == expected)
  }

  @Test func indentsByTwo() {
    var json = JSONWriter(indented: true)
    json.beginObject()
    json.member("name", "县")
    json.member("list", ["一", "二"])
    json.member("none", [])
    json.endObject()
    let expected = """
      {
        "name": "县",
        "list": [
          "一",
          "二"
        ],
        "none": []
      }
      """
    #expect(String(decoding: json.finish(), as: UTF8.self) == expected)
  }

  /// Whatever a text holds, Foundation reads it back.
  @Test func isReadBackByAnIndependentReader() throws {
    let pieces = [
      "亩", "\"", "\\", "\n", "\u{0}", "\u{1F}", "\u{2028}", "“", "é", "\u{85}", "𠮷", "/", "u0041",
    ]
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random)!
      }.joined()
      let line = Self.text(text)
      #expect(
        line.unicodeScalars.allSatisfy { $0.value >= 0x20 && ![0x85, 0x2028, 0x2029].contains($0.value) })
      let read =
        try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed) as? String
      #expect(read.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
  }
}
