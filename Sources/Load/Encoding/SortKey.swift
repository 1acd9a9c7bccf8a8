public import Records

/// Makes keys whose order as bytes is the order of the fields they are made of.
///
/// Nothing sorts before an empty text, as if it were one; texts sort by their UTF-8 bytes, which is the
/// order of their scalars, and never by a locale.
public struct SortKey {
  /// The key so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts without a field.
  public init() {}

  /// Adds a text.
  ///
  /// It ends with a byte below any that it can hold, so that 江口 sorts before 江口县
  /// whatever field follows.
  public mutating func add(_ text: String?) {
    for byte in (text ?? "").utf8 {
      // 0 ends a field; the two lowest bytes give way to 1 1 and 1 2, which keeps their order.
      if byte <= 1 { bytes.append(1) }
      bytes.append(byte <= 1 ? byte + 1 : byte)
    }
    bytes.append(0)
  }

  /// Adds a number of at least 0, such as an offset.
  public mutating func add(_ number: Int) {
    precondition(number >= 0, "a key of offsets has no negative numbers")
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Adds a day; none sorts before all.
  public mutating func add(_ day: Day?) {
    add(day.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0)
  }

  /// Adds a day so that the latest sorts first and none last.
  public mutating func add(latestFirst day: Day?) {
    add(day.map { 99_99_99_99 - (($0.year * 100 + $0.month) * 100 + $0.day) } ?? 99_99_99_99)
  }

  /// Adds a tier so that the best sorts first and none last.
  public mutating func add(bestFirst tier: Tier?) {
    add(tier.flatMap(Tier.allCases.firstIndex) ?? Tier.allCases.count)
  }
}
