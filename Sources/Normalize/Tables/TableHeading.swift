internal import Quantities
internal import Records
internal import Vocabulary

/// What the words over a column, before a row or above a table say of the numbers there.
struct TableHeading {
  /// The words that name what is measured: without times, units, 其中 and the words of measure.
  var words = ""
  /// The same one by one, with whether each is a part of something: 男, 城镇.
  private(set) var names: [(word: String, isPart: Bool)] = []
  var unit: String?
  var period: Period?
  /// Whether its time is a month or quarter without a year.
  private(set) var isYearOpen = false
  /// Whether its time names no year of its own: 年末, 上半年, 1月.
  private(set) var isTimeOpen = false
  var isChange = false
  /// Whether it names growth, which is told in % where no unit is: 增长, 增速, 增长速度.
  private(set) var isGrowth = false
  /// Whether it names a fall and no rise: 比上年下降. Its numbers are printed without a sign.
  var tellsFall: Bool { isFall && !isRise }
  /// Whether it names an amount by which something changed: 比年初增加, 增加额.
  private(set) var tellsAmount = false
  private var isFall = false
  private var isRise = false
  var isShare = false
  var isTarget = false
  /// Whether it names a part of a hundred: 占总面积比例, 入学率.
  var isRate = false
  /// Whether 其中 stands before it.
  var isPart = false
  /// The county or city inside the document's that it names: its numbers are about that.
  private(set) var region: Place?
  /// The town, village or institution that it names.
  private(set) var place: String?

  /// What it says of the months of a monthly table.
  private(set) var months = TableMonthWords()

  /// Headings that name no indicator: they stand over the column of names, or say that a number is an amount.
  private static let silent: Set<String> = [
    "指标", "指标名称", "项目", "名称", "单位", "计量单位", "绝对数", "绝对额", "绝对值", "总量", "本期", "数值", "全国", "全县", "全市", "全省",
    "全区", "全州", "全旗", "全镇", "全乡",
    "合计数", "实绩", "完成数", "本年", "累计",
    "数量", "数", "额",
  ]

  /// What is left of a comparison beside the word of change: 2012年比2011年增减%, 比上年同月增减%.
  private static let comparing: Set<String> = ["比", "较", "与", "同月", "同期"]

  /// A heading without words.
  init() {}

  /// - Parameter day: the day that words such as 本年 are told from.
  init(_ heading: String, _ context: Context, _ annotator: Annotator, day: Day?) {
    var heading = heading
    months = TableMonthWords(&heading)
    let annotation = annotator.annotate(heading, published: day)
    let time = annotation.periods.first {
      ($0.period.start != $0.period.end || $0.isInstant) && !Self.isCompared($0, in: &heading)
    }
    (period, isYearOpen) = (time?.period, time.map(Self.isPartOfYear) ?? false)
    isTimeOpen = time.map { $0.basis == .relative && !$0.rules.contains("RelativeYear") } ?? false
    heading.withUTF8 { bytes in
      var offset = 0
      var kept = ""
      while offset < bytes.count {
        if let time = annotation.periods.first(where: { $0.span.start == offset }) {
          offset = time.span.end
        } else if let (mark, count) = Mark.read(bytes, at: offset) {
          if mark == .open, let (inner, end) = Self.brackets(bytes, offset + count) {
            if Self.isUnit(inner, context.vocabulary) { unit = inner } else { kept += "（" + inner + "）" }
            offset = end
          } else {
            if mark == .space, !kept.isEmpty, !kept.ends(with: " ") { kept += " " }
            offset += count
          }
        } else if bytes.has("±", at: offset) {
          isChange = true
          offset += 2
        } else if let sign = Self.sign(bytes, offset) {
          unit = "%"
          offset += sign
        } else if let word = context.words.word(in: bytes, at: offset),
          !Self.goesOn(word.wordClass, bytes, offset + word.count, context.words),
          see(word.wordClass, bytes, offset, word.count)
        {
          offset += word.count
        } else {
          let width = bytes.width(at: offset)
          kept += bytes.string(ByteSpan(offset, offset + width))
          offset += width
        }
      }
      let parts = kept.split(separator: " ").map(String.init)
      let telling = parts.filter {
        !Self.silent.contains($0) && !(isChange && Self.comparing.contains($0)) && !seePlace($0, context)
      }
      words = telling.joined(separator: " ")
      names = telling.map { ($0, context.vocabulary.breakdowns[$0] != nil) }
    }
    isRate =
      isChange || isShare
      || ["率", "比例", "比重", "占比"].contains { (ending: String) in
        names.contains { $0.word.ends(with: ending) }
      }
  }

  /// The province whose name the words are, in full or in short, in a table of the whole country.
  private func province(_ words: String, _ gazetteer: Gazetteer) -> Place? {
    gazetteer.places(named: words).first {
      $0.level == .province && ($0.name.isSame(words) || $0.shortName.isSame(words))
    }
  }

