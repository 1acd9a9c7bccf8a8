internal import Records

/// A sentence that announces what is to be done, and no heading: 今年，我们要重点抓好以下工作：; 今年的主要任务是：; 为实现上述目标，突出抓好以下工作：.
enum PlanLead {
  /// Whether a sentence is one. What has been done is none: 一年来，我们主要抓了以下工作：.
  ///
  /// - Parameter isBehindGoals: whether goals were set before: what 重点抓好以下工作 leads to is then done for them.
  static func announces(_ text: Bytes, _ span: ByteSpan, isBehindGoals: Bool) -> Bool {
    guard span.count <= 240, holds(list, text, span), !holds(past, text, span) else { return false }
    if holds(aims, text, span) { return true }
    let isTask = holds(tasks, text, span)
    if holds(coming, text, span) { return isTask || holds(intents, text, span) }
    return isBehindGoals && (isTask || holds(imperatives, text, span))
  }

  /// What leads to a list.
  private static let list: [StaticString] = [
    "以下", "如下", "下列", "下述", "下面", "方面的工作", "项工作", "件事", "几点", "是：", "是:", "有：", "为：", "任务：", "重点：", "工作：",
  ]
  /// What was done or is being looked back on.
  private static let past: [StaticString] = [
    "去年", "过去", "年来", "以来", "上年", "回顾", "已", "做了", "抓了", "开展了", "完成了", "取得了", "采取了", "实施了", "好了", "了以下",
    "了如下", "了几", "存在", "原因", "问题",
    "经验", "体会", "特点", "成绩", "成效",
  ]
  /// What is worked for.
  private static let aims: [StaticString] = [
    "实现上述", "实现以上", "实现这一", "实现这些", "完成上述", "完成以上", "围绕上述", "围绕以上", "围绕这一", "围绕这些", "达到上述", "做好今年", "做好明年",
    "做好新一年", "完成今年", "实现今年",
    "今年的主要任务", "今年的工作任务", "今年的重点", "今年工作的重点", "今年政府工作的重点", "今年工作的主要任务",
  ]
  /// The time that lies ahead.
  private static let coming: [StaticString] = [
    "今年", "明年", "新的一年", "新一年", "今后", "未来", "下一步", "下步", "下半年", "年，我们", "年我们", "年要", "年将",
  ]
  private static let intents: [StaticString] = ["要", "将", "必须", "需", "应", "拟", "计划", "打算"]
  private static let tasks: [StaticString] = ["主要任务", "重点任务", "工作任务", "工作重点", "工作的重点", "重点工作", "主要工作是"]
  private static let imperatives: [StaticString] = [
    "要", "将", "必须", "重点抓好", "着力抓好", "突出抓好", "切实抓好", "认真抓好", "全力抓好", "重点做好", "着力做好", "着重抓好",
  ]

  private static func holds(_ words: [StaticString], _ text: Bytes, _ span: ByteSpan) -> Bool {
    words.contains { text.holds($0, in: span) }
  }
}

/// The plans that such a sentence of a report leads to: up to a heading that is not below them, or that looks back.
struct PlanBelowLead {
  private(set) var holds = false
  /// The level of the heading that the sentence stands under.
  private var enclosing: Int?
  /// The level of the headings of the list.
  private var listed: Int?

  mutating func open(under level: Int?) { (holds, enclosing, listed) = (true, level, nil) }

  mutating func enter(level: Int, isReview: Bool) {
    guard holds else { return }
    if isReview || enclosing.map({ level <= $0 }) ?? false || listed.map({ level < $0 }) ?? false {
      holds = false
    } else if listed == nil {
      listed = level
    }
  }
}
