import Records
import Testing

@testable import Pipeline

@Suite struct EndingTests {
  private struct Unforeseen: Error {}

  @Test func everyErrorHasAStatus() {
    #expect(Ending(Stop(.tryAgain, "locked")).status == .tryAgain)
    #expect(Ending(Fault(file: "a.tsv", line: 2, "is wrong")).status == .configuration)
    #expect(Ending(Fault(file: "a.tsv", line: 2, "is wrong")).message == "a.tsv:2: is wrong")
    #expect(Ending(Unforeseen()).status == .bug)
    #expect(Ending(Unforeseen()).message == "a bug, please report it: Unforeseen()")
  }
}
