import Records
import Testing

@testable import Pipeline

@Suite struct OffsetMapTests {
  /// Held against a walk over the scalars, at every boundary.
  @Test(arguments: [
    "", "a", "县志", "𠮷", String(repeating: "亩𠮷a“é", count: 100), String(repeating: "x", count: 64),
    String(repeating: "县", count: 64),
  ])
  func countsBothWays(_ text: String) {
    let map = OffsetMap(text)
    var bytes = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      #expect(map.bytes(before: index) == bytes)
      #expect(map.scalars(before: bytes) == index)
      bytes += String(scalar).utf8.count
    }
    #expect(map.scalarCount == text.unicodeScalars.count)
    #expect(map.bytes(before: map.scalarCount) == bytes)
    #expect(map.scalars(before: bytes) == map.scalarCount)
    #expect(map.bytes(before: map.scalarCount + 1) == nil)
    #expect(map.bytes(before: -1) == nil)
  }

  @Test func aSpanThatEndsBeforeItStartsIsNone() {
    #expect(OffsetMap("县志").bytes(ScalarSpan(1, 0)) == nil)
    #expect(OffsetMap("县志").bytes(ScalarSpan(1, 2)) == ByteSpan(3, 6))
  }
}
