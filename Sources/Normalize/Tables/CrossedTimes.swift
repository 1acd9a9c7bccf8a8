internal import Records

/// The time of a cell whose row and column each give a part of it: the row 1月 below the column 2012年, the column 年末人口 beside the
/// row 1990.
///
/// Reads: a whole year, and a part of a year that names none.
/// Yields: that part of that year.
/// Refuses: two times that are each complete; the column's is the cell's then.
enum CrossedTimes {
  /// - Parameters:
  ///   - isColumnOpen: whether the column's time names no year of its own.
  ///   - isRowOpen: the same of the row's.
  static func period(column: Period?, isColumnOpen: Bool, row: Period?, isRowOpen: Bool) -> Period? {
    guard let column, let row, isColumnOpen != isRowOpen else { return nil }
    let (part, year) = isColumnOpen ? (column, row) : (row, column)
    guard year == Period(year: year.end.year) else { return nil }
    return part.shifted(to: year.end.year)
  }
}
