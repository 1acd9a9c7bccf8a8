internal import Records
internal import Vocabulary

/// The name of a town or village: 上栈头村, 怒溪镇河口村, 城关街道.
enum Settlement {
  private static let tails: [StaticString] = ["街道", "社区", "镇", "乡", "村", "苏木", "嘎查"]

  /// What goes before 镇, 乡 or 村 where they end no name: 返乡, 农村, 小城镇, 未来社区.
  private static let common: [StaticString] = [
    "城", "乡", "农", "返", "下", "家", "还", "水", "之", "老", "故", "驻", "进", "包", "到", "入", "山", "渔", "新", "古", "全",
    "邻", "各", "该",
    "本", "我", "每", "整", "建", "小", "集", "重", "中", "名", "强", "来", "慧", "谐", "范", "型", "困", "政", "然", "心", "点",
    "制", "壳", "业",
    "贫", "县", "市", "级", "和", "或", "个", "联", "连", "访", "帮", "扶", "兴", "治", "美", "富", "镇", "离", "跨", "异", "侨",
  ]

  /// The name that begins with the token at `index`, and where it ends.
  ///
  /// Refused are names of less than two characters before the tail, and those with a number right
  /// behind them (行政村186个).
  static func name(
    _ tokens: [Token], at index: Int, _ text: Bytes, from start: Int? = nil
  ) -> (String, Int)? {
    guard tokens[index].kind == .noun else { return nil }
    var start = start ?? tokens[index].span.start
    if text.has("在", at: start) { start += 3 }
    let end = end(text, from: start, to: tokens[index].span.end)
    guard end > start else { return nil }
    if end == tokens[index].span.end, isCounted(tokens, index + 1) { return nil }
    return (text.string(ByteSpan(start, end)), end)
  }

  /// Whether a number of them follows: 行政村186个, 信用乡增加到13个.
  private static func isCounted(_ tokens: [Token], _ start: Int) -> Bool {
    var index = start
    while index < tokens.count,
      [.word(.reach), .word(.up), .word(.down), .word(.adverb)].contains(tokens[index].kind)
    { index += 1 }
    return index < tokens.count && tokens[index].kind == .quantity
  }

  /// The name that a title begins with, alone or with a year or the kind of the document behind it:
  /// 后宅镇概况, 东桥镇2016年工作总结. A county's name before it is left off.
  static func titled(_ title: String) -> String? {
    var title = title
    let result: String? = title.withUTF8 { bytes in
      let span = bytes.trimmed(ByteSpan(0, bytes.count))
      let end = end(bytes, from: span.start, to: span.end)
      guard end > span.start, isTitle(bytes, ByteSpan(end, span.end)) else { return nil }
      return bytes.string(ByteSpan(behindCounty(bytes, ByteSpan(span.start, end)), end))
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

  /// Where the name begins behind that of a county: 闽清县东桥镇.
  private static func behindCounty(_ text: Bytes, _ name: ByteSpan) -> Int {
    var offset = name.start + 6
    while offset + 12 <= name.end {
      for tail in ["县", "市", "区", "旗"] as [StaticString] where text.has(tail, at: offset) {
        return offset + 3
      }
      offset += text.width(at: offset)
    }
    return name.start
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
        for tail in tails where text.has(tail, at: offset) && offset + tail.utf8CodeUnitCount <= end {
          for word in common where text.has(word, endingAt: offset) { return nil }
          return offset + tail.utf8CodeUnitCount
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
