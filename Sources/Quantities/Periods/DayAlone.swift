import Records

/// Reads: a day without its month, as news have it: 14日宣布, 9日，…, 19日晚.
/// Yields: the last such day up to that of publication.
/// Refuses: durations: 30日内, 5日前, 历时15日, 7日以上.
enum DayAlone {
  private static let behind: WordList = [
    "内", "以", "之", "前", "后", "左右", "游", "余", "多", "期限", "的", "工期", "时间", "龄", "假",
  ]
  private static let before: WordList = [
    "历时", "为期", "期限", "超过", "连续", "满", "达", "不", "近", "共", "约", "至少", "每", "逾", "间隔", "延长", "短短", "用时",
  ]

  /// Whether the words around N日 tell a duration.
  static func isDuration(_ text: Prose, _ start: Int, _ end: Int) -> Bool {
    text.end(ofAny: behind, at: end) != nil
      || text.start(ofAny: before, before: text.skippingSpaces(before: start)) != nil
  }

  static func read(_ text: Prose, at start: Int, _ published: Day?) -> Moment? {
    guard let number = SmallNumber(text, at: start), (1...31).contains(number.value), number.count <= 3,
      text.isAny("日", at: number.end)
    else { return nil }
    let end = text.next(number.end)
    guard !isDuration(text, start, end), !text.glyph(before: start).isNumeral,
      !text.isAny("月/-—.", before: start),
      !text.isAny("报本常志元", at: end), number.isArabic || number.count > 1
    else { return nil }
    var moment = Moment(start: start, end: end)
    moment.basis = .relative
    moment.rules = ["DayAlone"]
    guard let published else { return moment }
    let isPast = number.value <= published.day
    guard let month = isPast ? published : Calendar.months(published, plus: -1) else { return moment }
    moment.stretch = Day(month.year, month.month, number.value).map { Period($0) }
    return moment
  }
}