  /// Whether it names a number that is none of something: 邮政编码, 长途区号, 序号.
  var isCode: Bool {
    let ends: [String] = ["代码", "区号", "邮编", "编码", "编号", "序号", "行次", "联系电话", "电话号码", "传真", "网址"]
    return ends.contains { words.ends(with: $0) } || words.holds("身份证") || words.holds("车牌")
      || words.isSame("电话")
  }

  /// Whether it tells of a comparison and nothing more, 比1—4月: nobody knows whether in % or in points.
  var isBareComparison: Bool { !isChange && (words.isSame("比") || words.isSame("较")) }

  /// 比去年同期增长: a time that is measured against is none of the numbers'.
  private static func isCompared(_ time: PeriodMention, in heading: inout String) -> Bool {
    heading.withUTF8 { bytes in
      ["比", "较", "与"].contains { (word: StaticString) in bytes.has(word, endingAt: time.span.start) }
    }
  }

  /// 10月, 三季度: what names no year of its own.
  private static func isPartOfYear(_ time: PeriodMention) -> Bool {
    time.basis == .relative && time.rules.contains { ["Month", "Quarter"].contains($0) }
      && !time.rules.contains("RelativeYear")
  }

  /// Takes in a part that names a place; tells whether it did.
  private mutating func seePlace(_ part: String, _ context: Context) -> Bool {
    if let own = context.region {
      if part.isSame(own.name) { return true }
      let year = context.document.published?.year
      let inner = context.vocabulary.gazetteer.places(named: part, within: own.code, in: year).first
      if let inner, inner.name.isSame(part) {
        region = inner
        return true
      }
    } else if let province = province(part, context.vocabulary.gazetteer) {
      region = province
      return true
    }
    guard Settlement.isName(part) || Institution.isName(part, context.words) else { return false }
    place = part
    return true
  }

  /// Takes in a word that says how the numbers are meant; tells whether it belongs to no name.
  private mutating func see(_ wordClass: WordClass, _ bytes: Bytes, _ offset: Int, _ count: Int) -> Bool {
    switch wordClass {
    case .up, .down, .rate, .compare:
      isChange = true
      let end = offset + count
      let amounts: [StaticString] = ["额", "量", "数", "值", "人", "户", "面积"]
      let isAmount =
        amounts.contains { bytes.has($0, at: end) } || bytes.has("净", endingAt: offset)
        || bytes.has("自然", endingAt: offset) || bytes.has("年初", endingAt: offset)
      tellsAmount = tellsAmount || isAmount
      if wordClass == .down { isFall = true }
      if wordClass == .up { isRise = true }
      isGrowth = isGrowth || !isAmount && (wordClass == .rate || bytes.holds("增长", in: ByteSpan(offset, end)))
      return true
    case .share:
      isShare = true
      return false
    case .target:
      isTarget = true
      return true
    case .among:
      isPart = true
      return true
    default: return false
    }
  }

  /// Whether a word of change is a piece of a name, since a noun goes on behind it: 改造提升高标准农田面积.
  private static func goesOn(
    _ wordClass: WordClass, _ bytes: Bytes, _ end: Int, _ words: WordTable
  ) -> Bool {
    guard wordClass == .up || wordClass == .down, end < bytes.count, bytes[end] >= 0xE4, bytes[end] < 0xEF,
      Mark.read(bytes, at: end) == nil
    else { return false }
    let ends: [StaticString] = [
      "百分", "率", "幅", "额", "量", "数", "值", "速", "比", "情况", "（", "亿", "万", "倍", "或", "的",
    ]
    if ends.contains(where: { bytes.has($0, at: end) }) { return false }
    switch words.word(in: bytes, at: end)?.wordClass {
    case .up, .down, .rate, .compare, .share, .reach: return false
    default: return true
    }
  }

  /// How long the sign is that ends a heading: 增长%.
  private static func sign(_ bytes: Bytes, _ offset: Int) -> Int? {
    guard let sign = ["%", "％"].first(where: { (sign: StaticString) in bytes.has(sign, at: offset) }) else {
      return nil
    }
    let end = offset + sign.utf8CodeUnitCount
    return end == bytes.count || bytes[end] == 0x20 ? end - offset : nil
  }

  /// The sign of a part of a hundred, where the heading has it.
  var rateUnit: String? { ["%", "％", "‰", "倍"].first { $0 == unit } }

  private static func brackets(_ bytes: Bytes, _ start: Int) -> (String, Int)? {
    var offset = start
    while offset < bytes.count {
      if let (mark, count) = Mark.read(bytes, at: offset), mark == .close {
        return (bytes.string(bytes.trimmed(ByteSpan(start, offset))), offset + count)
      }
      offset += bytes.width(at: offset)
    }
    return nil
  }

  static func isUnit(_ words: String, _ vocabulary: Vocabulary) -> Bool {
    if !vocabulary.units(written: words).isEmpty { return true }
    for multiplier in ["万", "亿", "千", "百"] where words.begins(with: multiplier) {
      let rest = String(words.dropFirst())
      if rest.isEmpty || !vocabulary.units(written: rest).isEmpty { return true }
    }
    return words == "％"
  }
}
