import Records
import Vocabulary

/// A way of writing a unit, or a compound of two: what all quantities with it share.
final class UnitName: Sendable {
  /// As it stands in the text.
  let words: String
  /// As the unit is given out: without 万 and 亿, 个百分点 as 百分点, 元整 as 元.
  let surface: String
  /// `surface` where it is one character, else NUL: cheaper to compare.
  let single: Unicode.Scalar
  /// The id in the table; empty for compounds.
  let id: String
  let kind: QuantityKind
  /// How many standard units it is.
  let factor: Fraction?
  let standardUnit: String
  /// The power of ten that the factor is, where it is one: 0 for one, -2 for a hundredth.
  let factorPower: Int?
  let isAmbiguous: Bool
  /// Whether it is written in Latin letters, which must not run on: 5G is no gram.
  let isLatin: Bool
  /// Whether it begins with 千, 百 or 兆.
  let hasPrefix: Bool
  /// The power of ten against the currency's whole unit: -1 for 角, -2 for 分; 0 for what is no part.
  let moneyStep: Int

  /// The unit of the table as it is written `words`.
  init(_ words: String, _ unit: UnitOfMeasure) {
    self.words = words
    surface = Self.surface(words, unit)
    single = Self.single(surface)
    id = unit.id
    kind = unit.kind
    factor = unit.factor
    factorPower = Self.power(of: unit.factor)
    standardUnit = unit.standardUnit
    isAmbiguous = unit.isAmbiguous
    let last = words.utf8.last ?? 0
    isLatin = (last >= 0x41 && last <= 0x5A) || (last >= 0x61 && last <= 0x7A)
    hasPrefix = words.utf8.count > 3 && ["千", "百", "兆"].contains { words.hasPrefix($0) }
    moneyStep = Self.moneyStep(words)
  }

  /// A unit by another, or by so many of it: 元/亩, 辆/千人, with the factors divided where both have one. `prefix` is how
  /// the `power` of ten is written: 千 for 3.
  init(_ above: UnitName, by below: UnitName, prefix: String = "", power: Int = 0) {
    surface = above.surface + "/" + prefix + below.surface
    words = surface
    single = "\0"
    id = ""
    kind = .derived
    var quotient: Fraction?
    if let a = above.factor, let b = below.factor, !above.standardUnit.isEmpty, !below.standardUnit.isEmpty {
      quotient = try? a.multiplied(by: b.multiplied(by: Fraction(Self.ten(to: power))).inverted())
    }
    factor = quotient
    factorPower = Self.power(of: quotient)
    standardUnit = quotient == nil ? "" : above.standardUnit + "/" + below.standardUnit
    isAmbiguous = false
    isLatin = false
    hasPrefix = false
    moneyStep = 0
  }

  /// The same unit, given out as another one is written.
  init(_ name: UnitName, shownAs surface: String) {
    self.surface = surface
    single = Self.single(surface)
    words = name.words
    id = name.id
    kind = name.kind
    factor = name.factor
    factorPower = name.factorPower
    standardUnit = name.standardUnit
    isAmbiguous = name.isAmbiguous
    isLatin = name.isLatin
    hasPrefix = name.hasPrefix
    moneyStep = name.moneyStep
  }

  private static func ten(to power: Int) -> Int128 { (0..<power).reduce(1) { result, _ in result * 10 } }

  private static func single(_ surface: String) -> Unicode.Scalar {
    let scalars = surface.unicodeScalars
    return scalars.count == 1 ? scalars.first ?? "\0" : "\0"
  }

  private static func power(of factor: Fraction?) -> Int? {
    guard let factor, factor.numerator == 1 || factor.denominator == 1 else { return nil }
    var (rest, power) = (max(factor.numerator, factor.denominator), 0)
    while rest > 1, rest % 10 == 0 { (rest, power) = (rest / 10, power + 1) }
    return rest == 1 ? (factor.denominator == 1 ? power : -power) : nil
  }

  private static func surface(_ words: String, _ unit: UnitOfMeasure) -> String {
    var shown = words
    // 个百分点 is printed for 百分点: 个 belongs to the number.
    if words.hasPrefix("个"), unit.surfaces.contains(String(words.dropFirst())) { shown.removeFirst() }
    if shown == "％" || shown == "﹪" { return "%" }
    // 亩地, 户人家 and 里路 are 亩, 户 and 里 with a noun behind.
    for noun in ["地", "人家", "路", "钟"] where words.hasSuffix(noun) {
      let short = String(words.dropLast(noun.count))
      if unit.surfaces.contains(short) { return short }
    }
    // 元整, 元钱 and 块钱 are 元 and 块 with a word behind.
    if unit.kind == .money, let first = shown.first, "元圆块".contains(first), !shown.contains("/") {
      return String(first)
    }
    if shown.hasPrefix("人民币") || shown.hasPrefix("人民幣") { return "元" }
    // 元每平方米 is given out as 元/平方米.
    if unit.kind == .derived, let index = shown.firstIndex(of: "每"), index != shown.startIndex {
      shown.replaceSubrange(index...index, with: "/")
    }
    return shown
  }

  private static func moneyStep(_ words: String) -> Int {
    switch words {
    case "角", "毛", "角钱", "毛钱": -1
    case "分", "分钱", "美分", "欧分", "港仙", "便士": -2
    default: 0
    }
  }

  /// The whole unit of the currency that 角 and 分 are parts of.
  var wholeMoney: String {
    switch words {
    case "美分": "美元"
    case "欧分": "欧元"
    default: "元"
    }
  }
}
