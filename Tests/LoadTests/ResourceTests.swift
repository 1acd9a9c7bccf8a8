import Foundation
import Records
import Testing

@testable import Load

@Suite struct ResourceTests {
  static func closed(_ row: ObservationRow) -> ResourceRow {
    Resource.observations.close(Resource.observations.encode(row), [.boolean(true)])
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func observationsHaveTheColumnsOfTheInterfaceFirst() {
    #expect(
      Self.text(Resource.observations.header) == """
        observation_id,document_id,region_code,region_name,place,indicator_id,indicator,measure,status,value,low,high,\
        relation,unit,standard_value,standard_unit,period,period_start,period_end,text,start,end,sentence,section,\
        breakdown,status_note,period_basis,kind,low_closed,high_closed,is_exact,reading,rules,freq,region_level,rule,unit_id,\
        published,tier,flags,preferred

        """)
  }

  @Test func writesAnObservation() {
    let row = Self.closed(Examples.row(of: Examples.farmland))
    #expect(
      Self.text(row.csv) == """
        a1b2,0123456789abcdef,520621,江口县,,cultivated_area,耕地面积,level,actual,123000,,,eq,亩,82000000,m2,2021,\
        2021-01-01,2021-12-31,12.3万亩,6,12,全县耕地面积12.3万亩，其中“水田”5万亩。,一、基本情况 / 农业,,,inherited,area,,,\
        true,strict,noun-before period-from-title,A,county,noun-before,mu,2022-06-29,reprint,out_of_range,true

        """)
    #expect(
      Self.text(row.json) == """
        {"observation_id":"a1b2","document_id":"0123456789abcdef","region_code":"520621","region_name":"江口县",\
        "place":null,"indicator_id":"cultivated_area","indicator":"耕地面积","measure":"level","status":"actual",\
        "value":123000,"low":null,"high":null,"relation":"eq","unit":"亩","standard_value":82000000,\
        "standard_unit":"m2","period":"2021","period_start":"2021-01-01","period_end":"2021-12-31",\
        "text":"12.3万亩","start":6,"end":12,"sentence":"全县耕地面积12.3万亩，其中“水田”5万亩。",\
        "section":"一、基本情况 / 农业","breakdown":"","status_note":null,"period_basis":"inherited","kind":"area","low_closed":null,\
        "high_closed":null,"is_exact":true,"reading":"strict","rules":"noun-before period-from-title","freq":"A",\
        "region_level":"county","rule":"noun-before","unit_id":"mu","published":"2022-06-29","tier":"reprint",\
        "flags":"out_of_range","preferred":true}
        """)
  }

  @Test func writesARangeWithItsBounds() {
    #expect(
      Self.text(Self.closed(ObservationRow(Examples.range)).csv) == """
        c3,0123456789abcdef,,,坝盘镇,,户均增收,change,target,,30000,50000,range,元,,CNY,,,,3—5万元,40,45,,,\
        group=脱贫户,,,money,true,false,,normal,,,,,,,,,true

        """)
  }

  @Test func writesADocument() {
    var document = Document(id: "0123456789abcdef", source: "pages/a,b.html", charset: "gb18030")
    document.title = "江口县：\"党建\"引领"
    document.published = Day(2022, 6, 29)
    document.publisher = "贵州党建云"
    document.tier = .reprint
    document.text = "全县\n𠮷"
    #expect(
      Self.text(Resource.documents.close(Resource.documents.encode(document), duplicateOf: nil).csv) == """
        0123456789abcdef,"pages/a,b.html",article,gb18030,"江口县：""党建""引领",2022-06-29,,贵州党建云,,,reprint,4,

        """)
  }

  @Test func writesACitation() {
    let citation = Citation(documentID: "d", title: "乡村振兴促进法", span: ScalarSpan(3, 12))
    #expect(Self.text(Resource.citations.encode(citation).csv) == "d,乡村振兴促进法,3,12\n")
  }

  @Test func findingsKnowTheirPlaceInScalars() {
    var document = Document(id: "d", source: "a.html")
    document.text = "亩产𠮷千克"
    document.findings = [
      Finding(.unknownUnit, "the unit 𠮷 is not in the tables", at: ByteSpan(6, 10)),
      Finding(.wrongCharset, "declared gb2312"),
    ]
    let rows = FindingRow.rows(of: document, and: [Finding(.noIndicator, "no subject", at: ByteSpan(0, 3))])
    #expect(
      rows.map { Self.text(Resource.findings.encode($0).csv) } == [
        "d,a.html,wrong_charset,declared gb2312,,,\n", "d,a.html,no_indicator,no subject,亩,0,1\n",
        "d,a.html,unknown_unit,the unit 𠮷 is not in the tables,𠮷,2,3\n",
      ])
  }

  @Test func aFileThatCouldNotBeReadHasNoDocument() {
    let row = FindingRow(source: "b.html", code: .unreadableFile, message: "is no file")
    #expect(Self.text(Resource.findings.encode(row).csv) == ",b.html,unreadable_file,is no file,,,\n")
  }

  /// CSV, JSON and the appended JSON say the same, column by column.
  @Test(arguments: [Examples.farmland, Examples.range].indices)
  func bothFormatsSayTheSame(_ index: Int) throws {
    let example = Examples.row(of: [Examples.farmland, Examples.range][index])
    let row = Self.closed(example)
    let record = try #require(try CSVParser.records(Resource.observations.header + row.csv).last)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(row.json)) as? [String: Any])
    #expect(object.count == record.count)
    for (field, cell) in zip(Resource.observations.schema.fields, record) {
      let value = try #require(object[field.name])
      switch field.type {
      case .boolean: #expect((value as? Bool).map { $0 ? "true" : "false" } ?? "" == cell)
      case .string, .date: #expect((value as? String) ?? "" == cell)
      case .integer, .number: #expect((value as? NSNumber)?.stringValue ?? "" == cell)
      }
    }
    var appended = Array("before".utf8)
    Resource.observations.appendJSON(example, to: &appended)
    let open = Array("before".utf8) + row.json.dropLast(#","preferred":true}"#.utf8.count)
    #expect(appended == open + [UInt8(ascii: "}")])
  }
}
