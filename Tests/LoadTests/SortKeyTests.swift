import Records
import Testing

@testable import Load

@Suite struct SortKeyTests {
  static func key(_ parts: [String?]) -> [UInt8] {
    var key = SortKey()
    for part in parts { key.add(part) }
    return key.bytes
  }

  @Test(arguments: [
    ["", "坝盘镇"], ["江口", "江口县"], ["江口\u{0}", "江口\u{1}"], ["江口\u{1}", "江口\u{2}"], ["\u{FFFF}", "\u{10000}"],
  ])
  func ordersTextsByTheirBytes(_ pair: [String]) {
    // Whatever follows, the first field decides.
    #expect(Self.key([pair[0], "z"]).lexicographicallyPrecedes(Self.key([pair[1], "a"])))
  }

  /// The order of keys is the order of their fields, one after the other.
  @Test func ordersAsItsFieldsDo() {
    let pieces = ["\u{0}", "\u{1}", "\u{2}", "a", "县", "\u{10000}"]
    var random = SeededGenerator(seed: 3)
    func field() -> String {
      (0..<Int.random(in: 0...3, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }
    for _ in 0..<5_000 {
      let (left, right) = ([field(), field()], [field(), field()])
      let bytes = zip(left, right).map { (Array($0.utf8), Array($1.utf8)) }
      let expected = bytes.first { $0 != $1 }.map { $0.lexicographicallyPrecedes($1) } ?? false
      #expect(Self.key(left).lexicographicallyPrecedes(Self.key(right)) == expected)
    }
  }

  @Test func ordersNumbersAndDays() {
    func key(_ number: Int, _ day: Day?) -> [UInt8] {
      var key = SortKey()
      key.add(number)
      key.add(day)
      return key.bytes
    }
    let rising = [
      key(0, nil), key(0, Day(2021, 12, 31)), key(0, Day(2022, 1, 1)), key(255, nil), key(256, nil),
      key(Int.max, nil),
    ]
    for (left, right) in zip(rising, rising.dropFirst()) { #expect(left.lexicographicallyPrecedes(right)) }
  }
}
