import Records
import Testing

@testable import Pipeline

@Suite struct JSONTreeTests {
  static func parse(_ text: String) throws -> JSONNode {
    try JSONNode.parse(Array(text.utf8), file: "pipeline.json")
  }

  static func fault(_ text: String) -> String {
    do {
      return "read: \(try parse(text).value)"
    } catch {
      return "\(error)"
    }
  }

  @Test func everyValueAndKeyKnowsItsPlace() throws {
    let root = try Self.parse(
      """
      {
        "来源": [1.50, true, null],
        "folder": {"path": "样本😀/页"}
      }
      """)
    let list = try #require(root["来源"])
    #expect(root.position == JSONPosition(line: 1, column: 1))
    #expect(list.position == JSONPosition(line: 2, column: 9))
    guard case .array(let elements) = list.value else { return #expect(Bool(false), "\(list.value)") }
    #expect(elements.map(\.value) == [.number("1.50"), .boolean(true), .null])
    #expect(elements.map(\.position.column) == [10, 16, 22])
    let folder = try #require(root["folder"])
    guard case .object(let members) = folder.value else { return #expect(Bool(false), "\(folder.value)") }
    #expect(members.map(\.key) == ["path"])
    #expect(members.map(\.position) == [JSONPosition(line: 3, column: 14)])
    #expect(members.map(\.node.position) == [JSONPosition(line: 3, column: 22)])
    #expect(folder["path"]?.value == .string("样本😀/页"))
    #expect(folder["nothing"] == nil && list["path"] == nil)
  }

  @Test func aByteOrderMarkIsNoColumn() throws {
    #expect(try Self.parse("\u{FEFF} 1").position == JSONPosition(line: 1, column: 2))
    #expect(Self.fault("\u{FEFF}x") == #"pipeline.json:1:1: expected a value, found "x""#)
  }

  @Test(arguments: [
    ("", "1:1: expected a value, found the end"),
    (" \n ", "2:2: expected a value, found the end"),
    ("{\"县\":1,}", #"1:8: expected a key in quotes, found "}""#),
    ("{\"县\" 1}", #"1:6: expected a colon, found "1""#),
    ("{县: 1}", #"1:2: expected a key in quotes, found "县""#),
    ("{\"a\": 1 \"b\": 2}", #"1:9: expected a comma or }, found """"#),
    ("{\"a\": 1", "1:8: expected a comma or }, found the end"),
    ("[1 2]", #"1:4: expected a comma or ], found "2""#),
    ("[1,]", #"1:4: expected a value, found "]""#),
    ("[,1]", #"1:2: expected a value, found ",""#),
    ("1 1", #"1:3: expected the end, found "1""#),
    ("[01]", #"1:3: expected a comma or ], found "1""#),
    ("-", "1:2: expected a digit, found the end"),
    ("1.", "1:3: expected a digit, found the end"),
    ("1.e5", #"1:3: expected a digit, found "e""#),
    ("1e+", "1:4: expected a digit, found the end"),
    ("+1", #"1:1: expected a value, found "+""#),
    ("NaN", #"1:1: expected a value, found "N""#),
    ("tru", #"1:1: expected true, found "t""#),
    ("nul", #"1:1: expected null, found "n""#),
    ("'a'", #"1:1: expected a value, found "'""#),
    ("// 注\n1", #"1:1: expected a value, found "/""#),
    ("\"县", "1:3: expected a closing quote, found the end"),
    ("\"县\n\"", "1:3: a control character, U+000A, must be escaped in a string"),
    ("\"\u{0}\"", "1:2: a control character, U+0000, must be escaped in a string"),
    (#""\x""#, #"1:3: expected an escape, found "x""#),
    (#""\"#, "1:3: expected an escape, found the end"),
    (#""\u12g4""#, #"1:6: expected a hexadecimal digit, found "g""#),
    (#""\ud83d""#, "1:2: expected a pair of surrogates, found only one"),
    (#""县\ude00""#, "1:3: expected a pair of surrogates, found only one"),
    (#""\ud83d\u0041""#, "1:2: expected a pair of surrogates, found only one"),
    ("{\"县\": 1,\n \"县\": 2}", "2:2: the key \"县\" stands twice in one object"),
    (#"{"a": 1, "\u0061": 2}"#, #"1:10: the key "a" stands twice in one object"#),
    ("\u{A0}1", "1:1: expected a value, found \"\u{A0}\""),
  ])
  func refuses(_ text: String, _ message: String) {
    #expect(Self.fault(text) == "pipeline.json:" + message)
  }

  @Test func refusesWhatIsNoUTF8() {
    let bytes = Array("{\"a\": \"".utf8) + [0xD6, 0xD0] + Array("\"}".utf8)
    #expect { try JSONNode.parse(bytes, file: "p.json") } throws: {
      "\($0)" == "p.json:1:8: is not valid UTF-8"
    }
  }

  @Test func nestsAsDeepAsTheLimitAndNoDeeper() throws {
    let limit = JSONCursor.maximumDepth
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(throws: Never.self) { try Self.parse(deepest) }
    #expect(
      Self.fault("[" + deepest + "]") == "pipeline.json:1:\(limit + 1): is nested deeper than 128 levels")
    #expect(
      Self.fault(String(repeating: "{\"a\":", count: 100_000))
        == "pipeline.json:1:641: is nested deeper than 128 levels")
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#""\u53bf\u5FD7""#, "县志"),
    (#""\ud83d\ude00""#, "😀"),
    (#""""#, ""), (#""\u0000""#, "\u{0}"), ("\"县志，12345678\"", "县志，12345678"),
  ])
  func readsStrings(_ text: String, _ expected: String) throws {
    #expect(try Self.parse(text).value == .string(expected))
  }

  @Test(arguments: [
    "0", "-0", "12.30", "1e9", "1E-9", "-0.5e+10", "123456789012345678901234567890123456789012",
  ])
  func keepsNumbersAsTheyAreWritten(_ text: String) throws {
    #expect(try Self.parse(" \(text) ").value == .number(text))
  }
}
