internal import Records
internal import Vocabulary

/// A number right behind a word of growth or fall is a change: 同比增长8.5%, 提高1.5个百分点.
///
/// Reads: 增长, 下降 and the like with at most adverbs between them and the number.
/// Yields: `change_rate` for a percentage or a multiple, `change` for an amount or points; negative behind a fall, but 收窄 of a fall
/// is positive; the subject stands before the word, what it is compared with left off, or is carried.
/// Refuses: words that lead to the level reached (增加到), and changes whose noun stands between (减少贫困人口22万人: ChangeOfNoun).
enum ChangeWord: MeasureRule {
  static func read(_ site: Site) -> MeasureReading? {
    var index = site.index - 1
    while index >= site.left.lowerBound {
      switch site.tokens[index].kind {
      case .word(.adverb), .word(.respectively), .word(.about), .aside: index -= 1
      case .word(.up), .word(.down): return reading(site, index)
      // 同比增长达8.5%, 人均增收达454元
      case .word(.reach),
        .word(.verb)
      where index > site.left.lowerBound && site.tokens[index - 1].kind.isChange
        && site.text.has("达", at: site.tokens[index].span.start) && site.tokens[index].span.count <= 6:
        index -= 1
      // 比去年新增3637元
      case .word(.act)
      where site.isWord(index, "新增") && index > site.left.lowerBound
        && site.tokens[index - 1].kind == .word(.compare):
        return reading(site, index)
      default: return nil
      }
    }
    return nil
  }

  private static func reading(_ site: Site, _ word: Int) -> MeasureReading {
    var isFall = site.tokens[word].kind == .word(.down)
    // 下降14.7%，较1—2月收窄6.2个百分点: what narrows is the fall that was said.
    if site.discourse.last?.isFall == true, site.text.has("收窄", at: site.tokens[word].span.start) {
      isFall = false
    }
    var end = word
    while end > site.left.lowerBound {
      switch site.tokens[end - 1].kind {
      case .word(.compare), .word(.adverb), .word(.respectively), .word(.estimate), .aside: end -= 1
      case .period where end - 2 >= site.left.lowerBound && site.tokens[end - 2].kind == .word(.than):
        end -= 2
      case .period: end -= 1
      // 第一产业占生产总值的比重上升: the whole is none of the subject.
      case .word(.share):
        end = site.left.first { site.text.has("占", at: site.tokens[$0].span.start) } ?? end - 1
      case .noun where isStandard(site, end - 1):
        end =
          site.last(
            in: site.left.lowerBound..<end, where: { $0 == .word(.than) || $0 == .word(.compare) }) ?? end
      case .word(.rate):
        // 降幅收窄2.2个百分点: what falls is a fall.
        if isFall, site.text.has("降幅", at: site.tokens[end - 1].span.start) { isFall = false }
        end -= 1
      default:
        return MeasureReading(
          rule: "ChangeWord", measure: site.isRatio ? .changeRate : .change, isFall: isFall,
          subject: site.left.lowerBound..<end, deed: deed(site, word))
      }
    }
    return MeasureReading(
      rule: "ChangeWord", measure: site.isRatio ? .changeRate : .change, isFall: isFall,
      subject: site.left.lowerBound..<end)
  }

  /// Whether the noun names what the change is measured against: 比2010年第六次全国人口普查减少.
  private static func isStandard(_ site: Site, _ index: Int) -> Bool {
    let end = site.tokens[index].span.end
    let standards: [StaticString] = [
      "普查", "平均水平", "平均", "水平", "执行数", "完成数", "决算数", "决算", "预算数", "预算", "基数", "实绩", "快报数",
    ]
    guard standards.contains(where: { site.text.has($0, endingAt: end) }) else { return false }
    return site.left.contains {
      $0 < index && [.word(.than), .word(.compare)].contains(site.tokens[$0].kind)
    }
  }

  /// 增收 says what grows as well as that it does.
  private static func deed(_ site: Site, _ word: Int) -> String? {
    site.text.has("收", endingAt: site.tokens[word].span.end) ? site.text.string(site.tokens[word].span) : nil
  }
}
