import Records
import Vocabulary

/// Reads: a unit whose character means something else more often: 分 两 钱 里 方 度 成 点 平 斗 石 厘 块 瓦 角 毛.
/// Yields: the unit that the characters beside it decide for.
/// Refuses: it where they decide for nothing: the number is then read without a unit.
enum AmbiguousUnit {
  static func decide(_ match: UnitTable.Match, _ text: Prose, _ numeral: Numeral) -> UnitReading? {
    let end = match.end
    var reading = UnitReading(match, rule: "AmbiguousUnit")
    let stands = text.isClauseEnd(end) || text.isAny("以左上及或的", at: end)
    switch match.name.surface {
    case "成":
      return text.isAny("立为員员果本功绩績交长長都套型品就熟片群活效年对", at: end) ? nil : reading
    case "两", "兩": return stands || text.isAny("黄白酒肉油粮茶银金重半", at: end) ? reading : nil
    case "里", "裏": return stands || text.isAny("路地长远外多", at: end) ? reading : nil
    case "方": return stands || text.isAny("水土石木混料", at: end) ? reading : nil
    case "平": return stands ? reading : nil
    case "斗", "石", "钱", "厘", "丝", "毫": return stands || text.isAny("粮谷米稻", at: end) ? reading : nil
    case "瓦": return text.isAny("房片窑斯解盖罐当", at: end) ? nil : reading
    case "角", "毛": return stands || text.isAny("钱錢", at: end) || text.glyph(at: end).isNumeral ? reading : nil
    case "块", "塊", "块钱": return piece(reading, text, end, stands)
    case "度": return degree(&reading, text, numeral, end)
    case "分": return minuteOrCent(reading, text, numeral, end)
    case "点": return nil
    case "平方": return text.isAny("公千英尺分厘", at: end) ? nil : reading
    case "日": return DayAlone.isDuration(text, numeral.start, end) ? reading : nil
    case "时": return nil
    case "号", "员", "出", "则", "令", "目", "兆", "分之", "版", "折": return nil
    default: break
    }
    if reading.kind == .count, numeral.glyphs == 1, numeral.style == .chinese, ["级", "届", "步", "目", "环", "楼"].contains(reading.surface) {
      return nil
    }
    if reading.kind == .count { return numeral.style == .arabic || numeral.glyphs > 1 || stands ? reading : countable(reading, text, end) }
    return stands || numeral.style == .arabic ? reading : nil
  }

  /// A lone Chinese digit with a word that is more often no measure word: 三级, 一面.
  private static func countable(_ reading: UnitReading, _ text: Prose, _ end: Int) -> UnitReading? {
    switch reading.surface {
    case "类", "款", "组", "镇", "乡", "村", "股", "道", "队": reading
    default: nil
    }
  }

  /// 块 is money at a clause's end, before 钱 and before 毛 or a digit; else a piece of something.
  private static func piece(
    _ reading: UnitReading, _ text: Prose, _ end: Int, _ stands: Bool
  ) -> UnitReading? {
    if stands || text.isAny("钱錢多", at: end) || text.glyph(at: end).isNumeral { return reading }
    var count = reading
    (count.kind, count.factor, count.standardUnit, count.id) = (.count, Fraction.one, "块", "块")
    return count
  }

  /// 度: of heat, of electricity, of an angle, by the words before and behind.
  private static func degree(
    _ reading: inout UnitReading, _ text: Prose, _ numeral: Numeral, _ end: Int
  ) -> UnitReading? {
    if text.isAny("假过量", at: end) { return nil }
    return numeral.style == .arabic || numeral.glyphs > 1 ? reading : nil
  }

  private static func minuteOrCent(
    _ reading: UnitReading, _ text: Prose, _ numeral: Numeral, _ end: Int
  ) -> UnitReading? {
    text.isAny("钱錢", at: end) ? reading : nil
  }
}
