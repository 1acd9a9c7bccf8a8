import Testing

@testable import Fetch

@Suite struct CaptureTests {
  static func exchange(
    _ url: String = "http://county.example/a.html", status: Int = 200, fields: String = "ETag: \"1\"\r\n",
    payload: [UInt8] = Array("<p>县</p>".utf8)
  ) throws -> Exchange {
    Exchange(
      url: try PageURL(url), requestHead: Array("GET /a.html HTTP/1.1\r\nHost: county.example\r\n\r\n".utf8),
      responseHead: Array("HTTP/1.1 \(status) OK\r\n\(fields)\r\n".utf8), status: status, payload: payload,
      content: payload, remoteAddress: "203.0.113.9", started: Moment(milliseconds: 1_700_000_000_500),
      finished: Moment(milliseconds: 1_700_000_001_000))
  }

  static func request(_ url: String = "http://county.example/a.html") throws -> FetchRequest {
    FetchRequest(url: try PageURL(url))
  }

  @Test func aPageBecomesAResponseAndItsRequest() throws {
    let capture = Capture(
      FetchOutcome(request: try Self.request(), ending: .page(try Self.exchange())), source: "县", known: nil)
    #expect(capture.records.map(\.type) == ["response", "request"])
    #expect(capture.pageIndex == 0)
    let response = capture.records[0]
    #expect(response.fields["WARC-Date"] == "2023-11-14T22:13:20Z")
    #expect(response.fields["WARC-IP-Address"] == "203.0.113.9")
    #expect(response.fields["Xianzhi-Source"] == "县")
    #expect(response.fields["Xianzhi-Requested-URI"] == nil)
    #expect(capture.records[1].fields["WARC-Concurrent-To"] == response.fields["WARC-Record-ID"])
    let page = try #require(ArchivedPage(response, limit: 1000))
    guard case .page(let bytes) = page.kind else { throw Unexpected() }
    #expect(bytes == Array("<p>县</p>".utf8))
    #expect(page.etag == Array("\"1\"".utf8))
    #expect(page.source == "县")
    guard case .response(let known)? = capture.kind else { throw Unexpected() }
    #expect(page.version == known)
    #expect(capture.contentDigest == WARCDigest.raw(bytes))
  }

  @Test func theDigestOfThePageIsWithoutItsCoding() throws {
    var exchange = try Self.exchange(fields: "Content-Encoding: gzip\r\n")
    exchange.payload = Gzip.compress(exchange.content)
    let capture = Capture(
      FetchOutcome(request: try Self.request(), ending: .page(exchange)), source: "", known: nil)
    #expect(capture.contentDigest == WARCDigest.raw(exchange.content))
    #expect(capture.records[0].fields["WARC-Payload-Digest"] == WARCDigest.text(exchange.payload))
  }

  struct Unexpected: Error {}

  @Test func theSamePageAgainBecomesARevisit() throws {
    let first = Capture(
      FetchOutcome(request: try Self.request(), ending: .page(try Self.exchange())), source: "", known: nil)
    guard case .response(let known)? = first.kind else { throw Unexpected() }
    let again = Capture(
      FetchOutcome(request: try Self.request(), ending: .page(try Self.exchange())), source: "", known: known)
    #expect(again.records.map(\.type) == ["revisit", "request"])
    let revisit = again.records[0]
    #expect(
      revisit.fields["WARC-Profile"]
        == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest")
    #expect(revisit.fields["WARC-Refers-To"] == known.recordID)
    #expect(revisit.fields["WARC-Refers-To-Target-URI"] == "http://county.example/a.html")
    #expect(revisit.fields["WARC-Refers-To-Date"] == "2023-11-14T22:13:20Z")
    #expect(revisit.fields["WARC-Truncated"] == "length")
    #expect(String(decoding: revisit.block, as: UTF8.self) == "HTTP/1.1 200 OK\r\nETag: \"1\"\r\n\r\n")
    let unmodified = Capture(
      FetchOutcome(
        request: try Self.request(), ending: .notModified(try Self.exchange(status: 304, payload: []))),
      source: "", known: known)
    #expect(unmodified.records.map(\.type) == ["revisit", "request"])
    #expect(
      unmodified.records[0].fields["WARC-Profile"]
        == "http://netpreserve.org/warc/1.1/revisit/server-not-modified")
    let changed = Capture(
      FetchOutcome(request: try Self.request(), ending: .page(try Self.exchange(payload: [1]))), source: "",
      known: known)
    #expect(changed.records.map(\.type) == ["response", "request"])
  }

  @Test func redirectsStandBeforeTheirPage() throws {
    let moved = try Self.exchange(
      "http://county.example/old.html", status: 301, fields: "Location: /a.html\r\n", payload: [])
    let capture = Capture(
      FetchOutcome(
        request: try Self.request("http://county.example/old.html"), redirects: [moved],
        ending: .page(try Self.exchange())), source: "s", known: nil)
    #expect(capture.records.map(\.type) == ["response", "request", "response", "request"])
    #expect(capture.pageIndex == 2)
    #expect(capture.records[2].fields["Xianzhi-Requested-URI"] == "http://county.example/old.html")
  }

  @Test func chunksThatAreGoneAreNotAnnounced() throws {
    let capture = Capture(
      FetchOutcome(
        request: try Self.request(),
        ending: .page(try Self.exchange(fields: "Transfer-Encoding: chunked\r\nX: y\r\n"))), source: "",
      known: nil)
    let text = String(decoding: capture.records[0].block, as: UTF8.self)
    #expect(text == "HTTP/1.1 200 OK\r\nX-Crawler-Transfer-Encoding: chunked\r\nX: y\r\n\r\n<p>县</p>")
  }

  @Test(arguments: [
    ("Content-Type: text/html\r\n", "<p>县</p>", "<p>县</p>"),
    ("Transfer-Encoding: chunked\r\n", "3;x=y\r\n<p>\r\n3\r\n县\r\n4\r\n</p>\r\n0\r\n\r\n", "<p>县</p>"),
    ("Transfer-Encoding: chunked\r\n", "<p>县</p>", "<p>县</p>"),
    ("Content-Encoding: gzip\r\n", "<p>县</p>", "<p>县</p>"),
    ("Content-Encoding: br\r\n", "\r\n<p>县</p>", "\r\n<p>县</p>"),
    ("Content-Encoding: utf-8\r\n", "<p>县</p>", "<p>县</p>"),
  ])
  func codingsAreTakenOffWhereTheyAre(_ fields: String, _ payload: String, _ content: String) throws {
    let message = try #require(HTTPMessage(Array("HTTP/1.1 200 OK\r\n\(fields)\r\n\(payload)".utf8)))
    #expect(try message.content(limit: 100) == Array(content.utf8))
    #expect(message.status == 200)
  }

  @Test func gzipIsTakenOffAndABombIsNot() throws {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".utf8)
    let message = try #require(HTTPMessage(head + Gzip.compress([UInt8](repeating: 7, count: 5000))))
    #expect(try message.content(limit: 5000).count == 5000)
    #expect(throws: HTTPMessage.Failure.self) { try message.content(limit: 4999) }
  }

  @Test func digestsAreBase32() {
    // RFC 4648, section 10.
    #expect(WARCDigest.base32(Array("foobar".utf8)) == "MZXW6YTBOI======")
    #expect(
      WARCDigest.text([]) == "sha256:4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ====")
  }
}

