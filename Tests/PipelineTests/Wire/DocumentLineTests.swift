import Foundation
import Records
import Testing

@testable import Pipeline

@Suite struct DocumentLineTests {
  static let text = "农业𠮷\n指标\t2021年\n面积\t12.3万亩"

  static func span(_ part: String) -> ByteSpan {
    guard let range = text.range(of: part) else { preconditionFailure("\(part) is not in the text") }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return ByteSpan(start, start + part.utf8.count)
  }

  static var document: Document {
    var document = Document(id: "0123456789abcdef", source: "页/a.html", kind: .article, charset: "gb18030")
    document.title = "江口县“党建”\"引领\""
    document.published = Day(2022, 6, 29)
    document.author = "佚名"
    document.publisher = "贵州党建云"
    document.originalURL = "https://example.org/1"
    document.regionCode = "520621"
    document.tier = .reprint
    document.site = "江口县人民政府门户网站"
    document.nextPage = "页/a_2.html"
    document.issuer = "江口县人民政府"
    document.documentNumber = "江府发〔2022〕5号"
    document.rules = ["title": "title_line", "published": "info_line"]
    document.text = text
    document.blocks = [
      Block(.heading, level: 2, span: span("农业𠮷")), Block(.table, span: span("指标\t2021年\n面积\t12.3万亩")),
    ]
    document.tables = [
      DataTable(
        caption: "表1", unit: "万亩", columnCount: 2,
        cells: [
          DataTable.Cell(row: 0, column: 0, isHeader: true, span: span("指标")),
          DataTable.Cell(
            row: 1, column: 1, rowSpan: 1, columnSpan: 2, rowPath: ["农业", "面积"], columnPath: ["2021年"],
            unit: "亩",
            span: span("12.3万亩")),
        ], span: span("指标\t2021年\n面积\t12.3万亩"))
    ]
    document.findings = [
      Finding(.undecodableBytes, "2 bytes", at: span("𠮷")), Finding(.wrongCharset, "declared gb2312"),
    ]
    return document
  }

  static func line(_ document: Document) -> String {
    var bytes: [UInt8] = []
    DocumentLine.append(document, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func writesEveryPart() {
    #expect(
      Self.line(Self.document) == #"""
        {"document_id":"0123456789abcdef","source":"页/a.html","kind":"article","charset":"gb18030",\#
        "title":"江口县“党建”\"引领\"","published":"2022-06-29","author":"佚名","publisher":"贵州党建云",\#
        "original_url":"https://example.org/1","region_code":"520621","tier":"reprint",\#
        "site":"江口县人民政府门户网站","next_page":"页/a_2.html","issuer":"江口县人民政府","document_number":"江府发〔2022〕5号",\#
        "rules":{"published":"info_line","title":"title_line"},\#
        "text":"农业𠮷\n指标\t2021年\n面积\t12.3万亩",\#
        "blocks":[{"kind":"heading","level":2,"start":0,"end":3},{"kind":"table","level":0,"start":4,"end":22}],\#
        "tables":[{"caption":"表1","unit":"万亩","column_count":2,"start":4,"end":22,"cells":[\#
        {"row":0,"column":0,"row_span":1,"column_span":1,"is_header":true,"row_path":[],"column_path":[],"unit":null,"start":4,"end":6},\#
        {"row":1,"column":1,"row_span":1,"column_span":2,"is_header":false,"row_path":["农业","面积"],"column_path":["2021年"],"unit":"亩","start":16,"end":22}]}],\#
        "findings":[{"code":"undecodable_bytes","message":"2 bytes","start":2,"end":3},\#
        {"code":"wrong_charset","message":"declared gb2312"}]}

        """#)
  }

  /// What is written is read back without a loss: written again, it is the same.
  @Test func readsBackWhatItWrites() throws {
    var empty = Document(id: "e", source: "-", kind: .empty)
    empty.findings = [Finding(.noArticle, "nothing to read")]
    for document in [Self.document, empty] {
      let line = Self.line(document)
      let read = try reading(line) { try DocumentLine.read($0) }
      #expect(Self.line(read) == line)
      #expect(read.blocks == document.blocks)
      #expect(read.tables == document.tables)
      #expect(read.findings == document.findings)
      #expect(
        read.text == document.text && read.published == document.published && read.tier == document.tier)
    }
  }

  /// Spans can stand before the text that they count in.
  @Test func theOrderOfKeysDoesNotMatter() throws {
    let line =
      #"{"blocks":[{"end":2,"start":1,"kind":"item","new":[1]}],"more":{"a":1},"text":"县志","source":"-","document_id":"d"}"#
    let document = try reading(line) { try DocumentLine.read($0) }
    #expect(document.blocks == [Block(.item, span: ByteSpan(3, 6))])
    #expect(document.kind == .article)
  }

  static let start = #"{"document_id":"d","source":"-","text":"县志""#

  @Test(arguments: [
    ("[]", #"in.jsonl:3:1: expected an object, found "[""#),
    ("{", "in.jsonl:3:2: expected a key in quotes, found the end"),
    (#"{"document_id":"d"}"#, "in.jsonl:3: source: is missing"),
    (#"{"source":"县","text":1}"#, #"in.jsonl:3:22: expected a string, found "1""#),
    (
      start + #","published":"2022-02-30"}"#,
      #"in.jsonl:3:57: expected a day such as 2022-06-29, found "2022-02-30""#
    ),
    (
      start + #","kind":"page"}"#,
      #"in.jsonl:3:52: expected one of article, list, error, empty, found "page""#
    ),
    (start + #","title":1}"#, #"in.jsonl:3:53: expected a string or null, found "1""#),
    (
      start + #","blocks":[{"kind":"item","start":1,"end":3}]}"#,
      "in.jsonl:3: blocks[0]: 1 to 3 does not lie in the text, which has 2 characters"
    ),
    (
      start + #","blocks":[{"kind":"item","start":-1,"end":1}]}"#,
      "in.jsonl:3: blocks[0]: -1 to 1 does not lie in the text, which has 2 characters"
    ),
    (
      start + #","blocks":[{"kind":"item","start":2,"end":1}]}"#,
      "in.jsonl:3: blocks[0]: 2 to 1 does not lie in the text, which has 2 characters"
    ),
    (start + #","blocks":[{"start":1.5}]}"#, "in.jsonl:3:64: expected a whole number, found 1.5"),
    (
      start + #","tables":[{"cells":[{"start":0,"end":9}]}]}"#,
      "in.jsonl:3: tables[0].cells[0]: 0 to 9 does not lie in the text, which has 2 characters"
    ),
    (start + #","findings":[{"message":"m"}]}"#, "in.jsonl:3: findings[0].code: is missing"),
    (start + "} {", #"in.jsonl:3:46: expected the end, found "{""#),
    (start + #","text":"志"}"#, #"in.jsonl:3:45: the key "text" stands twice in one object"#),
  ])
  func refuses(_ line: String, _ expected: String) {
    #expect(message(line) { try DocumentLine.read($0).id } == expected)
  }
}
