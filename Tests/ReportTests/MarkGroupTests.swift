import Records
import Testing

@testable import Report

@Suite struct MarkGroupTests {
  static func observed(_ id: String, _ start: Int, _ end: Int, indicator: String = "gdp") -> NumberMark {
    NumberMark(
      at: ByteSpan(start, end), .observed(Example.figure(id, 2021, ["indicator_id": indicator]), Provenance())
    )
  }

  static func drawn(_ marks: [NumberMark]) -> [String] {
    MarkGroup.groups(of: marks).map { "\($0.span.start)-\($0.span.end) \($0.kind.code) \($0.marks.count)" }
  }

  @Test func marksThatOverlapAreOne() {
    let marks = [
      Self.observed("1", 4, 9), Self.observed("2", 4, 9, indicator: ""), Self.observed("3", 8, 12),
    ]
    #expect(Self.drawn(marks) == ["4-12 indicator 3"])
    #expect(Self.drawn(marks.reversed()) == ["4-12 indicator 3"])
    #expect(
      Self.drawn([Self.observed("1", 4, 9), Self.observed("2", 9, 12)]) == [
        "4-9 indicator 1", "9-12 indicator 1",
      ])
  }

  /// A doubt about a sentence is shown with each of its numbers and makes none of them wider.
  @Test func findingsJoinTheMarksWithin() {
    let doubt = NumberMark(at: ByteSpan(0, 40), .doubted(Remark(code: "no_period", message: "")))
    #expect(
      Self.drawn([doubt, Self.observed("1", 4, 9), Self.observed("2", 20, 22)])
        == ["4-9 indicator 2", "20-22 indicator 2"])
    #expect(Self.drawn([doubt]) == ["0-40 finding 1"])
    #expect(Self.drawn([doubt, Self.observed("1", 50, 52)]) == ["0-40 finding 1", "50-52 indicator 1"])
  }

  @Test func emptySpansAreNotDrawn() {
    #expect(Self.drawn([Self.observed("1", 4, 4)]).isEmpty)
  }
}
