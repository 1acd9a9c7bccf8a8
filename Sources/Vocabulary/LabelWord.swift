internal import Records

/// A label of a page's info line and the field that it introduces: a row of `labels.tsv`.
public struct LabelWord: Hashable, Sendable {
  /// The label without its colon: 发布时间.
  public let words: String
  /// What stands behind it.
  public let field: PageLabel

  static let columns = ["label", "field"]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    words = table.text(row, "label")
    field = try table.value(row, "field")
  }
}

/// What a label of a page introduces.
public enum PageLabel: String, CaseIterable, Sendable {
  /// The day on which the page came out.
  case published
  /// The day on which the document was signed, 成文日期.
  case written
  /// Who brought it out, 来源.
  case publisher
  /// Who wrote it, 作者.
  case author
  /// Who saw to it, 责任编辑.
  case editor
  /// How often it was read, 浏览次数.
  case counter
  /// A control of the page, 字号.
  case control
  /// The headline, 标题.
  case title
  /// A property of the page that is not kept, 主题分类.
  case topic
  /// The office that issued it, 发文机关.
  case issuer
  /// 索引号.
  case indexNumber = "index_number"
  /// 发文字号.
  case documentNumber = "document_number"
  /// Where it stood first, 原文链接.
  case originalURL = "original_url"
  /// Who runs the site, 主办单位.
  case host
  /// What someone wrote to an office, 来信内容.
  case letter
  /// What the office answered, 回复内容.
  case answer
  /// The day of the answer, 答复时间.
  case answered
  /// The office that answered, 答复单位.
  case respondent
}
