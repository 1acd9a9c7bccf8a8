import Records
import Report

/// A small set of our own, as it would be read back.
enum Example {
  static let header = [
    "observation_id", "document_id", "region_code", "region_name", "place", "indicator_id", "indicator",
    "measure",
    "status", "value", "relation", "unit", "standard_value", "standard_unit", "period", "period_start",
    "period_end",
    "text", "start", "end", "sentence", "period_basis", "rules",
  ]
  static let columns = TableColumns(header)

  static let note = DocumentNote(
    title: "江口县2021年统计公报", source: "https://www.example.gov.cn/a.html", published: "2022-04-01",
    tier: "statistics")

  /// A figure about 江口县 for a year, with cells that differ from the usual ones.
  static func figure(_ id: String, _ year: Int, _ changes: [String: String]) -> Figure {
    var cells = [
      "observation_id": id, "document_id": "aa00", "region_code": "520621", "region_name": "江口县",
      "indicator_id": "gdp", "indicator": "地区生产总值", "measure": "level", "status": "actual", "relation": "eq",
      "unit": "元", "standard_unit": "CNY", "period": "\(year)", "period_start": "\(year)-01-01",
      "period_end": "\(year)-12-31", "start": "0", "end": "1", "period_basis": "stated",
      "rules": "ArabicLiteral UnitReader",
    ]
    cells["standard_value"] = changes["value"]
    cells.merge(changes) { $1 }
    return Figure(TableRow(columns, header.map { cells[$0] ?? "" }), of: note)
  }

  /// A document of a heading, a paragraph and a table.
  static var document: Document {
    var document = Document(id: "aa00", source: note.source)
    document.title = note.title
    document.published = Day(2022, 4, 1)
    document.tier = .statistics
    document.originalURL = "javascript:alert(1)"
    document.text = "一、综合\n2021年，江口县生产总值85.2亿元，电话0856-6621234。\n指标\t2021年\n粮食产量\t<b>9.3</b>"
    let text = document.text
    document.blocks = [
      Block(.heading, level: 2, span: span(of: "一、综合", in: text)),
      Block(.paragraph, span: span(of: "2021年，江口县生产总值85.2亿元，电话0856-6621234。", in: text)),
      Block(.table, span: span(of: "指标\t2021年\n粮食产量\t<b>9.3</b>", in: text)),
    ]
    let table = document.blocks[2].span
    document.tables = [
      DataTable(
        caption: "表1", unit: "万吨", columnCount: 2,
        cells: [
          DataTable.Cell(row: 0, column: 0, isHeader: true, span: span(of: "指标", in: text)),
          DataTable.Cell(
            row: 0, column: 1, isHeader: true, span: span(of: "2021年", in: text, after: table.start)),
          DataTable.Cell(row: 1, column: 0, isHeader: true, span: span(of: "粮食产量", in: text)),
          DataTable.Cell(row: 1, column: 1, span: span(of: "<b>9.3</b>", in: text)),
        ], span: table)
    ]
    return document
  }

  static var sheet: EvidenceSheet {
    let document = document
    let year = span(of: "2021年", in: document.text)
    var sheet = EvidenceSheet(document)
    sheet.knowsRefusals = true
    sheet.remarks = [Remark(code: "wrong_charset", message: "says gb2312, is utf-8")]
    sheet.marks = [
      NumberMark(
        at: span(of: "85.2亿元", in: document.text),
        .observed(
          figure("0001", 2021, ["value": "8520000000", "text": "85.2亿元", "sentence": "…<i>…"]),
          Provenance(period: .words(year), region: .title))),
      NumberMark(at: span(of: "0856-6621234", in: document.text), .refused(rule: "TelephoneNumber")),
      NumberMark(
        at: span(of: "<b>9.3</b>", in: document.text),
        .quarantined(
          figure("0002", 2021, ["indicator_id": "", "indicator": "粮食产量", "value": "9.3", "unit": "万吨"]),
          reason: "beyond what can be")),
      NumberMark(
        at: span(of: "9.3", in: document.text),
        .doubted(Remark(code: "out_of_range", message: "is \"large\""))),
      NumberMark(at: year, .time("2021")),
    ]
    return sheet
  }

  /// Where `words` stand in `text`, in bytes.
  static func span(of words: String, in text: String, after start: Int = 0) -> ByteSpan {
    let (word, all) = (Array(words.utf8), Array(text.utf8))
    let place = (start...all.count - word.count).first { all[$0..<$0 + word.count].elementsEqual(word) } ?? 0
    return ByteSpan(place, place + word.count)
  }
}
