internal import Records
internal import Vocabulary

/// The name of a town or village: 石桥村, 怒溪镇河口村, 城关街道.
enum Settlement {
  static let tailWords = ["街道", "社区", "镇", "乡", "村", "苏木", "嘎查"]
  private static let tails = Lexicon(tailWords.map { (word: $0, payload: 0) })

  /// What goes before 镇, 乡 or 村 where they end no name: 返乡, 农村, 小城镇, 未来社区.
  private static let common: [StaticString] = [
    "城", "乡", "农", "返", "下", "家", "还", "水", "之", "老", "故", "驻", "进", "包", "到", "入", "山", "渔", "新", "古", "全",
    "邻", "各", "该",
    "本", "我", "每", "整", "建", "小", "集", "重", "中", "名", "强", "来", "慧", "谐", "范", "型", "困", "政", "然", "心", "点",
    "制", "壳", "业",
    "贫", "县", "市", "级", "和", "或", "个", "联", "连", "访", "帮", "扶", "兴", "治", "美", "富", "镇", "离", "跨", "异", "侨",
    "通", "涉", "扩", "并",
  ]

  /// 太和镇, 仁和乡: 和 with one character before it, from `start` on, is a piece of the name; 县和乡 joins two words.
  static func isHarmony(_ text: Bytes, at offset: Int, from start: Int) -> Bool {
    guard start >= 0, offset == start + 3, text.has("和", at: offset),
      tails.longestMatch(in: text, at: offset + 3) != nil,
      !goesOn.contains(where: { text.has($0, at: offset + 3) })
    else { return false }
    let joined: [StaticString] = ["县", "市", "区", "镇", "乡", "村", "省", "州", "旗", "人", "户"]
    return !joined.contains { text.has($0, at: start) } || text.has("人和", at: start)
  }

  /// 李家村, but not 农家村.
  private static func isOfFamily(_ text: Bytes, at offset: Int) -> Bool {
    guard text.has("村", at: offset), text.has("家", endingAt: offset), offset >= 6 else { return false }
    let none: [StaticString] = [
      "国", "农", "大", "各", "专", "独", "全", "每", "回", "到", "企", "厂", "商", "公", "户", "两", "几",
    ]
    return !none.contains { text.has($0, endingAt: offset - 3) }
  }

  /// 鱼山镇, 清水镇, 永兴乡: what ends the names of towns and townships, though it may go before 村 in other words.
  private static func isUsualName(_ text: Bytes, at offset: Int) -> Bool {
    let ofTowns: [StaticString] = ["山", "水", "兴", "家", "中", "富", "来", "通"]
    let ofTownships: [StaticString] = ["兴", "中", "富", "通"]
    if text.has("镇", at: offset) { return ofTowns.contains { text.has($0, endingAt: offset) } }
    return text.has("乡", at: offset) && ofTownships.contains { text.has($0, endingAt: offset) }
  }

  /// Words that begin like a tail: 传统村落, 返乡村民, and counties that do: 镇宁.
  private static let goesOn: [StaticString] = [
    "村落", "村庄", "村寨", "村级", "村民", "村镇", "乡镇", "乡村", "乡亲", "乡贤", "镇域", "镇宁", "镇雄", "镇赉", "镇远",
    "乡宁",
  ]

  /// 润城镇 is a town, 小城镇 and 各城镇 are none.
  private static func isTownOfCity(_ text: Bytes, _ start: Int, _ behind: Int, _ end: Int) -> Bool {
    guard text.has("城镇", at: start + 3) || text.has("市镇", at: start + 3) else { return false }
    let none: [StaticString] = ["小", "大", "该", "各", "全", "新", "老", "与", "对", "以", "使", "进", "在", "我", "国"]
    if none.contains(where: { text.has($0, at: start) }) { return false }
    let words: [StaticString] = [
      "位于", "地处", "坐落", "是", "党", "政", "概", "简", "镇", "辖", "下", "现", "共", "总", "人民", "境", "北", "南", "东", "西",
      "中",
    ]
    return behind == end || words.contains { text.has($0, at: behind) }
      || tail(text, from: behind, to: end) != nil
  }

  /// 凤山镇位于, 万兴乡概况: a town or township of which the words go on to tell, whatever its name ends in.
  private static func isTold(_ text: Bytes, _ start: Int, _ behind: Int) -> Bool {
    guard text.has("镇", endingAt: behind) || text.has("乡", endingAt: behind), text.width(at: start) == 3
    else {
      return false
    }
    let none: [StaticString] = [
      "各", "该", "全", "本", "我", "小", "特", "建", "返", "农", "美", "与", "和", "在", "以", "把",
    ]
    if none.contains(where: { text.has($0, at: start) }) || text.has("乡镇", endingAt: behind) { return false }
    let told: [StaticString] = ["位于", "地处", "坐落", "概况", "简介", "是", "辖", "下辖", "隶属", "属于", "总面积", "镇情", "乡情"]
    return told.contains { text.has($0, at: behind) }
  }