@Suite struct ArchivedPageTests {
  private func record(_ type: String, _ fields: [(String, String)], _ block: String) -> WARCRecord {
    var all = WARCFields()
    all.append("WARC-Type", type)
    all.append("WARC-Target-URI", "<http://county.example/a.html>")
    all.append("WARC-Date", "2023-11-14T22:13:20Z")
    for (name, value) in fields { all.append(name, value) }
    return WARCRecord(fields: all, block: Array(block.utf8))
  }

  private func kind(_ record: WARCRecord) -> String {
    switch ArchivedPage(record, limit: 20)?.kind {
    case .page(let bytes): "page " + String(decoding: bytes, as: UTF8.self)
    case .unchanged: "unchanged"
    case .other(let status): "other \(status)"
    case .unreadable(let cause, _): "unreadable " + cause
    case .cut(let reason): "cut " + reason
    case nil: "nothing"
    }
  }

  @Test(arguments: [
    ("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n\r\nx", "page x"),
    ("response", "HTTP/1.0 200\n\nx", "page x"),
    ("response", "HTTP/1.1 203 -\r\n\r\nx", "page x"),
    ("response", "HTTP/1.1 404 Not Found\r\n\r\nx", "other 404"),
    ("response", "HTTP/1.1 301 -\r\nLocation: /\r\n\r\n", "other 301"),
    ("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx", "other 200"),
    ("response", "HTTP/1.1 200 OK\r\n\r\n123456789012345678901", "unreadable is larger than 20 bytes"),
    (
      "response", "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nx",
      "unreadable is compressed with zstd, which is not read"
    ),
    (
      "response", "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n\u{78}\u{1}zzzz",
      "unreadable is deflate that ends too early"
    ),
    ("response", "220 ftp\r\n", "nothing"),
    ("revisit", "HTTP/1.1 304 -\r\n\r\n", "unchanged"),
    ("resource", "x", "page x"),
    ("request", "GET / HTTP/1.1\r\n\r\n", "nothing"),
    ("metadata", "x", "nothing"),
  ])
  func recordsAreRead(_ type: String, _ block: String, _ expected: String) {
    #expect(kind(record(type, [], block)) == expected)
  }

  @Test func whatWasCutIsNoPage() {
    let cut = record("response", [("WARC-Truncated", "length")], "HTTP/1.1 200 OK\r\n\r\nx")
    #expect(kind(cut) == "cut length")
  }

  @Test(arguments: [
    ("text/html", true), ("Application/XHTML+XML; charset=utf-8", true), ("text/plain", true),
    ("text/xml", false),
    ("application/x-gzip", false), ("", true),
  ])
  func typesOfPages(_ type: String, _ isPage: Bool) {
    let page = ArchivedPage(
      record("response", [], "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\nx"), limit: 20)
    #expect(page?.mayBeHTML == isPage)
  }

  @Test func theServersCharsetIsKept() {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=Big5\r\n\r\n"
    #expect(ArchivedPage(record("response", [], head + "x"), limit: 20)?.charset == "big5")
    #expect(
      ArchivedPage(record("resource", [("Content-Type", "text/html;charset=gbk")], "x"), limit: 20)?.charset
        == "gbk")
    #expect(ArchivedPage(record("resource", [], "x"), limit: 20)?.charset == nil)
  }
}

@Suite struct TimestampTests {
  @Test(arguments: ["2026-11-24T22:48:03Z", "1969-12-31T23:59:59Z", "2024-02-29T00:00:00Z"])
  func timesAreReadAsTheyAreWritten(_ text: String) {
    #expect(Moment(timestamp: text)?.description == text)
  }

  @Test(arguments: ["", "2026-11-24", "2026-13-24T22:48:03Z", "2026-11-24T24:48:03Z", "2026-11-24 22:48:03Z"])
  func whatIsNoTimeIsNone(_ text: String) {
    #expect(Moment(timestamp: text) == nil)
  }

  @Test func fractionsAreLeftOut() {
    #expect(Moment(timestamp: "2026-11-24T22:48:03.123456Z")?.description == "2026-11-24T22:48:03Z")
  }
}
