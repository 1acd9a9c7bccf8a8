import Extract
import Fetch
import Foundation
import Records
import SystemPackage
import TestSupport
import Testing
import Vocabulary

@testable import Pipeline

/// Archive → extract gives the same documents as the files themselves.
@Suite struct ArchiveDocumentsTests {
  static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples")

  @Test func documentsAreThoseOfTheFiles() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.samples.path)
      .filter { $0.hasSuffix(".html") }.sorted()
    #expect(names.count > 10)
    let folder = try TemporaryFolder()
    let writer = ArchiveWriter(folder: folder.path, fileBytes: 1 << 16, contact: "a@b.example")
    let extractor = Extractor(vocabulary: try Vocabulary.builtIn())
    var expected: [String: [UInt8]] = [:]
    for name in names {
      let bytes = try [UInt8](Data(contentsOf: Self.samples.appending(path: name)))
      let url = try PageURL("http://county.example/\(name)")
      let exchange = Exchange(
        url: url, requestHead: [], responseHead: Array("HTTP/1.1 200 OK\r\n\r\n".utf8), status: 200,
        payload: bytes, content: bytes, remoteAddress: "203.0.113.9", started: Moment(milliseconds: 0),
        finished: Moment(milliseconds: 0))
      let capture = Capture(
        FetchOutcome(request: Fetch.FetchRequest(url: url), ending: .page(exchange)), source: "县", known: nil)
      _ = try writer.append([capture.records.map { $0.member() }])
      expected[url.description] = Self.line(
        extractor.document(from: PageLoader.page(bytes, source: url.description, SourceDefaults())))
    }
    try writer.close()
    // Every page, one after another.
    var found: [String: [UInt8]] = [:]
    for name in folder.names {
      let failures = try ArchivedPages(FilePath(folder(name)), limit: 1 << 24).forEach { page, bytes in
        found[page.url] = Self.line(
          extractor.document(from: PageLoader.page(bytes, source: page.url, SourceDefaults())))
      }
      #expect(failures == [])
    }
    #expect(found == expected)
    // As the inputs of a run, in the order of their URLs, by offset.
    let source = Source(
      name: "县", regionPosition: nil, location: .warc(folder.path), defaults: SourceDefaults())
    let inputs = try Inputs([source], base: ".")
    #expect(inputs.refused.isEmpty)
    #expect(inputs.files.map(\.source) == expected.keys.sorted())
    for input in inputs.files {
      let page = try PageLoader(limit: 1 << 24).file(input).page.get()
      #expect(Self.line(extractor.document(from: page)) == expected[input.source])
    }
  }

  /// What the server says of the charset comes with the page out of the archive: the same bytes are other characters
  /// in GB18030.
  @Test func theServersCharsetReachesTheDocument() throws {
    let folder = try TemporaryFolder()
    let writer = ArchiveWriter(folder: folder.path, fileBytes: 1 << 16, contact: "a@b.example")
    let title: [UInt8] = [0xBF, 0xA4, 0xA7, 0xD3]
    let page = Array("<title>".utf8) + title + Array("</title><body>".utf8) + title
    for (name, field) in [("big5", "; charset=Big5"), ("none", "")] {
      let url = try PageURL("http://county.example/\(name)")
      let exchange = Exchange(
        url: url, requestHead: [],
        responseHead: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\(field)\r\n\r\n".utf8),
        status: 200, payload: page + Array(name.utf8), content: page + Array(name.utf8), remoteAddress: "",
        started: Moment(milliseconds: 0), finished: Moment(milliseconds: 0))
      let capture = Capture(
        FetchOutcome(request: Fetch.FetchRequest(url: url), ending: .page(exchange)), source: "", known: nil)
      _ = try writer.append([capture.records.map { $0.member() }])
    }
    try writer.close()
    let source = Source(
      name: "县", regionPosition: nil, location: .warc(folder.path), defaults: SourceDefaults())
    let extractor = Extractor(vocabulary: try Vocabulary.builtIn())
    let documents = try Inputs([source], base: ".").files.map { input in
      extractor.document(from: try PageLoader(limit: 1 << 24).file(input).page.get())
    }
    #expect(documents.map(\.charset) == ["big5", "gb18030"])
    #expect(documents[0].title == "縣志")
  }

  private static func line(_ document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    DocumentLine.append(document, to: &bytes)
    return bytes
  }
}
