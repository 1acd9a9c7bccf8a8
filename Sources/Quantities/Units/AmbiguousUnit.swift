import Records
import Vocabulary

/// Reads: a unit whose characters mean something else more often: 分 两 钱 里 方 度 成 平 斗 石 厘 块 瓦 角 毛 日, and
/// measure words such as 级 届 步.
/// Yields: the unit that the characters beside it decide for; of several units of one name the right one.
/// Refuses: it where they decide for nothing: the number is then read without a unit.
struct AmbiguousUnit {
  let table: UnitTable
  let text: Prose
  let numeral: Numeral

  private enum Verdict {
    case yes
    case no
    /// Another unit of the same name.
    case other(UnitName?)
  }

  /// The unit that the context decides for.
  func decide(_ match: UnitTable.Match) -> UnitName? {
    let name = match.name
    switch name.kind == .count ? measureWord(name, match.end) : unit(name, match.end) {
    case .yes: return name
    case .no: return nil
    case .other(let other): return other.map { UnitName($0, shownAs: name.surface) }
    }
  }

  private func unit(_ name: UnitName, _ end: Int) -> Verdict {
    switch name.surface {
    case "成": return text.has("不变", at: end) ? .no : no("立为員员果本功绩績交长長都套型品就熟片群活效年对", at: end)
    // 两两 is a word.
    case "两", "兩": return text.isAny("两兩", at: numeral.start) ? .no : yes("黄白酒肉油粮茶银金重半", at: end)
    case "里", "裏": return yes("路地长远外多", at: end)
    // 南、北两方 and 三方协议 are sides.
    case "方":
      return isLone ? (text.isAny("水土石木混料", at: end) ? .yes : .no) : yes("水土石木混料", at: end)
    case "平": return stands(end) ? .yes : .no
    case "日": return duration(end)
    case "平方": return no("公千英尺分厘", at: end)
    case "斗", "石", "钱", "厘", "丝", "毫": return yes("粮谷米稻", at: end)
    case "瓦": return no("房片窑斯解盖罐当", at: end)
    case "角", "毛": return text.glyph(at: end).isNumeral ? .yes : yes("钱錢", at: end)
    case "块", "塊": return piece(end)
    case "度": return degree(end)
    // 气温16°: of heat by the words of the clause, else of an angle.
    case "°": return clauseHas("温溫") && !clauseHas("纬緯经經坡角") ? .other(table.unit(id: "degC")) : .yes
    case "分": return point(end)
    case "点", "时", "兆", "分之", "折": return .no
    default: return stands(end) || numeral.style == .arabic ? .yes : .no
    }
  }

  private func measureWord(_ name: UnitName, _ end: Int) -> Verdict {
    if Self.never.contains(name.single) { return .no }
    // 14.63万下降到: a fall, no stroke.
    if name.single == "下" { return stands(end) ? .yes : .no }
    // 106万村民 are people: the word goes on.
    if Self.communities.contains(name.single), text.isAny("民亲员", at: end) { return .no }
    if name.single == "块" || name.single == "塊" { return piece(end) }
    // 152科703属1420种 are plants; 3属国家级 belong to something.
    if name.single == "属" || name.single == "屬" {
      return text.isClauseEnd(end) || text.glyph(at: end).beginsNumeral ? .yes : .no
    }
    guard isLone else { return .yes }
    if Self.grades.contains(name.single) { return .no }
    return stands(end) || Self.afterOne.contains(name.single) ? .yes : .no
  }

  /// Words that are measure words of nothing that is measured.
  private static let never: [Unicode.Scalar] = ["号", "员", "出", "则", "令", "目", "版"]
  /// Communities that are counted without a measure word, and whose names begin the words for their people.
  private static let communities: [Unicode.Scalar] = ["村", "乡", "镇", "市", "县", "区", "州", "省", "队", "组"]
  /// Words that make a grade or an order of a lone Chinese digit: 一级, 二步.
  private static let grades: [Unicode.Scalar] = ["级", "届", "步", "环", "楼"]
  /// Words that count behind a lone Chinese digit whatever follows.
  private static let afterOne: [Unicode.Scalar] = ["类", "款", "组", "镇", "乡", "村", "股", "道", "队"]

  /// Whether the number is one Chinese digit.
  private var isLone: Bool { numeral.glyphs == 1 && numeral.style == .chinese }

  private func stands(_ end: Int) -> Bool { text.isClauseEnd(end) || text.isAny("以左上及或的", at: end) }

  private func yes(_ characters: StaticString, at end: Int) -> Verdict {
    stands(end) || text.isAny(characters, at: end) ? .yes : .no
  }

  private func no(_ characters: StaticString, at end: Int) -> Verdict {
    text.isAny(characters, at: end) ? .no : .yes
  }

  private func duration(_ end: Int) -> Verdict {
    // 平均住院日8.1日: no day has a decimal point.
    numeral.value.exponent < 0 || DayAlone.isDuration(text, numeral.start, end) ? .yes : .no
  }

  /// Whether one of `characters` stands in the clause before the number.
  private func clauseHas(_ characters: StaticString) -> Bool {
    var at = numeral.start
    for _ in 0..<12 where at > 0 {
      let start = text.previous(at)
      if text.isAny("。；;，,\n\t", at: start) { return false }
      if text.isAny(characters, at: start) { return true }
      at = start
    }
    return false
  }

  /// 块 is money before 钱, 毛 or a digit and where a price is told; else a piece of something.
  private func piece(_ end: Int) -> Verdict {
    let isPrice = text.isAny("钱錢", at: end) || text.glyph(at: end).isNumeral || clauseHas("价價卖賣买花费費钱錢元售收付")
    let isAmount =
      stands(end) && (numeral.style == .arabic || numeral.glyphs > 1 || numeral.value >= ExactDecimal(10))
    return isPrice || isAmount ? .other(table.named("块")) : .other(table.count("块"))
  }

  /// 度: of heat, of electricity, of an angle, by the words of the clause.
  private func degree(_ end: Int) -> Verdict {
    let before = text.skippingSpaces(before: numeral.start)
    if text.has("华氏", before: before) { return .other(table.unit(id: "degF")) }
    if text.has("摄氏", before: before) || text.has("零下", before: before) {
      return .other(table.unit(id: "degC_du"))
    }
    guard numeral.style == .arabic || numeral.glyphs > 1, !text.isAny("假过量", at: end) else { return .no }
    // 17.8亿度 is electricity whatever the clause says: degrees are not so many.
    if clauseHas("电電") || numeral.sharedPower >= 4 { return .other(table.unit(id: "kWh_du")) }
    if clauseHas("温溫热熱冷暑气氣烧") { return .other(table.unit(id: "degC_du")) }
    if clauseHas("角坡纬緯经經倾傾旋转轉斜") || text.isAny("角坡", at: end) { return .other(table.unit(id: "degree")) }
    return .no
  }

  /// 分: a score where one is told, money before 钱; else nothing.
  private func point(_ end: Int) -> Verdict {
    if text.isAny("钱錢", at: end) { return .yes }
    if text.isAny("之部别別布配类類开析成为红期段", at: end) { return .no }
    return clauseHas("得评評扣考绩績测測赛分") || text.isAny("制值", at: end) ? .other(table.unit(id: "score")) : .no
  }
}
