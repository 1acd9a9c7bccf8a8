public import Records

extension Resource where Row == Citation {
  /// One row for each law, plan or rule that a document cites.
  public static let citations = Resource(
    name: "citations", title: "Citations", chineseTitle: "引用文件",
    description: """
      One row for each title that a document cites between 《 and 》. Sorted by document_id, start and end, \
      bytewise.
      """,
    columns: columns, primaryKey: ["document_id", "start"], foreignKeys: [.document]
  ) { row, key in
    key.add(row.documentID)
    key.add(row.span.start)
    key.add(row.span.end)
    key.add(row.title)
  }

  private static var columns: [Column<Citation>] {
    [
      Column(
        Field("document_id", "Document", "文档编号", .string, where: .required, "The document that cites it.")
      ) { .text($0.documentID) },
      Column(
        Field("title", "Title", "文件名称", .string, where: .required, "The title between the marks.")
      ) { .text($0.title) },
      Column(
        Field(
          "start", "Start", "起始位置", .integer, where: .requiredOffset,
          "Where 《 stands in the document's text: Unicode scalars before it.")
      ) { .integer($0.span.start) },
      Column(
        Field(
          "end", "End", "结束位置", .integer, where: .requiredOffset,
          "Where 》 ends in the document's text: Unicode scalars before its end.")
      ) { .integer($0.span.end) },
    ]
  }
}
