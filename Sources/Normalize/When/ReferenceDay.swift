internal import Quantities
internal import Records

/// The day that times without a year are told against: that of publication, or, where none is known, the last one of the year
/// that the title names. 二季度 under 2024年经济运行情况 is then that year's.
struct ReferenceDay {
  /// The day, where there is one.
  let day: Day?
  private let isFromTitle: Bool

  init(_ document: Document, _ annotator: Annotator) {
    if let published = document.published {
      (day, isFromTitle) = (published, false)
      return
    }
    // A report of 2014 looks back on 2013, and a plan ahead.
    let others = ["工作报告", "规划", "计划", "纲要", "安排", "要点", "意见", "方案"]
    if let title = document.title, others.contains(where: { title.holds($0) }) {
      (day, isFromTitle) = (nil, false)
      return
    }
    let mentions = document.title.map { annotator.annotate($0, published: nil).periods } ?? []
    let years = Set(
      mentions.filter { $0.period.start.year == $0.period.end.year && $0.period.start != $0.period.end }.map(
        \.period.end.year))
    day = years.count == 1 ? years.first.flatMap { Day($0, 12, 31) } : nil
    isFromTitle = true
  }

  /// Leaves out times that only a day of publication can tell: 本月, 昨日, 近五年.
  func prune(_ periods: inout [PeriodMention]) {
    guard isFromTitle, day != nil else { return }
    periods.removeAll { mention in
      mention.basis == .relative && !mention.rules.allSatisfy(Self.parts.contains)
    }
  }

  /// The rules that read parts of a year, and years against that one (上年, 今年).
  private static let parts: Set<String> = [
    "HalfYear", "Quarter", "Month", "TenDays", "PeriodEdge", "PeriodRange", "InheritedYear", "AsOf",
    "RelativeYear", "SamePeriod", "WholeYear",
  ]
}
