import Records

/// Reads: two or three units with a stroke, 每 or a middle dot between: 公斤/亩, 元每平方米, 元/人·年.
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
    guard let below = table.match(text, at: text.skippingSpaces(text.next(at))) else { return nil }
    return UnitReading(name: UnitName(above.name, by: below.name), end: below.end, rule: .compoundUnit)
  }
}
