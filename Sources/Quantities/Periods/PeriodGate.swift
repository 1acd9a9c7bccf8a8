/// Tells at little cost that no time begins at a place: what follows the numeral, or the second
/// character of the word, is none that a time has there. Most numbers and words end here.
enum PeriodGate {
  /// Whether a time may begin at `offset`, where `glyph` stands.
  static func opens(_ text: Prose, at offset: Int, _ glyph: Glyph) -> Bool {
    switch glyph {
    case .era: return word(text, offset)
    case .ordinal: return numeral(text, text.next(offset), isOrdinal: true)
    default: return numeral(text, offset, isOrdinal: false)
    }
  }

  private static func numeral(_ text: Prose, _ start: Int, isOrdinal: Bool) -> Bool {
    let (end, count) = run(text, start)
    guard count > 0 else { return false }
    let at = text.skippingSpaces(end)
    let scalar = text.scalar(at: at)
    if isTimeWord(scalar) { return true }
    switch scalar {
    case 0x4E2A, 0x500B: return isOrdinal
    case 0x5B66, 0x8D22: return count == 4  // 学 财
    case 0x5168: return count == 4 && text.scalar(at: text.next(at)) == 0x5E74  // 全年
    case 0x4E0A, 0x4E0B: return count == 4 && text.has("半年", at: text.next(at))  // 上 下
    case 0x2E, 0x2F, 0xFF0E: return count == 4
    case 0x3001, 0x548C, 0x4E0E, 0x53CA:  // 、 和 与 及
      let (behind, digits) = run(text, text.next(at))
      return count == 4 || (digits > 0 && isTimeWord(text.scalar(at: text.skippingSpaces(behind))))
    default: break
    }
    if let (second, _) = RangeJoiner.read(text, at: at) {
      let (behind, digits) = run(text, second)
      return digits == 4
        || (digits > 0 && (count == 4 || isTimeWord(text.scalar(at: text.skippingSpaces(behind)))))
    }
    // 十四五: a plan's name ends with 五.
    return count > 1 && text.scalar(before: end) == 0x4E94
  }

  private static func isTimeWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5E74, 0x6708, 0x65E5, 0x53F7, 0x865F, 0x5B63, 0x4E16, 0x4EE3: true  // 年 月 日 号 號 季 世 代
    default: false
    }
  }

  /// The numerals from `start` on: where they end and how many they are.
  private static func run(_ text: Prose, _ start: Int) -> (end: Int, count: Int) {
    var at = text.skippingSpaces(start)
    var count = 0
    while count < 12 {
      let glyph = text.glyph(at: at)
      // 二OO八年: a letter for 〇.
      guard glyph.isNumeral || (glyph == .latin && count > 0 && DigitString.isZeroLetter(text.scalar(at: at)))
      else { break }
      at = text.next(at)
      count += 1
    }
    return (at, count)
  }

  /// The second character decides: most words that begin so are no times.
  private static func word(_ text: Prose, _ offset: Int) -> Bool {
    let next = text.next(offset)
    let second = text.scalar(at: next)
    switch text.scalar(at: offset) {
    case 0x4ECA:  // 今
      switch second {
      case 0x5E74, 0x5929, 0x65E5, 0x660E: return true  // 年 天 日 明
      default: return false
      }
    case 0x660E:  // 明
      switch second {
      case 0x5E74, 0x5929, 0x65E5: return true  // 年 天 日
      default: return false
      }
    case 0x53BB, 0x5168, 0x6B21, 0x7FCC:  // 去 全 次 翌
      switch second {
      case 0x5E74: return true  // 年
      default: return false
      }
    case 0x672C, 0x5F53:  // 本 当
      switch second {
      case 0x5E74, 0x6708, 0x5B63, 0x4E16: return true  // 年 月 季 世
      default: return false
      }
    case 0x540E, 0x5F8C, 0x6628:  // 后 後 昨
      switch second {
      case 0x5E74, 0x5929, 0x65E5: return true  // 年 天 日
      default: return false
      }
    case 0x8FD9, 0x9019:  // 这 這
      switch second {
      case 0x4E00, 0x4E2A, 0x500B: return true  // 一 个 個
      default: return false
      }
    case 0x5E74:  // 年
      switch second {
      case 0x672B, 0x5E95, 0x521D, 0x5185: return true  // 末 底 初 内
      default: return false
      }
    case 0x8FC7:  // 过
      switch second {
      case 0x53BB: return true  // 去
      default: return false
      }
    case 0x6700:  // 最
      switch second {
      case 0x8FD1, 0x540E, 0x5F8C: return true  // 近 后 後
      default: return false
      }
    case 0x9996:  // 首
      switch second {
      case 0x5B63, 0x6708: return true  // 季 月
      default: return false
      }
    case 0x516C:  // 公
      switch second {
      case 0x5143: return true  // 元
      default: return false
      }
    case 0x519C, 0x9634, 0x65E7:  // 农 阴 旧
      switch second {
      case 0x5386: return true  // 历
      default: return false
      }
    case 0x6B63, 0x814A, 0x81D8:  // 正 腊 臘
      switch second {
      case 0x6708: return true  // 月
      default: return false
      }
    case 0x4E0A, 0x4E0B:  // 上 下
      switch second {
      case 0x5E74, 0x534A, 0x6708, 0x4E2A, 0x500B, 0x5B63, 0x4E00, 0x4E16: return true  // 年 半 月 个 個 季 一 世
      default: return text.glyph(at: next).isNumeral
      }
    case 0x524D:  // 前
      switch second {
      case 0x5E74, 0x5929: return true  // 年 天
      default: return text.glyph(at: next).isNumeral
      }
    case 0x8FD1, 0x95F0, 0x958F: return text.glyph(at: text.skippingSpaces(next)).isNumeral  // 近 闰 閏
    default: return text.isAny("国國乾光康雍嘉道咸同宣顺统熙正隆庆治绪豐丰", at: next)  // 民国 and reigns
    }
  }
}
