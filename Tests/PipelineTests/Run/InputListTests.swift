import Records
import SystemPackage
import Testing

@testable import Pipeline

/// What was packed comes out as it went in.
@Suite struct InputListTests {
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  @Test func filesAndRecordsComeOutAsTheyWentIn() {
    let dated = SourceDefaults(region: "520621", published: Day(2022, 6, 29))
    var list = InputList()
    list.append(file: "b/二.html", in: "pages", dated)
    list.append(file: "/elsewhere/a.html", in: "pages", SourceDefaults())
    list.append(
      page: Input(
        path: "crawl.warc.gz", source: "http://county.example/a.html", defaults: dated,
        record: ArchivedInput(offset: 1 << 40, sha256: Self.digest)))
    list.append(file: "a.html", in: ".", dated)
    list.sort()
    #expect(
      list.map(\.source) == ["/elsewhere/a.html", "a.html", "b/二.html", "http://county.example/a.html"])
    #expect(list.map(\.path) == ["/elsewhere/a.html", "a.html", "pages/b/二.html", "crawl.warc.gz"])
    #expect(list.map(\.defaults) == [SourceDefaults(), dated, dated, dated])
    #expect(list.map { $0.record?.offset } == [nil, nil, nil, 1 << 40])
    #expect(list[3].record?.sha256 == Self.digest)
  }

  /// A name need not be text; of equal ones that comes first which came first.
  @Test func namesAreBytes() {
    let name = FilePath(platformString: [0x61, CChar(bitPattern: 0xFF), 0x62, 0])
    var list = InputList()
    list.append(file: name, in: "first", SourceDefaults())
    list.append(file: name, in: "second", SourceDefaults())
    list.sort()
    #expect(
      list.map(\.path) == [
        FilePath("first").appending(name.components), FilePath("second").appending(name.components),
      ])
    #expect(list[0].source == "a\u{FFFD}b")
  }
}
