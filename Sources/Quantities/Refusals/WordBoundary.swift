import Records
import Vocabulary

/// Reads: a lone Chinese digit, its measure word and what follows.
/// Yields: whether the measure word is the beginning of another word: 一位于 is no 一位.
/// Refuses: nothing.
enum WordBoundary {
  private static let words = Lexicon(beginnings.map { (word: $0, payload: 0) })

  private static let beginnings = [
    "位于", "位置", "面积", "面向", "面对", "面临", "面貌", "组织", "组建", "组成", "处理", "处于", "处罚", "次数", "道路", "道德", "条件",
    "条例",
    "家庭", "家长", "家园", "家乡", "家人", "家老", "家子", "门户", "口岸", "场地", "级别", "级联", "项目", "部门", "部分", "部署", "部队",
    "批准", "批评", "批发",
    "元素", "元旦",
    "元化", "元月", "元宵", "元结构", "元论", "户籍", "户外", "人民", "人口", "人才", "人员", "人均", "人大", "名称", "名单", "名录", "个体",
    "个性", "种植", "种子",
    "种养", "层次", "层级", "站点", "所有", "所在", "所以", "所属", "所谓", "台湾", "点击", "件事", "期间", "年级", "年轻", "年年", "天然",
    "天气", "代表", "代理",
    "手抓", "手续", "头领", "头痛", "路径", "路线", "线城市", "起来", "起步", "角形", "角洲", "角债", "维码", "声令", "体化", "体系", "等奖",
    "等功", "等品", "股劲",
    "会议", "会场", "座谈", "套路", "台账", "行政", "行为", "级甲等", "级乙等", "米阳光", "本书", "本账", "期工程", "村民", "县城", "市场", "区域",
    "镇区", "类地区",
    "产业", "农户", "户一", "人一", "村一", "县一", "家一", "岗一", "事一", "课一", "月份", "日游", "日报", "天到", "路走", "路同",
  ]

  /// Words that begin with the name of a unit and follow numbers of any writing: 工业4.0升级.
  static let verbs: WordList = [
    "升级", "升至", "升高", "升温", "升入", "升任", "升降", "分别", "克服", "克难", "元旦", "元宵", "米粉", "天然", "年轻",
  ]

  static func isCut(_ text: Prose, _ draft: Draft) -> Bool {
    words.longestMatch(in: text.bytes, at: draft.numeral.end) != nil
  }
}
