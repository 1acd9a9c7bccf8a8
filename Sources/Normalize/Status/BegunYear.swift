internal import Records

/// A year that has hardly begun at publication has no figures of its own: where goals were set for it, what else the
/// text says of the whole year is aimed at too (2023年，登记失业率控制在5%以内).
enum BegunYear {
  /// Whether the time is that year.
  ///
  /// - Parameter goals: the year that goals of the text were set for.
  static func holds(_ period: Period?, goals: Int?, published: Day?) -> Bool {
    guard let goals, let period, let published, published.year == goals, published.month <= 3 else {
      return false
    }
    return period == Period(year: goals)
  }
}
