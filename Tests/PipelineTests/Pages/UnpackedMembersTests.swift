import Fetch
import Foundation
import Load
import Records
import SystemPackage
import TestSupport
import Testing

@testable import Pipeline

/// WARC files that were compressed as a whole are read once, whatever the order of the pages.
@Suite struct UnpackedMembersTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("scratch"), withIntermediateDirectories: true)
  }

  /// A page that does not compress well.
  private static func page(_ number: Int) -> [UInt8] {
    let digits = (1...40).map { String((number + 1) * $0 * 2_654_435_761 % 1_000_000_007, radix: 36) }
    return Array("<p>第\(number)页 \(digits.joined())</p>".utf8)
  }

  /// A record of a page as other tools write it, plainly.
  private static func record(_ number: Int, _ page: [UInt8], charset: String = "") -> [UInt8] {
    let block =
      Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\(charset)\r\n\r\n".utf8) + page
    let head = """
      WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://county.example/\(number * 7919 % 1009)\r
      WARC-Date: 2022-06-29T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: \(block.count)\r\n\r\n
      """
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  private func inputs() throws -> Inputs {
    let source = Source(
      name: "县", regionPosition: nil, location: .warc("a.warc.gz"), defaults: SourceDefaults())
    return try Inputs([source], base: folder.path)
  }

  private func loader() -> PageLoader {
    PageLoader(
      limit: 1 << 20, members: UnpackedMembers(folder: folder("scratch"), limit: 1 << 20) { false })
  }

  private func write(_ members: [[UInt8]]) throws {
    try Data(members.joined()).write(to: URL(filePath: folder("a.warc.gz")))
  }

  @Test func everyPageComesOutOfOneReading() throws {
    let all = (0..<300).map { number in
      Self.record(number, Self.page(number), charset: number % 2 == 0 ? "; charset=GBK" : "")
    }
    try write([Gzip.compress(Array(all.joined()))])
    let (inputs, loader) = (try inputs(), loader())
    #expect(inputs.refused.isEmpty)
    #expect(inputs.files.count == 300)
    var found: [Data: String] = [:]
    for (index, input) in inputs.files.enumerated() {
      let page = try loader.file(input).page.get()
      #expect(page.source == input.source)
      found[Data(page.bytes)] = page.sentCharset ?? "-"
      // One that lies behind the first few has been read by now: more of the file is not needed.
      if index == 30 { try truncateBehindTheFirstRecords() }
    }
    #expect(found.count == 300)
    for number in 0..<300 { #expect(found[Data(Self.page(number))] == (number % 2 == 0 ? "gbk" : "-")) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder("scratch")) == ["members.spool"])
  }

  /// Leaves of the member what the first seventeen records need.
  private func truncateBehindTheFirstRecords() throws {
    let path = folder("a.warc.gz")
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(bytes.count > 40_000)
    try bytes.prefix(8000).write(to: URL(filePath: path))
  }

  @Test func twoMembersOfManyAndSomeOfOne() throws {
    let parts = [0..<40, 40..<41, 41..<42, 42..<90].map { numbers in
      Gzip.compress(Array(numbers.map { Self.record($0, Self.page($0)) }.joined()))
    }
    try write(parts)
    let (inputs, loader) = (try inputs(), loader())
    let found = try inputs.files.map { Data(try loader.file($0).page.get().bytes) }
    #expect(Set(found) == Set((0..<90).map { Data(Self.page($0)) }))
  }

  /// Where the file has changed since it was looked through, the page is not there any more, and that is said.
  @Test func aPageThatIsGoneIsSaid() throws {
    try write([Gzip.compress(Array((0..<40).map { Self.record($0, Self.page($0)) }.joined()))])
    let (inputs, loader) = (try inputs(), loader())
    try write([Gzip.compress(Array((0..<40).map { Self.record($0, Self.page($0 + 1000)) }.joined()))])
    for input in inputs.files {
      guard case .failure(let failure) = loader.file(input).page else {
        Issue.record("\(input.source) is there")
        continue
      }
      #expect(failure.cause == "is not in the archive any more, at byte 0 of \(folder("a.warc.gz"))")
    }
  }
}
