import Fetch
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
    #expect(plain.limits.nodes == 4_000_000)
    #expect(plain.pages.joinsParts && plain.pages.dropsRepeatedBlocks)
    #expect(plain.sources[0].defaults == SourceDefaults())
  }

  @Test func everyKeyIsRead() throws {
    let full = try configuration(
      #"""
      { "$schema": "./pipeline.schema.json", "workers": 3, "limits": { "page_bytes": 2048, "nodes": 5000 },
        "pages": { "join_parts": false, "drop_repeated_blocks": false },
        "output": { "folder": "data", "formats": ["csv"], "texts": true }, "vocabulary": { "units": "units.tsv" },
        "quality": { "min_documents": 1, "min_observations": 2, "max_findings": { "no_region": 4 } },
        "sources": [{ "name": "县", "files": ["pages/a.html"], "region": "520621", "published": "2022-06-29",
                      "tier": "government" }] }
      """#)
    #expect(full.workers == 3)
    #expect(full.limits.pageBytes == 2048)
    #expect(full.limits.nodes == 5000)
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

  @Test func sourcesOnTheWebAreRead() throws {
    let web = try configuration(
      #"""
      { "fetch": { "contact": "https://example.org/bot", "hosts": ["*.gov.cn"], "addresses": ["10.0.0.0/8"],
          "archive": "raw", "file_bytes": 70000, "delay_seconds": 5, "max_pages": 9, "night": "22:30-06:00",
          "parallel_hosts": 2, "attempts": 1, "metrics": "m.prom", "unverified_hosts": { "Old.gov.cn": "expired" },
          "certificates": "ca.pem", "proxy": "http://proxy:1" },
        "sources": [
          { "name": "a", "pages": ["https://a.gov.cn/1.html"], "delay_seconds": 8, "refresh_days": 0,
            "charset": "GB2312" },
          { "name": "b", "list": { "url": "http://b.gov.cn/index.html", "links": "http://b.gov.cn/**.html",
            "links_path": "ul a", "next": "index_{n}.html", "max_pages": 3, "since": "2020-01-01" } },
          { "name": "c", "sitemap": { "url": "http://c.gov.cn/sitemap.xml", "links": "**/t*.html" } },
          { "name": "d", "warc": "pages/a.html" }
        ] }
      """#)
    let settings = try #require(web.fetching)
    #expect(settings.userAgent.text == "xianzhi/\(Version.current) (+https://example.org/bot)")
    #expect(settings.archive == "raw")
    #expect(settings.fileBytes == 70000)
    #expect(settings.certificates == folder("ca.pem"))
    #expect(settings.unverified == ["old.gov.cn": "expired"])
    #expect(web.webSources.map(\.source.name) == ["a", "b", "c"])
    #expect(web.sources[0].defaults.charset == "gb2312")
    guard case .list(let list) = web.webSources[1].web.kind,
      case .numbered(let prefix, let suffix)? = list.next
    else {
      Issue.record("b has no numbered list")
      return
    }
    #expect(prefix == "index_" && suffix == ".html")
    #expect(list.since == Day(2020, 1, 1))
    let policy = CrawlPolicy(settings, sources: web.webSources, pageBytes: 1 << 20, seed: 1)
    #expect(policy.defaults.delay == .seconds(5))
    #expect(policy.hosts["a.gov.cn"]?.delay == .seconds(8))
    #expect(policy.hosts["a.gov.cn"]?.maxPages == 9)
    #expect(policy.hosts["old.gov.cn"]?.tls == .unverified(reason: "expired"))
    #expect(policy.hosts["b.gov.cn"]?.nights == [NightWindow(start: 22 * 60 + 30, end: 6 * 60)!])
  }

  @Test(arguments: [
    ("{", "pipeline.json:1:2: "),
    ("[]", "pipeline.json:1:1: expected an object, found an array"),
    ("{}", "pipeline.json:1:1: sources: is missing"),
    (#"{ "sources": [] }"#, "pipeline.json:1:14: sources: is empty"),
    (
      #"{ "source": [] }"#,
      "pipeline.json:1:3: source: is no key here; there are $schema, sources, workers, output, vocabulary, corrections, dataset, limits, pages, quality, fetch"
    ),
    (
      "{ \"sources\": [\n  { \"name\": \"县志\", \"fodler\": \"pages\" }] }",
      "pipeline.json:2:19: sources[0].fodler: is no key here; there are name, folder, files, warc, pages, list, sitemap, region, published, tier, charset, delay_seconds, max_pages, night, refresh_days, title, license"
    ),
    (
      #"{ "sources": [{ "name": "县", "folder": "nowhere" }] }"#,
      "pipeline.json:1:40: sources[0].folder: nowhere: is no folder"
    ),
    (
      #"{ "sources": [{ "name": "县", "files": ["pages/a.html", "b.html"] }] }"#,
      "pipeline.json:1:56: sources[0].files[1]: b.html: is not there"
    ),
    (
      #"{ "sources": [{ "name": "县" }] }"#,
      "pipeline.json:1:15: sources[0]: has none of folder, files, warc, pages, list, sitemap"
    ),
    (#"{ "sources": [{ "folder": "pages" }] }"#, "pipeline.json:1:15: sources[0].name: is missing"),
    (
      #"{ "sources": [{ "name": "县", "folder": "pages", "files": ["pages/a.html"] }] }"#,
      "pipeline.json:1:58: sources[0].files: stands beside folder; a source has one of them"
    ),
    (
      #"{ "sources": [{ "name": "县", "folder": "pages", "night": "22:00-06:00" }] }"#,
      "pipeline.json:1:58: sources[0].night: is for sources on the web; this one has folder"
    ),
    (
      #"{ "sources": [{ "name": "县", "pages": ["http://county.example/"] }] }"#,
      "pipeline.json:1:1: sources[0]: is on the web, and there is no fetch with a contact and the hosts that may be asked"
    ),
    (
      #"{ "sources": [{ "name": "县", "pages": ["ftp://county.example/"] }] }"#,
      "pipeline.json:1:40: sources[0].pages[0]: expected the URL of a page: the scheme is ftp, not http or https"
    ),
    (
      #"{ "sources": [{ "name": "县", "folder": "pages", "charset": "latin1" }] }"#,
      #"pipeline.json:1:60: sources[0].charset: expected utf-8, gb18030 or big5, found "latin1""#
    ),
    (
      #"{ "sources": [{ "name": "县", "warc": "no.warc" }] }"#,
      "pipeline.json:1:38: sources[0].warc: no.warc: is not there"
    ),
    (
      #"{ "fetch": { "hosts": ["*.gov.cn"] }, "sources": [{ "name": "县", "folder": "pages" }] }"#,
      "pipeline.json:1:12: fetch.contact: is missing"
    ),
    (
      #"{ "fetch": { "contact": "nobody", "hosts": ["*.gov.cn"] }, "sources": [] }"#,
      "pipeline.json:1:25: fetch.contact: expected an address of a page (https://…) or of mail (…@…) in ASCII, without brackets"
    ),
    (
      #"{ "fetch": { "contact": "a@b.example", "hosts": ["*"] }, "sources": [] }"#,
      #"pipeline.json:1:50: fetch.hosts[0]: expected a host such as *.gov.cn, found "*""#
    ),
    (
      #"{ "fetch": { "contact": "a@b.example", "hosts": ["*.gov.cn"] }, "sources": [{ "name": "a", "night": "20:00-23:00", "pages": ["http://x.gov.cn/a"] }, { "name": "b", "night": "23:00-20:00", "pages": ["http://y.gov.cn/a", "http://x.gov.cn/b"] }] }"#,
      "pipeline.json:1:1: sources[1].night: shares no minute with that of a, which is at x.gov.cn too"
    ),
    (
      #"{ "fetch": { "contact": "a@b.example", "hosts": ["*.gov.cn"], "night": "22-6" }, "sources": [] }"#,
      #"pipeline.json:1:72: fetch.night: expected hours of China such as 22:00-06:00, found "22-6""#
    ),
    (
      #"{ "fetch": { "contact": "a@b.example", "hosts": ["*.gov.cn"] }, "sources": [{ "name": "县", "pages": ["http://county.example/"] }] }"#,
      "pipeline.json:1:1: sources[0]: http://county.example/ is at a host that fetch.hosts does not name"
    ),
    (
      #"{ "sources": [{ "name": "县", "list": { "url": "http://county.gov.cn/" } }] }"#,
      "pipeline.json:1:38: sources[0].list: has neither links nor links_path"
    ),
    (
      #"{ "sources": [{ "name": "县", "list": { "url": "http://county.gov.cn/", "links_path": "ul > a" } }] }"#,
      #"pipeline.json:1:86: sources[0].list.links_path: expected a path such as ul.list li a, found "ul > a""#
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
