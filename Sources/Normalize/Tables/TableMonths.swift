internal import Records

/// Months and quarters that head rows without a year go on from the row above: 2020年11月, 12月, 1月 ends in January 2021.
struct TableMonths {
  private var last: Period?
  /// The row's time, where the rows above tell its year.
  private(set) var period: Period?

  mutating func begin(row: TableHeading) {
    period = nil
    guard let own = row.period else { return }
    if row.isYearOpen, let last, last.start.year == last.end.year {
      let year = last.end.year + (own.end.month > last.end.month ? 0 : 1)
      period = own.shifted(to: year)
    }
    last = period ?? (row.isYearOpen ? last : own)
  }
}