  /// 北与襄汾县大邓乡毗邻: what lies next to it, told behind the name.
  private static func isBeside(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
    // 闵孝镇毗邻县城: what lies next to something is spoken of.
    var before = start
    var isJoined = false
    while before >= 3, start - before < 36, !isJoined, Mark.read(text, at: before - 3) == nil {
      before -= 3
      isJoined = text.has("与", at: before) || text.has("和", at: before) || text.has("同", at: before)
    }
    guard isJoined else { return false }
    let words: [StaticString] = ["毗邻", "毗连", "接壤", "相邻", "相连", "相接", "交界", "为邻", "为界", "隔河", "隔江"]
    return words.contains { text.has($0, at: end) }
  }

  /// 乡政府驻地莫洛村，海拔1900米: where the seat of a township lies is told of the township.
  private static func isSeat(_ text: Bytes, _ start: Int) -> Bool {
    let words: [StaticString] = ["政府驻", "乡政府驻", "镇政府驻", "人民政府驻", "镇人民政府驻", "乡人民政府驻", "驻地"]
    return words.contains { text.has($0, at: start) }
  }

  /// 南接米甸乡: what lies next to the place that is spoken of.
  private static func isNeighbour(_ text: Bytes, _ start: Int) -> Bool {
    let sides: [StaticString] = ["东", "南", "西", "北"]
    guard sides.contains(where: { text.has($0, at: start) }) else { return false }
    let end = sides.contains(where: { text.has($0, at: start + 3) }) ? start + 6 : start + 3
    let verbs: [StaticString] = ["接", "连", "邻", "临", "靠", "与", "抵", "依", "至", "毗", "倚", "望", "和", "同"]
    return verbs.contains { text.has($0, at: end) }
  }

  /// The name that begins with the token at `index`, and where it ends.
  ///
  /// Refused are names of less than two characters before the tail, and those with a number right
  /// behind them (行政村186个).
  static func name(
    _ tokens: [Token], at index: Int, _ text: Bytes, from start: Int? = nil
  ) -> (String, Int)? {
    guard tokens[index].kind == .noun || isTownOfSeat(tokens[index], text) else { return nil }
    var start = start ?? tokens[index].span.start
    var (limit, next) = (tokens[index].span.end, index + 1)
    // 三市镇金坪村: a numeral that is a piece of the name is a token of its own.
    while next < tokens.count, tokens[next].kind == .noun, tokens[next].span.start == limit {
      (limit, next) = (tokens[next].span.end, next + 1)
    }
    // 火里村386户: the tail is a token of its own before a number.
    if next < tokens.count, tokens[next].span.start == limit,
      tokens[next].kind == .word(.settlement)
        || (tokens[next].kind == .word(.generic) && text.has("城镇", at: limit))
    {
      (limit, next) = (tokens[next].span.end, next + 1)
    }
    guard holdsTail(text, ByteSpan(start, limit)), !isNeighbour(text, start), !isSeat(text, start) else {
      return nil
    }
    if text.has("在", at: start) { start += 3 }
    start = behindPark(text, ByteSpan(start, tokens[index].span.end))
    let end = end(text, from: start, to: limit)
    // 项目起于株林镇: a clause of its own.
    guard end > start, !text.holds("于", in: ByteSpan(start, end)) else { return nil }
    if isBeside(text, start, end) || (end == limit && isCounted(tokens, next, text)) { return nil }
    return (text.string(ByteSpan(start, end)), end)
  }

  /// 龙脊梯田景区大寨村: where a name begins behind that of the park that it lies in.
  private static func behindPark(_ text: Bytes, _ span: ByteSpan) -> Int {
    var offset = span.start
    while offset < span.end {
      for park in ["景区", "林区", "库区", "灌区"] as [StaticString]
      where offset > span.start && text.has(park, at: offset)
        && tail(text, from: offset + 6, to: span.end) != nil
      {
        return offset + 6
      }
      offset += text.width(at: offset)
    }
    return span.start
  }

