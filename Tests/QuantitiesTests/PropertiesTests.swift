import Quantities
import Records
import Testing

/// A generator that gives the same numbers in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Writes numbers in the styles of Chinese: the other way round from what is tested.
enum Style: String, CaseIterable {
  case plain, financial, traditional, arabic, grouped, fullWidth, tenThousands

  func render(_ number: Int) -> String {
    switch self {
    case .plain: Self.chinese(number, "零一二三四五六七八九", "十百千", "万亿")
    case .financial: Self.chinese(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿")
    case .traditional: Self.chinese(number, "零一二三四五六七八九", "十百千", "萬億")
    case .arabic: String(number)
    case .grouped: Self.grouped(number, ",")
    case .fullWidth: Self.wide(Self.grouped(number, "，"))
    case .tenThousands: number % 10_000 == 0 ? "\(number / 10_000)万" : Self.decimal(number) + "万"
    }
  }

  private static func decimal(_ number: Int) -> String {
    let rest = String(10_000 + number % 10_000).dropFirst()
    return "\(number / 10_000).\(rest)"
  }

  private static func grouped(_ number: Int, _ separator: String) -> String {
    let digits = Array(String(number))
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }

  private static func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { ("0"..."9").contains($0) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
  }

  private static func chinese(_ number: Int, _ digits: String, _ small: String, _ large: String) -> String {
    let (d, s, l) = (Array(digits), Array(small), Array(large))
    var groups: [Int] = []
    var rest = number
    while rest > 0 {
      groups.append(rest % 10_000)
      rest /= 10_000
    }
    var result = ""
    var isGap = false
    for index in stride(from: groups.count - 1, through: 0, by: -1) {
      let group = groups[index]
      guard group > 0 else {
        isGap = !result.isEmpty
        continue
      }
      if !result.isEmpty, isGap || group < 1000 { result.append(d[0]) }
      isGap = false
      result += section(group, d, s)
      if index > 0 { result.append(l[index == 1 ? 0 : 1]) }
    }
    return number == 0 ? String(d[0]) : result
  }

  private static func section(_ group: Int, _ d: [Character], _ s: [Character]) -> String {
    var result = ""
    var isGap = false
    for (place, power) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
      let digit = group / power % 10
      guard digit > 0 else {
        isGap = !result.isEmpty
        continue
      }
      if isGap { result.append(d[0]) }
      isGap = false
      result.append(d[digit])
      if place > 0 { result.append(s[place - 1]) }
    }
    return result
  }
}

@Suite struct PropertiesTests {
  @Test(arguments: Style.allCases) func whatIsWrittenIsRead(_ style: Style) throws {
    var random = Seeded(state: 20_220_629)
    for round in 0..<10_000 {
      let number = Int.random(in: 1...[99, 9999, 999_999, 9_999_999_999][round % 4], using: &random)
      let text = "共有" + style.render(number) + "亩"
      let quantities = try Reading.quantities(text)
      #expect(quantities.map(\.value) == [ExactDecimal(number)], "\(text)")
      #expect(quantities.first?.span == ByteSpan(6, text.utf8.count), "\(text)")
    }
  }

  @Test func sentencesAreReadAlike() throws {
    let rows = try corpus("spellings", columns: 8).map { Drawn($0[0]).text }
    var random = Seeded(state: 7)
    for _ in 0..<2000 {
      let a = rows[Int.random(in: 0..<rows.count, using: &random)] + "\n"
      let b = rows[Int.random(in: 0..<rows.count, using: &random)]
      let both = try Reading.quantities(a + b)
      let apart = try Reading.quantities(a) + Reading.quantities(b).map { Self.moved($0, by: a.utf8.count) }
      #expect(both == apart, "\(a)\(b)")
    }
  }

  private static func moved(_ quantity: Quantity, by offset: Int) -> Quantity {
    var quantity = quantity
    quantity.span = ByteSpan(quantity.span.start + offset, quantity.span.end + offset)
    quantity.numeral = ByteSpan(quantity.numeral.start + offset, quantity.numeral.end + offset)
    return quantity
  }

  @Test func fullWidthDigitsAreReadAlike() throws {
    for row in try corpus("spellings", columns: 8) {
      let text = Drawn(row[0]).text
      guard text.utf8.allSatisfy({ $0 >= 0x80 || (0x30...0x39).contains($0) }) else { continue }
      let wide = String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { ("0"..."9").contains($0) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 })
      )
      let (a, b) = (try Reading.quantities(text), try Reading.quantities(wide))
      #expect(a.map(\.value) == b.map(\.value), "\(text)")
      #expect(a.map(\.unit) == b.map(\.unit), "\(text)")
      #expect(a.map(\.relation) == b.map(\.relation), "\(text)")
    }
  }

  @Test func spansLieInOrderOnScalars() throws {
    let rows =
      try corpus("spellings", columns: 8).map { Drawn($0[0]).text }
      + corpus("negatives", columns: 2).map { $0[0] }
    let text = rows.joined()
    let bytes = Array(text.utf8)
    let annotation = try Reading.annotate(text, published: Day(2022, 6, 29))
    var end = 0
    for quantity in annotation.quantities {
      #expect(quantity.span.start >= end && quantity.span.end <= bytes.count)
      #expect(quantity.span.contains(quantity.numeral) && !quantity.numeral.isEmpty)
      for edge in [quantity.span.start, quantity.span.end, quantity.numeral.start, quantity.numeral.end]
      where edge < bytes.count {
        #expect(bytes[edge] & 0xC0 != 0x80)
      }
      #expect(!quantity.rules.isEmpty)
      end = quantity.span.end
    }
  }

  @Test func arraysAreUsedAgain() throws {
    let annotator = try Reading.annotator.get()
    var annotation = Annotation()
    for text in ["种植水稻300亩", "没有数字", "2021年"] {
      var copy = text
      copy.withUTF8 { annotator.annotate($0, published: nil, into: &annotation) }
      #expect(annotation.quantities == (try Reading.quantities(text)))
    }
    #expect(annotation.periods.count == 1)
  }
}

/// Texts that would make a reader look again and again at the same characters.
@Suite struct LinearTimeTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "1", "一", "十", "万", "1:", "1/", "1.", "1-", "1 ", "1,", "一万", "零", "第", "“1", "《1", "2021年", "2021-",
      "1元", "三四", "百分之", "每",
      "约", "http", "1元1角", "〔2021〕", "A1", " ", "千米", "1~",
    ]) func longTexts(_ piece: String) throws
  {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let annotation = try Reading.annotate(text, published: Day(2022, 6, 29))
    #expect(annotation.quantities.allSatisfy { $0.span.end <= text.utf8.count })
  }
}
