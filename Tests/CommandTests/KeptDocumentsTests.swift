import Foundation
import TestSupport
import Testing

/// A page that has not changed is not parsed again, and nobody can tell from the datasets.
@Suite struct KeptDocumentsTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<6 { try folder.write("pages/\(number).html", Self.page(number)) }
    try configure()
  }

  private static func page(_ number: Int) -> String {
    BatchTests.page("江口县第\(number)期简讯", "2021年，江口县建成大棚\(number + 10)座。", "\(number)")
  }

  private func configure(_ more: String = "", source: String = "") throws {
    try folder.write(
      "pipeline.json",
      #"{ \#(more) "sources": [{ "name": "pages", "folder": "pages", \#(source) "region": "520621" }] }"#)
  }

  private struct Told: Equatable {
    var parsed: Int
    var kept: Int
    var notes: [String] = []
  }

  /// Runs, and tells what `run.json` says of the reading.
  private func run(_ arguments: String..., output: String = "out") throws -> Told {
    let result = try Command.run(["run", "--quiet"] + arguments, in: folder.path)
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(folder.read("\(output)/run.json").utf8))
    let object = try #require(json as? [String: Any])
    let counts = try #require(object["counts"] as? [String: Any])
    return Told(
      parsed: try #require(counts["parsed"] as? Int), kept: try #require(counts["kept"] as? Int),
      notes: try #require(object["notes"] as? [String]))
  }

  /// The files of the set but for the record of the run.
  private func set(_ name: String = "out") throws -> [String: Data] {
    var files: [String: Data] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder(name)) where file != "run.json" {
      files[file] = try Data(contentsOf: URL(filePath: folder("\(name)/\(file)")))
    }
    return files
  }

  private func expectTheSameAsParsedAnew() throws {
    let made = try set()
    #expect(made["documents.csv"]?.isEmpty == false)
    #expect(try run("--force").kept == 0)
    let anew = try set()
    #expect(anew.keys.sorted() == made.keys.sorted())
    for (name, bytes) in made { #expect(anew[name] == bytes, "\(name)") }
  }

  @Test func onlyThePageThatChangedIsParsedAfterACrawl() throws {
    let site = try FetchCommandTests.site(pages: 5)
    defer { site.stop() }
    try folder.write(
      "pipeline.json",
      """
      { "fetch": { "contact": "office@example.org", "hosts": ["127.0.0.1:\(site.port)"],
          "addresses": ["127.0.0.1"], "delay_seconds": 0 },
        "sources": [{ "name": "county", "region": "520621",
          "list": { "url": "\(site.origin)/list", "links": "\(site.origin)/*.html" } }] }
      """)
    #expect(try run() == Told(parsed: 5, kept: 0))
    let before = try set()
    site.serve("/3.html", Self.page(77))
    let pages = (0..<5).map { "\(site.origin)/\($0).html" }
    #expect(try Command.run(["requeue"] + pages, in: folder.path).status == 0)
    #expect(try run() == Told(parsed: 1, kept: 4))
    #expect(site.asked.count { $0.hasSuffix(".html") } == 10, "all were asked for")
    #expect(try set()["documents.csv"] != before["documents.csv"])
    try expectTheSameAsParsedAnew()
  }

  /// The articles of two pages, and what a site repeats, are found across pages that were kept and pages that were not.
  @Test func whatPagesSayTogetherIsTheSame() throws {
    let banner = "<p>本县融媒体中心官方账号已开通，欢迎各界朋友前来看看。</p>"
    for number in 0..<30 {
      try folder.write(
        "pages/\(number).html",
        BatchTests.page("第\(number)期简讯", "2021年，江口县建成大棚\(number)座。", "\(number)", last: banner))
    }
    try folder.write("pages/x.html", BatchTests.page("江口县工作报告", "2021年，江口县建成高标准农田3万亩。", "x"))
    try folder.write("pages/x_2.html", BatchTests.page("江口县工作报告", "2021年，江口县建成高标准农田4万亩。", "y"))
    #expect(try run() == Told(parsed: 32, kept: 0))
    try folder.write("pages/x_2.html", BatchTests.page("江口县工作报告", "2021年，江口县建成高标准农田5万亩。", "y"))
    #expect(try run("--workers", "5") == Told(parsed: 1, kept: 31))
    #expect(try folder.read("out/findings.csv").contains("joined_page"))
    #expect(try folder.read("out/findings.csv").contains("repeated_block"))
    try expectTheSameAsParsedAnew()
  }

  @Test(arguments: [
    (#""limits": { "nodes": 1000000 },"#, ""), ("", #""charset": "utf-8","#),
    ("", #""tier": "statistics","#), (#""vocabulary": { "units": "units.tsv" },"#, ""),
  ])
  func anotherOptionParsesAll(_ option: (more: String, source: String)) throws {
    try folder.write(
      "units.tsv",
      "id\tsurfaces\tkind\tdimension\tfactor\tstandard_unit\tucum\tqudt\tambiguous\tnote\n")
    #expect(try run() == Told(parsed: 6, kept: 0))
    try configure(option.more, source: option.source)
    #expect(try run() == Told(parsed: 6, kept: 0))
    #expect(try run("--workers", "1", "--force") == Told(parsed: 6, kept: 0))
  }

  /// What does not come into the parsing is no reason for it.
  @Test(arguments: [
    #""output": { "formats": ["csv"] },"#, #""vocabulary": { "indicators": "indicators.tsv" },"#,
    #""pages": { "join_parts": false },"#,
  ])
  func whatDecidesNothingAboutADocumentParsesNothing(_ option: String) throws {
    let columns = [
      "id", "name", "variants", "weak", "name_en", "dimension", "units", "range_unit", "typical_min",
      "typical_max", "hard_min", "hard_max", "kind", "category", "note",
    ]
    try folder.write("indicators.tsv", columns.joined(separator: "\t") + "\n")
    #expect(try run() == Told(parsed: 6, kept: 0))
    try configure(option)
    #expect(try run() == Told(parsed: 0, kept: 6))
    try expectTheSameAsParsedAnew()
  }

  @Test func whatIsDamagedIsParsedAnewAndSaid() throws {
    #expect(try run() == Told(parsed: 6, kept: 0))
    let made = try set()
    let whole = try Data(contentsOf: URL(filePath: folder("out.documents")))
    // A byte of the last document; its length; the file cut in the middle of it.
    var turned = whole
    turned[turned.count - 40] ^= 0xFF
    let cases: [(Data, Told)] = [
      (
        turned,
        Told(
          parsed: 1, kept: 5,
          notes: ["out.documents: 1 documents are damaged, and their pages were parsed again"])
      ),
      (
        whole.dropLast(10),
        Told(
          parsed: 1, kept: 5,
          notes: [
            "out.documents: is damaged from byte \(try lastFrame(of: whole)) on; what is lost is parsed again"
          ])
      ),
      (Data(), Told(parsed: 6, kept: 0)),
    ]
    for (bytes, told) in cases {
      try bytes.write(to: URL(filePath: folder("out.documents")))
      try touch()
      #expect(try run() == told)
      #expect(try set() == made)
      try touch()
      #expect(try run() == Told(parsed: 0, kept: 6), "it is whole again")
    }
  }

  /// A document of a kept file in the place of another's: its key says so, or its name.
  @Test func theDocumentOfAnotherPageIsNotTaken() throws {
    try FileManager.default.removeItem(atPath: folder("pages"))
    for number in 0..<2 { try folder.write("pages/\(number).html", Self.page(number)) }
    #expect(try run() == Told(parsed: 2, kept: 0))
    let made = try set()
    var bytes = try Data(contentsOf: URL(filePath: folder("out.documents")))
    // The keys of both frames changed for each other.
    let frames = Self.frames(of: bytes).dropFirst().map { ($0.lowerBound + 4)..<($0.lowerBound + 36) }
    let keys = frames.map { Data(bytes[$0]) }
    for (place, key) in zip(frames, keys.reversed()) { bytes.replaceSubrange(place, with: key) }
    try bytes.write(to: URL(filePath: folder("out.documents")))
    try touch()
    let told = try run()
    #expect(told.parsed == 2 && told.notes.count == 1)
    #expect(try set() == made)
  }

  @Test func aFileOfSomebodyElseIsLeftAlone() throws {
    try folder.write("out.documents", "my documents")
    let note = "out.documents: is no file of documents and is left alone; all pages are parsed"
    #expect(try run() == Told(parsed: 6, kept: 0, notes: [note]))
    #expect(try folder.read("out.documents") == "my documents")
    try touch()
    let result = try Command.run(["run"], in: folder.path)
    #expect(result.status == 0 && result.errors.contains(note), "\(result.errors)")
  }

  @Test func whatIsOfNoUseAnyMoreGoes() throws {
    #expect(try run() == Told(parsed: 6, kept: 0))
    let all = try Data(contentsOf: URL(filePath: folder("out.documents")))
    for number in 1..<6 { try FileManager.default.removeItem(atPath: folder("pages/\(number).html")) }
    #expect(try run() == Told(parsed: 0, kept: 1))
    let left = try Data(contentsOf: URL(filePath: folder("out.documents")))
    #expect(Self.frames(of: all).count == 7)
    #expect(Self.frames(of: left).count == 2)
  }

  @Test func aRunThatPublishesNothingKeepsWhatWas() throws {
    #expect(try run() == Told(parsed: 6, kept: 0))
    let before = try Data(contentsOf: URL(filePath: folder("out.documents")))
    try FileManager.default.removeItem(atPath: folder("pages/0.html"))
    try configure(#""quality": { "min_documents": 100 },"#)
    #expect(try Command.run(["run", "--quiet"], in: folder.path).status == 65)
    #expect(try Data(contentsOf: URL(filePath: folder("out.documents"))) == before)
    #expect(folder.names.filter { $0.contains("documents") } == ["out.documents"])
  }

  @Test func aRunThatWritesElsewhereReadsAndKeepsNothing() throws {
    #expect(try run() == Told(parsed: 6, kept: 0))
    let before = try Data(contentsOf: URL(filePath: folder("out.documents")))
    try FileManager.default.removeItem(atPath: folder("pages/0.html"))
    #expect(try run("--output", "sets/2026-11", output: "sets/2026-11") == Told(parsed: 0, kept: 5))
    #expect(try Data(contentsOf: URL(filePath: folder("out.documents"))) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder("sets")).filter { $0.contains("documents") }
        == [])
  }

  /// Makes the configuration another one for the next run, without a change in what it says.
  private func touch() throws { try folder.write("pipeline.json", folder.read("pipeline.json") + " ") }

  private func lastFrame(of bytes: Data) throws -> Int {
    try #require(Self.frames(of: bytes).last).lowerBound
  }

  /// Where the frames of a file of documents lie: each behind its length, four bytes with the lowest first.
  private static func frames(of bytes: Data) -> [Range<Int>] {
    var frames: [Range<Int>] = []
    var place = 0
    while place + 4 <= bytes.count {
      let length = (0..<4).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
      frames.append(place..<(place + 4 + length))
      place += 4 + length
    }
    return frames
  }
}
