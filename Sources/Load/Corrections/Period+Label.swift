public import Records

extension Period {
  /// Reads a label as `Period.label` writes it; nothing where the text is none.
  public init?(label: some StringProtocol) {
    let parts = label.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = Self.stretch(parts[0]) else { return nil }
    guard parts.count == 2 else {
      self = first
      return
    }
    guard let last = Self.stretch(parts[1]) else { return nil }
    self.init(from: first.start, to: last.end)
  }

  /// A year, a half, a quarter, a month or a day.
  private static func stretch(_ text: some StringProtocol) -> Period? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.utf8.count == 4, let year = Int(year) else { return nil }
    switch parts.count {
    case 1: return Period(year: year)
    case 3: return Day(iso: text).map { Period($0) }
    case 2:
      switch parts[1] {
      case "H1": return Period(year: year, months: 1...6)
      case "H2": return Period(year: year, months: 7...12)
      case "Q1": return Period(year: year, months: 1...3)
      case "Q2": return Period(year: year, months: 4...6)
      case "Q3": return Period(year: year, months: 7...9)
      case "Q4": return Period(year: year, months: 10...12)
      default:
        guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
          return nil
        }
        return Period(year: year, months: month...month)
      }
    default: return nil
    }
  }
}
