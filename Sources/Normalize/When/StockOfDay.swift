internal import Records

/// A balance goes on being that of the day that its paragraph named: 5月末，存款余额28亿元，增长9%。贷款余额21亿元.
///
/// Reads: a name that ends in 余额, in a sentence without a time, and the day that a sentence before it in the paragraph was of.
/// Yields: that day.
/// Refuses: other names, and paragraphs that named another time since.
enum StockOfDay {
  static func period(
    _ known: PeriodTracker.Known?, of label: String, day: Period?
  ) -> PeriodTracker.Known? {
    guard let known, let day, known.basis == .inherited, label.ends(with: "余额"), known.period != day else {
      return known
    }
    return PeriodTracker.Known(period: day, basis: .inherited, rules: ["StockOfDay"])
  }
}
