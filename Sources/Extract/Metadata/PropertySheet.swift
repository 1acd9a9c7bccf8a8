import Vocabulary

/// Tells the table of a document's properties (索引号, 发文机关, 成文日期, 主题分类) from a table of data.
///
/// Reads: the labels of a table's lines.
/// Yields: whether there are three different ones at least, one of them such as only documents have.
/// Refuses: tables whose header has 时间 or 来源: data have that too. Tables of more than 80 lines.
struct PropertySheet {
  let fields: LabelledFields

  private static let mostLines = 80
  private static let labelsOfDocuments: Set<PageLabel> = [
    .indexNumber, .documentNumber, .issuer, .written, .title, .topic,
  ]

  /// - Parameter table: the lines of the table.
  func matches(_ table: Range<Int>) -> Bool {
    guard table.count <= Self.mostLines else { return false }
    let names = table.flatMap { index in
      fields.info(index).fields.map { (label: $0.label, name: Array(fields.text[$0.name])) }
    }
    return names.contains { Self.labelsOfDocuments.contains($0.label) } && Set(names.map(\.name)).count >= 3
  }
}
