import Testing

@testable import Load

/// Copies for spreadsheets: nothing in them runs, and no code becomes another value.
@Suite struct ExcelCopyTests {
  static let copy = ExcelCopy([
    Field("code", "Code", "代码", .string, "A code."), Field("value", "Value", "数值", .number, "A number."),
    Field("day", "Day", "日期", .date, "A day."),
  ])

  static func record(_ text: String, _ value: String = "-1.5", _ day: String = "2021-12-31") -> String {
    var csv = CSVWriter()
    for cell in [text, value, day] { csv.text(cell) }
    csv.endRecord()
    return String(decoding: copy.record(CSVCells(csv.finish())), as: UTF8.self)
  }

  @Test(arguments: ["=1+1", "+86", "-5万", "@SUM", "\tx", "＝1", "＋1", "－1", "＠a"])
  func whatWouldRunStandsBehindAnApostrophe(_ text: String) {
    #expect(Self.record(text) == "'\(text),-1.5,2021-12-31\r\n")
  }

  @Test(arguments: [
    "2022-09", "2016/2020", "12e345", "1234567890123456", "012", "1.10", "10:30", "3,000", "(10)", "6月1日",
    "2021年6月",
  ])
  func codesStayText(_ text: String) {
    let quoted = text.contains(",") ? "\"'\(text)\"" : "'\(text)"
    #expect(Self.record(text) == "\(quoted),-1.5,2021-12-31\r\n")
  }

  @Test(arguments: ["520621", "2021", "江口县", "4200亩", "2021-H1", "a-b", "0", "", "6月底", "（10）"])
  func othersAreLeftAlone(_ text: String) { #expect(Self.record(text) == "\(text),-1.5,2021-12-31\r\n") }

  @Test func quotesAndCommasAreKept() {
    #expect(Self.record("=\"a\",b") == "\"'=\"\"a\"\",b\",-1.5,2021-12-31\r\n")
  }

  @Test func cellsAreNoLongerThanTheyMayBe() {
    let text = String(repeating: "𠮷", count: 20_000)
    let cell = Self.record(text).split(separator: ",")[0]
    #expect(cell.utf16.count <= 32_767 && cell.hasSuffix("𠮷…"))
    let fitting = String(repeating: "县", count: 32_767)
    #expect(Self.record(fitting).hasPrefix(fitting + ","))
  }
}
