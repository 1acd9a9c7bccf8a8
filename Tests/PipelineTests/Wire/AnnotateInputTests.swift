import Records
import Testing

@testable import Pipeline

@Suite struct AnnotateInputTests {
  static func items(_ lines: [String]) throws -> [AnnotateInput.Item] {
    var input = AnnotateInput()
    return try lines.map { line in try reading(line) { try input.read($0) } }
  }

  @Test func readsJSONLines() throws {
    let items = try Self.items([
      "\u{FEFF} {\"text\": \"耕地\\ud83d\", \"published\": \"2022-06-29\", \"id\": [1]}", "",
      "{\"published\": null, \"text\": \"\"}\r",
    ])
    #expect(
      items == [.init(text: "耕地\u{FFFD}", published: Day(2022, 6, 29)), .init(text: ""), .init(text: "")])
  }

  /// The first line decides: a brace further down is text.
  @Test func readsPlainLines() throws {
    #expect(
      try Self.items(["\u{FEFF}耕地12.3万亩\r", "", "{\"text\": 1}"])
        == [.init(text: "耕地12.3万亩"), .init(text: ""), .init(text: "{\"text\": 1}")])
  }

  @Test(arguments: [
    ("{\"text\": \"县\"", "in.jsonl:3:13: expected a comma or }, found the end"),
    ("{\"published\": null}", "in.jsonl:3: text: is missing"),
    (
      "{\"text\": \"县\", \"published\": \"2022年\"}",
      #"in.jsonl:3:28: expected a day such as 2022-06-29, found "2022年""#
    ),
    ("{\"text\": null}", #"in.jsonl:3:10: expected a string, found "n""#),
    ("plain", #"in.jsonl:3:1: expected an object, found "p""#),
  ])
  func refuses(_ line: String, _ expected: String) {
    var input = AnnotateInput()
    // The first line made it JSON Lines.
    _ = try? reading("{\"text\": \"\"}") { try input.read($0) }
    #expect(message(line) { try input.read($0) } == expected)
  }
}
