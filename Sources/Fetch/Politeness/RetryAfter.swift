/// The field `Retry-After` (RFC 9110, section 10.2.3).
enum RetryAfter {
  /// How long the server asks to be left alone; nothing where the field is neither seconds nor a date. A date that is
  /// past is zero, and what is longer than a year is a year.
  static func duration(_ value: [UInt8], now: Moment) -> Duration? {
    let year = Duration.seconds(365 * 86_400)
    if !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard value.count < 10, let seconds = Int64(String(decoding: value, as: UTF8.self)) else { return year }
      return min(.seconds(seconds), year)
    }
    return HTTPDate.moment(value, now: now).map { min(max($0 - now, .zero), year) }
  }
}
