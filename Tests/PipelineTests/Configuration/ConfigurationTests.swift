import Load
import Records
import TestSupport
import Testing
import Vocabulary

@testable import Pipeline

@Suite struct ConfigurationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("pages/a.html", "县")
    try folder.write("units.tsv", "id\n")
  }

  private func configuration(_ text: String) throws -> Configuration {
    try Configuration(file: folder.write("pipeline.json", text))
  }

  private func fault(_ text: String) -> String? {
    do {
      _ = try configuration(text)
      return nil
    } catch {
      return (error as? Fault)?.description.replacing(folder.path + "/", with: "")
    }
  }

  @Test func defaultsAreFilledIn() throws {
    let plain = try configuration(#"{ "sources": [{ "name": "县", "folder": "pages" }] }"#)
    #expect(plain.output.folder == "out")
    #expect(plain.output.formats == [.csv, .json, .jsonl])
    #expect(!plain.output.hasTexts)
    #expect(plain.workers == nil)
    #expect(plain.limits.pageBytes == 16 << 20)
    #expect(plain.pages.joinsParts && plain.pages.dropsRepeatedBlocks)
    #expect(plain.sources[0].defaults == SourceDefaults())
  }

  @Test func everyKeyIsRead() throws {
    let full = try configuration(
      #"""
      { "$schema": "./pipeline.schema.json", "workers": 3, "limits": { "page_bytes": 2048 },
        "pages": { "join_parts": false, "drop_repeated_blocks": false },
        "output": { "folder": "data", "formats": ["csv"], "texts": true }, "vocabulary": { "units": "units.tsv" },
        "quality": { "min_documents": 1, "min_observations": 2, "max_findings": { "no_region": 4 } },
        "sources": [{ "name": "县", "files": ["pages/a.html"], "region": "520621", "published": "2022-06-29",
                      "tier": "government" }] }
      """#)
    #expect(full.workers == 3)
    #expect(full.limits.pageBytes == 2048)
    #expect(!full.pages.joinsParts && !full.pages.dropsRepeatedBlocks)
    #expect(full.output.folder == "data")
    #expect(full.output.formats == [.csv])
    #expect(full.output.hasTexts)
    #expect(full.tables.map(\.content) == [.units])
    #expect(full.quality.minimumDocuments == 1)
    #expect(full.quality.minimumObservations == 2)
    #expect(full.quality.maximumFindings.map(\.count) == [4])
    #expect(
      full.sources[0].defaults
        == SourceDefaults(region: "520621", published: Day(2022, 6, 29), tier: .government))
  }

  @Test(arguments: [
    ("{", "pipeline.json:1:2: "),
    ("[]", "pipeline.json:1:1: expected an object, found an array"),
    ("{}", "pipeline.json:1:1: sources: is missing"),
    (#"{ "sources": [] }"#, "pipeline.json:1:14: sources: is empty"),
    (
      #"{ "source": [] }"#,
      "pipeline.json:1:3: source: is no key here; there are $schema, sources, workers, output, vocabulary, limits, pages, quality"
    ),
    (
      "{ \"sources\": [\n  { \"name\": \"县志\", \"fodler\": \"pages\" }] }",
      "pipeline.json:2:19: sources[0].fodler: is no key here; there are name, folder, files, region, published, tier"
    ),
    (
      #"{ "sources": [{ "name": "县", "folder": "nowhere" }] }"#,
      "pipeline.json:1:40: sources[0].folder: nowhere: is no folder"
    ),
    (
      #"{ "sources": [{ "name": "县", "files": ["pages/a.html", "b.html"] }] }"#,
      "pipeline.json:1:56: sources[0].files[1]: b.html: is not there"
    ),
    (#"{ "sources": [{ "name": "县" }] }"#, "pipeline.json:1:15: sources[0]: has neither folder nor files"),
    (#"{ "sources": [{ "folder": "pages" }] }"#, "pipeline.json:1:15: sources[0].name: is missing"),
    (
      #"{ "sources": [{ "name": "县", "folder": "pages", "files": ["pages/a.html"] }] }"#,
      "pipeline.json:1:58: sources[0].files: stands beside folder; a source has one of them"
    ),
    (
      #"{ "sources": [{ "name": "县", "folder": "pages", "region": "52" }] }"#,
      #"pipeline.json:1:59: sources[0].region: expected a six-digit code of GB/T 2260, found "52""#
    ),
    (
      #"{ "sources": [{ "name": "县", "folder": "pages", "published": "2022-02-30" }] }"#,
      #"pipeline.json:1:62: sources[0].published: expected a day such as 2022-06-29, found "2022-02-30""#
    ),
    (
      #"{ "sources": [{ "name": "县", "folder": "pages", "tier": "blog" }] }"#,
      #"pipeline.json:1:57: sources[0].tier: expected one of statistics, government, media, reprint, found "blog""#
    ),
    (
      #"{ "workers": "2", "sources": [{ "name": "县", "folder": "pages" }] }"#,
      "pipeline.json:1:14: workers: expected a whole number, found a string"
    ),
    (
      #"{ "workers": 0, "sources": [{ "name": "县", "folder": "pages" }] }"#,
      "pipeline.json:1:14: workers: expected a number from 1 to 256, found 0"
    ),
    (
      #"{ "output": { "formats": ["csv", "xls"] }, "sources": [{ "name": "县", "folder": "pages" }] }"#,
      #"pipeline.json:1:34: output.formats[1]: expected one of csv, json, jsonl, found "xls""#
    ),
    (
      #"{ "vocabulary": { "units": "mine.tsv" }, "sources": [{ "name": "县", "folder": "pages" }] }"#,
      "pipeline.json:1:28: vocabulary.units: mine.tsv: cannot be read: No such file or directory"
    ),
  ])
  func faultsPoint(_ text: String, _ expected: String) throws {
    let message = try #require(fault(text))
    #expect(expected == "pipeline.json:1:2: " ? message.hasPrefix(expected) : message == expected)
  }

  @Test func aMissingFileIsNamed() {
    #expect(throws: Fault(file: folder("no.json"), "cannot be read: No such file or directory")) {
      try Configuration(file: folder("no.json"))
    }
  }
}
