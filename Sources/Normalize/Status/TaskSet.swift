internal import Records
internal import Vocabulary

/// A task that is set is aimed at: 上级下达搬迁任务1100户5000人, 造林任务为3万亩; not 完成造林任务2万亩.
enum TaskSet {
  static func holds(_ site: Site, _ reading: MeasureReading) -> Bool {
    guard reading.measure == .level,
      let task = site.clause.last(where: {
        $0 < site.index && site.text.has("任务", endingAt: site.tokens[$0].span.end)
      })
    else { return false }
    for index in task + 1..<site.index {
      // 任务的80%, 任务户建房: other things than the task.
      if site.tokens[index].kind == .word(.of) || site.tokens[index].kind.isNominal { return false }
    }
    return !site.clause.contains { index in
      let start = site.tokens[index].span.start
      return ["完成", "超额", "超过", "已", "占", "落实", "实现"].contains { (word: StaticString) in
        site.text.has(word, at: start)
      }
    }
  }
}
