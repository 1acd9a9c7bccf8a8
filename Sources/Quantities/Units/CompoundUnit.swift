import Records

/// Reads: two or three units with a stroke, 每 or a middle dot between: 公斤/亩, 元每平方米, 元/人·年; so many of the second:
/// 辆/千人, 吨/万元.
/// Yields: the quotient, with the factors divided where both have one.
/// Refuses: a stroke with anything but a unit behind it.
enum CompoundUnit {
  /// The compound that goes on from `first`.
  static func read(_ text: Prose, _ table: UnitTable, _ first: UnitReading) -> UnitReading? {
    guard let second = divided(text, table, first) else { return nil }
    return divided(text, table, second) ?? second
  }

  private static func divided(_ text: Prose, _ table: UnitTable, _ above: UnitReading) -> UnitReading? {
    let at = text.skippingSpaces(above.end)
    switch text.scalar(at: at) {
    case 0x2F, 0xFF0F, 0x2215, 0x6BCF, 0xB7: break
    default: return nil
    }
    let start = text.skippingSpaces(text.next(at))
    if let below = table.match(text, at: start) {
      return UnitReading(name: UnitName(above.name, by: below.name), end: below.end, rule: .compoundUnit)
    }
    // 百, 千, 万, 亿
    guard let power = text.glyph(at: start).power, (2...8).contains(power),
      let below = table.match(text, at: text.next(start))
    else { return nil }
    let prefix = String(decoding: text.bytes[start..<text.next(start)], as: UTF8.self)
    let name = UnitName(above.name, by: below.name, prefix: prefix, power: power)
    return UnitReading(name: name, end: below.end, rule: .compoundUnit)
  }
}
