import Records
import Testing

@testable import Report

@Suite struct UnreadNumbersTests {
  @Test(arguments: [
    ("电话0856-6621234。", [], ["0856", "6621234"]),
    ("PM2.5 and 1,200.", [], ["2.5", "1,200"]),
    ("第１２号,3", [], ["１２", "3"]),
    ("共12个和34个", ["12"], ["34"]),
    ("1234", ["23"], ["1", "4"]),
    ("没有", [], []), ("", [], []),
  ])
  func digitsOutsideMarksAreFound(_ text: String, _ marked: [String], _ expected: [String]) {
    let spans = marked.map { Example.span(of: $0, in: text) }
    let found = UnreadNumbers.spans(in: Array(text.utf8), outside: spans)
    #expect(found.map { String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self) } == expected)
  }

  /// With the marks, every digit of a text is in one stretch and one alone.
  @Test func everyDigitIsSomewhere() {
    let text = Example.document.text
    let groups = MarkGroup.groups(of: Example.sheet.marks)
    let unread = UnreadNumbers.spans(in: Array(text.utf8), outside: groups.map(\.span))
    for (place, byte) in text.utf8.enumerated() where (0x30...0x39).contains(byte) {
      #expect((groups.map(\.span) + unread).count { $0.start <= place && place < $0.end } == 1, "\(place)")
    }
  }
}
