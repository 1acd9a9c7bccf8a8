internal import Records
internal import Vocabulary

/// What a heading of a high level says of the sections below it.
struct HeadingKind {
  let level: Int
  let period: Period?
  /// Whether plans stand below it: 下一年工作安排.
  let isPlan: Bool
  /// Whether what was done does: 工作回顾, and goals that were met.
  let isReview: Bool
  /// Whether it says what comes next, whatever part it stands in: 下一步工作打算.
  let isNext: Bool
  /// Whether it reads as the title of a report.
  let isReport: Bool

  /// - Parameter isBegun: whether its year has hardly begun at publication.
  init(_ span: ByteSpan, level: Int, of period: Period?, isBegun: Bool, _ context: Context) {
    (self.level, self.period) = (level, period)
    let classes = context.words.classes(in: context.text, span)
    isReview = classes.contains(.review) || HeadingLine.isMet(context.text, span)
    isPlan = !isReview && (isBegun || classes.contains(.plan) || classes.contains(.target))
    isNext =
      isPlan
      && ["下一步", "下步", "今后", "打算", "明年", "工作安排", "工作计划"].contains { (word: StaticString) in
        context.text.holds(word, in: span)
      }
    isReport = ["报告", "公报"].contains { (word: StaticString) in context.text.has(word, endingAt: span.end) }
  }
}

/// The part of a document that its sections 一、二、三、 stand in: 2018年工作回顾, 2019年工作安排.
///
/// A heading without a number that tells of what was done or is planned begins a part, whose time and status hold until the next such heading;
/// the numbered headings below it count their sections. Without such parts each numbered heading of the highest level is one of its own.
struct DocumentPart {
  /// The time of the part, for the sections that name none.
  private(set) var period: Period?
  /// Whether plans stand in the section.
  private(set) var isPlan = false
  /// Whether its heading looks back.
  private(set) var isReview = false
  private var isPlanOfPart = false
  private var isInPart = false

  mutating func enter(_ heading: HeadingKind, isTitle: Bool) {
    let decides = heading.isPlan || heading.isReview
    isReview = heading.isReview || (isReview && !heading.isPlan && heading.level > 2)
    if heading.level == 1, decides, !isTitle, !heading.isReport {
      (period, isPlan, isPlanOfPart, isInPart) = (heading.period, heading.isPlan, heading.isPlan, true)
    } else if isInPart, heading.isNext, !isPlanOfPart {
      (period, isPlan, isInPart) = (nil, true, false)
    } else if isInPart, !(decides && heading.period != nil) {
      // 一、坚持规划引领 under a review plans nothing.
      isPlan = isPlanOfPart && !heading.isReview
    } else {
      (period, isPlan, isInPart) = (nil, heading.isPlan, false)
    }
  }
}