  /// Whether one of the tails may stand in the stretch: most nouns at the head of a clause name no place, and cost no more than this.
  private static func holdsTail(_ text: Bytes, _ span: ByteSpan) -> Bool {
    var offset = span.start
    while offset + 2 < span.end {
      // 镇 乡 村 街 社 苏 嘎 by their bytes.
      switch (text[offset], text[offset + 1], text[offset + 2]) {
      case (0xE9, 0x95, 0x87), (0xE4, 0xB9, 0xA1), (0xE6, 0x9D, 0x91), (0xE8, 0xA1, 0x97), (0xE7, 0xA4, 0xBE),
        (0xE8, 0x8B, 0x8F), (0xE5, 0x98, 0x8E):
        return true
      default: offset += text.width(at: offset)
      }
    }
    return false
  }

  /// 城关镇 begins with the word for the part of a town that surrounds its seat.
  private static func isTownOfSeat(_ token: Token, _ text: Bytes) -> Bool {
    token.kind == .word(.district) && text.has("镇", at: token.span.end)
  }

  /// Whether a number of them follows: 行政村186个, 信用乡增加到13个.
  /// What lives there is none of them: 火里村386户.
  private static func isCounted(_ tokens: [Token], _ start: Int, _ text: Bytes) -> Bool {
    var index = start
    while index < tokens.count,
      [.word(.reach), .word(.up), .word(.down), .word(.adverb)].contains(tokens[index].kind)
    { index += 1 }
    guard index < tokens.count, tokens[index].kind == .quantity else { return false }
    return !["户", "人", "名"].contains { (unit: StaticString) in
      text.has(unit, endingAt: tokens[index].span.end)
    }
  }

  /// The name that a title begins with, alone or with a year or the kind of the document behind it:
  /// 白沙镇概况, 东桥镇2016年工作总结. A county's name before it is left off.
  static func titled(_ title: String) -> String? {
    var title = title
    let result: String? = title.withUTF8 { bytes in
      let span = bytes.trimmed(ByteSpan(0, bytes.count))
      let start = behindCounty(bytes, span)
      let end = end(bytes, from: start, to: span.end)
      guard end > start, isTitle(bytes, ByteSpan(end, span.end)) else { return nil }
      return bytes.string(ByteSpan(start, end))
    }
    return result
  }

  private static let kinds: [StaticString] = [
    "概况", "简介", "介绍", "情况", "简况", "镇情", "乡情", "村情", "总结", "报告", "公报", "规划", "计划", "要点", "综述", "年报",
  ]

  /// Whether what stands behind the name is nothing, begins with a year or ends as documents are called.
  private static func isTitle(_ text: Bytes, _ rest: ByteSpan) -> Bool {
    guard !rest.isEmpty else { return true }
    if (0x31...0x32).contains(text[rest.start]), rest.count > 4 { return true }
    return kinds.contains { text.has($0, endingAt: rest.end) }
  }

  /// Where a settlement's name begins behind that of a county: 闽清县东桥镇; at the start where none stands there.
  private static func behindCounty(_ text: Bytes, _ title: ByteSpan) -> Int {
    var (offset, start) = (title.start, title.start)
    while offset < title.end, offset - title.start <= 30 {
      for tail in ["县", "市", "区", "旗"] as [StaticString]
      where offset >= title.start + 6 && text.has(tail, at: offset)
        && self.tail(text, from: offset + 3, to: title.end) != nil
      {
        start = offset + 3
      }
      offset += text.width(at: offset)
    }
    return start
  }

  /// Whether the words are such a name and nothing else.
  static func isName(_ words: String) -> Bool { titled(words) == words }

  /// Where the name that begins at `start` ends: behind the last of its tails.
  private static func end(_ text: Bytes, from start: Int, to limit: Int) -> Int {
    var end = start
    while let next = tail(text, from: end, to: limit) { end = next }
    return end
  }

  /// Where the first tail behind `start` ends, with two to eight characters before it.
  private static func tail(_ text: Bytes, from start: Int, to end: Int) -> Int? {
    var (offset, scalars) = (start, 0)
    while offset < end, scalars <= 8 {
      if scalars >= 2 {
        if let tail = tails.longestMatch(in: text, at: offset), offset + tail.count <= end {
          let behind = offset + tail.count
          if goesOn.contains(where: { text.has($0, at: offset) }) { return nil }
          if scalars == 2, isTownOfCity(text, start, behind, end) { return behind }
          if isTold(text, start, behind) { return behind }
          if isHarmony(text, at: offset - 3, from: start) || isOfFamily(text, at: offset) { return behind }
          if isUsualName(text, at: offset) { return behind }
          for word in common where text.has(word, endingAt: offset) { return nil }
          return behind
        }
      }
      // “中国伞乡” is what it is called, not its name.
      if Mark.read(text, at: offset) != nil { return nil }
      offset += text.width(at: offset)
      scalars += 1
    }
    return nil
  }
}
