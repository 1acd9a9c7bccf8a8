public import Records

/// A word of the prose that carries statements, as `words.tsv` has it: not what is stated, but how.
public struct Word: Sendable {
  /// The word.
  public let text: String
  /// What it does in a sentence.
  public let wordClass: WordClass

  /// The columns of the table.
  static let columns = ["word", "class", "note"]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    guard let wordClass = WordClass(rawValue: table.text(row, "class")) else {
      throw table.fault(row, "class", "\"\(table.text(row, "class"))\" is no class of words")
    }
    self.wordClass = wordClass
    text = table.text(row, "word")
  }
}

/// What a word does in a sentence that states numbers.
public enum WordClass: String, CaseIterable, Sendable {
  /// Parts what is stated from its number and belongs to neither: 共有 达 建成.
  case verb
  /// The same at the head of a clause, part of a name behind a noun: 发展.
  case verbal
  /// A deed that belongs to the name of what is counted: 新建 改造 培训.
  case act
  /// Growth: 增长 提高.
  case up
  /// Fall: 下降 减少.
  case down
  /// Growth right before a number, else a verb as 发展 is: 提升 加快.
  case raise
  /// Leads to the level that was reached: 达到 增加到 降至.
  case reach
  /// Says against what a change is: 同比 比上年.
  case compare
  /// Leads to what it is compared with: 比 较.
  case than
  /// Above another region or a total: 高于.
  case above
  /// Below another region or a total: 低于.
  case below
  /// A part of a whole: 占 占比 比重.
  case share
  /// The pace of a change as a noun: 增速 涨幅.
  case rate
  /// A place in an order: 位居 排名.
  case rank
  /// Says that it is a plan, a goal or a forecast: 力争 预期.
  case target
  /// The same where a verb of reaching or doing follows: 要.
  case intent
  /// The same in headings: 工作目标 下一步.
  case plan
  /// Says in a heading that it looks back: 回顾 完成情况.
  case review
  /// Says that it is not final: 预计 初步核算.
  case estimate
  /// Stands before verbs and numbers and states nothing: 累计 全部.
  case adverb
  /// A rate's base: 每 每户.
  case each
  /// Leads to the parts of what was said: 其中.
  case among
  /// Deals numbers out to a list: 分别.
  case respectively
  /// Joins nouns: 和 及.
  case joint
  /// Joins a noun to what it belongs to: 的.
  case of
  /// Leads to where a change began: 由 从.
  case from
  /// Closes a list of examples: 等.
  case etc
  /// Measures something that is named elsewhere: 产量 总投资.
  case relational
  /// People and things of an institution that is named elsewhere: 在校学生 床位.
  case member
  /// The time of writing: 目前 现有.
  case now
  /// A time without a date: 近年来.
  case vague
  /// The week from 1 October: 国庆长假.
  case holiday
  /// Makes the time before it a beginning: 以来.
  case since
  /// Leads to a time that is background: 成立于.
  case founded
  /// The whole of the place that the text is about: 全县 我市.
  case scope
  /// Ends the name of an institution: 小学 水库.
  case institution
  /// Ends the name of a town or village: 镇 村.
  case settlement
  /// Looks like such a name and is none: 贫困村 建制镇.
  case generic
  /// A part of a place that has no code: 中心城区.
  case district
  /// What a speech counts and statistics do not: 方面 亮点 环节.
  case rhetoric
  /// Says how something went, without a number: 增势良好 稳中有升.
  case trend
  /// Belongs to the number before it: 大关.
  case about
  /// A noun that holds a word of another class and stays whole: 占地面积 有效.
  case noun
}
