/// Hours of the day in China (UTC+08:00 all year): from `start` until just before `end`, over midnight where `end` is
/// the smaller.
public struct NightWindow: Hashable, Sendable {
  /// The first minute of the day, 0 to 1439.
  public let start: Int
  /// The minute after the last, 0 to 1439.
  public let end: Int

  /// Makes the window; nothing where a minute is none of the day or both are the same.
  public init?(start: Int, end: Int) {
    guard (0..<1440).contains(start), (0..<1440).contains(end), start != end else { return nil }
    self.start = start
    self.end = end
  }

  /// Reads `22:00-06:30`; nothing where the text is no window.
  public init?(_ text: String) {
    let minutes = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minute($0) }
    guard minutes.count == 2, let start = minutes[0], let end = minutes[1] else { return nil }
    self.init(start: start, end: end)
  }

  /// Whether the moment lies in it.
  public func contains(_ moment: Moment) -> Bool {
    let minutes = moment.milliseconds.flooredQuotient(60_000) + 8 * 60
    let minute = Int(minutes - minutes.flooredQuotient(1440) * 1440)
    return has(minute: minute)
  }

  /// Whether a minute of the day lies in both.
  public func overlaps(_ other: NightWindow) -> Bool {
    // Of two stretches of a circle that meet, one begins in the other.
    has(minute: other.start) || other.has(minute: start)
  }

  private func has(minute: Int) -> Bool {
    start < end ? (start..<end).contains(minute) : minute >= start || minute < end
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    // `Int` would take a sign.
    guard parts.count == 2,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}
