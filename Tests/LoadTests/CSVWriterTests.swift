import Records
import Testing

@testable import Load

@Suite struct CSVWriterTests {
  static func record(_ cells: [String]) -> [UInt8] {
    var csv = CSVWriter()
    for cell in cells { csv.text(cell) }
    csv.endRecord()
    return csv.finish()
  }

  @Test(arguments: [
    ("耕地面积", "耕地面积"), ("12,000", "\"12,000\""), ("称“号”", "称“号”"), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""),
    ("一\n二", "一 二"), ("一\r\n二", "一  二"), ("\"一\"\n", "\"\"\"一\"\" \""), ("a\u{0}b", "a\u{FFFD}b"), ("", ""),
    (" a ", " a "),
    ("一\u{2028}二\u{85}", "一\u{2028}二\u{85}"), ("\t\u{1B}", "\t\u{1B}"),
  ])
  func writesTextAs(_ text: String, _ expected: String) {
    #expect(String(decoding: Self.record([text]), as: UTF8.self) == expected + "\n")
  }

  @Test func writesEveryTypeOfCell() {
    var csv = CSVWriter()
    csv.text("县")
    csv.missing()
    csv.integer(-120)
    csv.decimal(Examples.decimal("-12.30"))
    csv.boolean(true)
    csv.missing()
    csv.endRecord()
    csv.integer(0)
    csv.endRecord()
    #expect(String(decoding: csv.finish(), as: UTF8.self) == "县,,-120,-12.30,true,\n0\n")
  }

  /// Whatever the cells hold, they are read back but for line breaks and NUL.
  @Test func isReadBackByAnIndependentReader() throws {
    let pieces = ["亩", ",", "\"", "\n", "\r", " ", "3", "\u{0}", "\u{2029}", "𠮷", "", "\t", "=1+1"]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let cells = (0..<4).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random)! }
          .joined()
      }
      let changed = cells.map { cell in
        String(
          String.UnicodeScalarView(
            cell.unicodeScalars.map { ["\n", "\r"].contains($0) ? " " : $0 == "\0" ? "\u{FFFD}" : $0 }))
      }
      #expect(try CSVParser.records(Self.record(cells)) == [changed])
      #expect(zip(cells, changed).allSatisfy { $0.unicodeScalars.count == $1.unicodeScalars.count })
    }
  }
}

/// The same sequence on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
