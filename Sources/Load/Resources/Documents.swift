public import Records

extension Resource where Row == Document {
  /// One row for each page that was read.
  public static let documents = Resource(
    name: "documents", title: "Documents", chineseTitle: "文档",
    description: """
      One row for each page that was read; one for an article that is cut into several. Sorted by document_id, bytewise.
      """,
    columns: columns, lateFields: [duplicateOf], primaryKey: ["document_id"],
    foreignKeys: [
      .region, ForeignKey(field: "duplicate_of", resource: "documents", referencedField: "document_id"),
    ]
  ) { row, key in
    key.add(row.id)
    key.add(row.source)
  }

  private static var columns: [Column<Document>] {
    [
      Column(
        Field(
          "document_id", "Document", "文档编号", .string, where: .required,
          """
          A name for the page's bytes: the first 16 hexadecimal digits of their SHA-256. Of an article in several pages it \
          is that of the names of all, one a line.
          """)
      ) { .text($0.id) },
      Column(
        Field(
          "source", "Source", "来源地址", .string, where: .required, "The file or URL that the page came from.")
      ) { .text($0.source) },
      Column(
        Field(
          "kind", "Kind", "页面类别", .string, where: .one(of: PageKind.self, required: true),
          """
          article: it has a main text. list: it leads to articles. error: it says that something went wrong. \
          empty: it has nothing to read.
          """)
      ) { .code($0.kind) },
      Column(
        Field("charset", "Charset", "字符集", .string, "The character set that the bytes were read in.")
      ) { .text($0.charset) },
      Column(
        Field("title", "Title", "标题", .string, "The headline, without the name of the site.")
      ) { .text($0.title) },
      Column(
        Field("published", "Published", "发布日期", .date, "The day on which it came out.")
      ) { .day($0.published) },
      Column(Field("author", "Author", "作者", .string, "Who wrote it.")) { .text($0.author) },
      Column(
        Field("publisher", "Publisher", "来源", .string, "Who brought it out.")
      ) { .text($0.publisher) },
      Column(
        Field("original_url", "Original link", "原文链接", .string, "Where it stood first.")
      ) { .text($0.originalURL) },
      Column(
        Field(
          "region_code", "Region code", "行政区划代码", .string, where: .regionCode, concept: "REF_AREA",
          "The code of GB/T 2260 of the place that its source is about, as the source was described.")
      ) { .text($0.regionCode) },
      Column(
        Field(
          "tier", "Tier", "来源层级", .string, where: .one(of: Tier.self),
          "Who speaks: a statistics bureau, a government, media, or whoever prints it again.")
      ) { .code($0.tier) },
      Column(
        Field(
          "text_length", "Length", "正文字数", .integer, where: .requiredOffset,
          "How many Unicode scalars its main text has: the offsets of its observations lie below.")
      ) { .integer($0.text.unicodeScalars.count) },
    ]
  }

  /// The last column: it is known when all documents are together.
  private static var duplicateOf: Field {
    Field(
      "duplicate_of", "Duplicate of", "重复于", .string,
      """
      The document that this one prints again, by the likeness of their texts: the first of its kind by tier, date and \
      document_id. Missing where there is none.
      """)
  }

  /// The row with the document that it prints again.
  public func close(_ row: ResourceRow, duplicateOf original: String?) -> ResourceRow {
    close(row, [.text(original)])
  }
}
