import Foundation
import TestSupport
import Testing

/// What a run makes of its pages together: articles in several pages, blocks that a site repeats.
@Suite struct BatchTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try configure()
  }

  private func configure(_ options: String = "{}", files: [String]? = nil, texts: Bool = false) throws {
    let place =
      files.map { #""files": [\#($0.map { "\"\($0)\"" }.joined(separator: ", "))]"# } ?? #""folder": "pages""#
    try folder.write(
      "pipeline.json",
      #"{ "output": { "texts": \#(texts) }, "pages": \#(options), "sources": [{ "name": "pages", "region": "520621", \#(place) }] }"#
    )
  }

  /// A page of two paragraphs; `name` stands in the second, so that no two pages share one.
  static func page(_ title: String, _ sentence: String, _ name: String, last: String = "") -> String {
    """
    <html><head><meta charset="utf-8"><title>\(title)</title></head><body><h1>\(title)</h1>
    <div>发布时间：2022-06-29</div><div id="zoom"><p>\(sentence)</p>
    <p>\(name)组的群众参与积极性明显提高，集体经济不断壮大，示范带动作用逐步显现。</p>\(last)</div></body></html>
    """
  }

  private func article(_ names: [String]) throws {
    for (index, name) in names.enumerated() {
      try folder.write(
        "pages/\(name)", Self.page("江口县工作报告", "2021年，江口县建成高标准农田\(index + 3)万亩。", name))
    }
  }

  private func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(["run", "--quiet"] + arguments, in: folder.path)
  }

  /// The rows of a table of the set, each by its columns.
  private func rows(_ table: String) throws -> [[String: Any]] {
    switch table {
    case "observations":
      try folder.read("out/observations.jsonl").split(separator: "\n").map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
    default:
      try {
        let lines = try folder.read("out/\(table).csv").split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(header, $0 as [Any])) { first, _ in first } }
      }()
    }
  }

  private func codes() throws -> [String: [String]] {
    Dictionary(grouping: try rows("findings"), by: { $0["source"] as? String ?? "" })
      .mapValues { $0.compactMap { $0["code"] as? String } }
  }

  @Test func twoPagesOfAnArticleAreOneDocument() throws {
    try article(["x.html", "x_2.html"])
    #expect(try run().status == 0)
    let documents = try rows("documents")
    #expect(documents.map { $0["source"] as? String } == ["pages/x.html"])
    let id = try #require(documents.first?["document_id"] as? String)
    let observations = try rows("observations").sorted {
      ($0["start"] as? Int ?? 0) < ($1["start"] as? Int ?? 0)
    }
    #expect(observations.compactMap { $0["text"] as? String } == ["3万亩", "4万亩"])
    #expect(Set(observations.compactMap { $0["document_id"] as? String }) == [id])
    // Offsets count in the text of the whole, which is that of the parts joined by a line feed.
    let parts = try Command.run(["extract", "pages/x.html", "pages/x_2.html"], in: folder.path).output
      .split(separator: "\n").map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
    let text = Array(parts.compactMap { $0["text"] as? String }.joined(separator: "\n").unicodeScalars)
    for row in observations {
      let (start, end) = (try #require(row["start"] as? Int), try #require(row["end"] as? Int))
      var surface = String.UnicodeScalarView()
      surface += text[start..<end]
      #expect(String(surface) == row["text"] as? String)
    }
    #expect(documents.first?["text_length"] as? String == "\(text.count)")
    #expect(parts.allSatisfy { $0["document_id"] as? String != id }, "a name of its own")
    #expect(try codes()["pages/x_2.html"] == ["joined_page"])
  }

  @Test func theBytesDoNotDependOnOrderOrWorkers() throws {
    try article(["x.html", "x_1.html", "x_2.html", "x_3.html"])
    for index in 1...30 {
      try folder.write(
        "pages/\(index).html",
        Self.page(
          "第\(index)期简讯", "2021年，江口县建成大棚\(index + 10)座。", "\(index)",
          last: "<p>本县融媒体中心官方账号已开通，欢迎各界朋友前来看看。</p>"))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("pages")).sorted().map {
      "pages/" + $0
    }
    var sets: [[String: Data]] = []
    for (files, workers) in [(names, 1), (names.reversed(), 2), (Array(names.shuffled()), 9)] {
      try configure(files: files)
      #expect(try run("--workers", "\(workers)", "--force").status == 0)
      var set: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder("out")) where name != "run.json"
      {
        set[name] = try Data(contentsOf: URL(filePath: folder("out/" + name)))
      }
      sets.append(set)
    }
    #expect(sets[0].keys.sorted().contains("documents.csv"))
    #expect(!sets[0].keys.contains { $0.contains("spool") || $0.contains("spill") })
    #expect(sets[1] == sets[0])
    #expect(sets[2] == sets[0])
    #expect(try rows("documents").count == 31)
    #expect(try rows("findings").count { $0["code"] as? String == "repeated_block" } == 30)
  }

  /// The texts that offsets count in, as the run made them: joined, and without what the site repeats.
  @Test func textsAreWrittenWhereTheyAreAskedFor() throws {
    let banner = "<p>本县融媒体中心官方账号已开通，欢迎各界朋友关注。</p>"
    for (index, name) in ["x.html", "x_2.html", "y.html", "z.html"].enumerated() {
      try folder.write(
        "pages/\(name)",
        Self.page(
          name.hasPrefix("x") ? "江口县工作报告" : "第\(index)期", "\(banner)2021年，江口县建成大棚\(index + 10)座。", name))
    }
    #expect(try run().status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder("out/documents.jsonl")))
    try configure(texts: true)
    #expect(try run().status == 0)
    var texts: [String: [Unicode.Scalar]] = [:]
    for line in try folder.read("out/documents.jsonl").split(separator: "\n") {
      let document = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let id = try #require(document["document_id"] as? String)
      texts[id] = Array(try #require(document["text"] as? String).unicodeScalars)
    }
    #expect(texts.count == 3)
    let observations = try rows("observations")
    #expect(observations.count == 4)
    for row in observations {
      let text = try #require(texts[row["document_id"] as? String ?? ""])
      var surface = String.UnicodeScalarView()
      surface += text[try #require(row["start"] as? Int)..<(try #require(row["end"] as? Int))]
      #expect(String(surface) == row["text"] as? String)
    }
    #expect(try folder.read("out/run.json").contains("documents.jsonl"))
    #expect(texts.values.allSatisfy { !String(String.UnicodeScalarView($0)).contains("官方账号") })
  }

  @Test func whereAPartIsMissingThePagesStayByThemselves() throws {
    try article(["x.html", "x_2.html", "x_4.html"])
    #expect(try run().status == 0)
    #expect(try rows("documents").count == 3)
    #expect(try rows("observations").count == 3)
    for name in ["x", "x_2", "x_4"] { #expect(try codes()["pages/\(name).html"] == ["missing_part"]) }
    #expect(try folder.read("out/findings.csv").contains("part 3 is not among the pages"))
    // The part comes: the next run joins them.
    try folder.write("pages/x_3.html", Self.page("江口县工作报告", "2021年，江口县建成大棚800座。", "新"))
    #expect(try run().status == 0)
    #expect(try rows("documents").count == 1)
    #expect(try rows("observations").count == 4)
  }

  @Test func linksLeadFromPageToPage() throws {
    let link = { (target: String) in "<div class=\"page\"><a href=\"\(target)\">下一页</a></div>" }
    try folder.write(
      "pages/c101.html", Self.page("江口县工作报告", "2021年，江口县建成大棚800座。", "甲", last: link("c205.html")))
    try folder.write(
      "pages/c205.html", Self.page("江口县工作报告", "2021年，江口县建成大棚900座。", "乙", last: link("#")))
    try folder.write(
      "pages/x.html", Self.page("江口县另一报告", "2021年，江口县建成大棚700座。", "丙", last: link("x_2.html")))
    #expect(try run().status == 0)
    #expect(
      try rows("documents").compactMap { $0["source"] as? String }.sorted() == [
        "pages/c101.html", "pages/x.html",
      ])
    #expect(try codes() == ["pages/c205.html": ["joined_page"], "pages/x.html": ["missing_part"]])
    #expect(try rows("observations").count == 3)
  }

  @Test func aSecondRunDoesNothingAndAChangedPartCounts() throws {
    try article(["x.html", "x_2.html"])
    #expect(try run().status == 0)
    let (manifest, id) = (
      try folder.read("out/run.json"), try rows("documents").first?["document_id"] as? String
    )
    #expect(try Command.run(["run"], in: folder.path).errors.contains("nothing new"))
    #expect(try folder.read("out/run.json") == manifest)
    try folder.write("pages/x_2.html", Self.page("江口县工作报告", "2021年，江口县建成大棚800座。", "新"))
    #expect(try run().status == 0)
    #expect(try rows("observations").compactMap { $0["text"] as? String }.sorted() == ["3万亩", "800座"])
    #expect(try rows("documents").first?["document_id"] as? String != id, "other bytes, another name")
    // Another article under the same kind of name is no part.
    try folder.write("pages/x_2.html", Self.page("江口县另一报告", "2021年，江口县建成大棚800座。", "新"))
    #expect(try run().status == 0)
    #expect(try rows("documents").count == 2)
    #expect(try codes()["pages/x_2.html"] == nil)
  }

  @Test func blocksThatASiteRepeatsAreGone() throws {
    let banner = "<p>本县融媒体中心官方账号已开通，欢迎各界朋友关注。</p>"
    for index in 1...4 {
      try folder.write(
        "pages/\(index).html",
        Self.page("第\(index)期", "2021年，江口县建成大棚\(index + 10)座。", "\(index)", last: banner))
    }
    #expect(try run().status == 0)
    let dropped = try rows("findings").filter { $0["code"] as? String == "repeated_block" }
    #expect(dropped.count == 4, "\(dropped)")
    #expect(dropped.allSatisfy { ($0["message"] as? String)?.contains("官方账号") == true })
    #expect(try rows("observations").count == 4)
    let length = try rows("documents").compactMap { $0["text_length"] as? String }
    try configure(#"{ "drop_repeated_blocks": false }"#)
    #expect(try run().status == 0)
    #expect(try rows("findings").allSatisfy { $0["code"] as? String != "repeated_block" })
    let whole = try rows("documents").compactMap { $0["text_length"] as? String }
    #expect(zip(length, whole).allSatisfy { Int($0) ?? 0 < Int($1) ?? 0 })
  }

  @Test func joiningMayBeSwitchedOff() throws {
    try article(["x.html", "x_2.html"])
    try configure(#"{ "join_parts": false }"#)
    #expect(try run().status == 0)
    #expect(try rows("documents").count == 2)
    #expect(try codes().isEmpty)
    try configure(#"{ "join_parts": "no" }"#)
    let result = try run()
    #expect(result.status == 78)
    #expect(
      result.errors.hasSuffix("pages.join_parts: expected true or false, found a string\n"),
      "\(result.errors)")
  }
}
