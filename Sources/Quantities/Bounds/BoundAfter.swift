/// Reads: a word right behind a number and its unit: 多 (3倍多) · 左右 上下 · 以上 及以上 （含）以上 · 以下 以内 之内 · 以外 开外 · 有余.
/// Yields: the mark, and where its word ends.
/// Refuses: 上下 in 上下功夫, 以下 in 以下简称.
enum BoundAfter {
  /// The mark whose word begins at `offset`, spaces left out.
  static func read(_ text: Prose, at offset: Int) -> (mark: Mark, end: Int)? {
    let start = text.skippingSpaces(offset)
    let open = inclusion(text, start)
    let at = text.end(ofAny: joints, at: open) ?? open
    switch text.scalar(at: at) {
    case 0x5DE6: return text.has("左右", at: at) ? (.approximate, at + 6) : nil
    case 0x4E0A:
      guard text.has("上下", at: at), !text.isAny("功足游级大", at: at + 6) else { return nil }
      return (.approximate, at + 6)
    case 0x4EE5, 0x4E4B: return limit(text, at)
    case 0x591A:
      // 3倍多, 一公里多: only where nothing follows that it could count.
      guard at == offset, offset > 0, !text.glyph(before: offset).isNumeral,
        text.isClauseEnd(at + 3) || text.isAny("的了就才", at: at + 3)
      else { return nil }
      return (.greater, at + 3)
    case 0x5F00: return text.has("开外", at: at) ? (.greater, at + 6) : nil
    case 0x6709: return text.has("有余", at: at) ? (.greater, at + 6) : nil
    default: return nil
    }
  }

  private static let joints: WordList = ["或者", "及", "或", "和"]

  private static func limit(_ text: Prose, _ at: Int) -> (mark: Mark, end: Int)? {
    if let end = text.end(ofAny: ["以上", "之上"], at: at) {
      return (.greaterOrEqual, inclusion(text, end))
    }
    if let end = text.end(ofAny: ["以下", "之下", "以内", "之内"], at: at) {
      if text.end(ofAny: ["简称", "称", "问题", "几"], at: end) != nil { return nil }
      return (.lessOrEqual, inclusion(text, end))
    }
    if let end = text.end(ofAny: ["以外", "之外"], at: at) { return (.greater, end) }
    return nil
  }

  /// Behind （含） or (不含), which may stand before or behind 以上.
  static func inclusion(_ text: Prose, _ at: Int) -> Int {
    guard text.isAny("（(", at: at) else { return at }
    let inner = text.next(at)
    guard let end = text.end(ofAny: ["含本数", "含"], at: inner), text.isAny("）)", at: end) else { return at }
    return text.next(end)
  }
}
