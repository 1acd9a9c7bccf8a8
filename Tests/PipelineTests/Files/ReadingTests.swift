import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ReadingTests {
  /// `printf 县 | gzip -n`.
  static let gzip: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x7b, 0xda, 0xb7, 0x1f, 0x00, 0x81, 0xd0,
    0xb6,
    0xae, 0x03, 0x00, 0x00, 0x00,
  ]

  @Test func gzipIsReadWhole() throws {
    let folder = try TemporaryFolder()
    try Data(Self.gzip + Self.gzip).write(to: URL(filePath: folder("page.html.gz")))
    #expect(try FileReader.bytes(of: folder("page.html.gz"), limit: 100) == Array("县县".utf8))
    #expect(throws: FileReader.Failure(cause: "is larger than 5 bytes", isOversized: true)) {
      try FileReader.bytes(of: folder("page.html.gz"), limit: 5)
    }
  }

  @Test func namesTheCause() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", "县志")
    #expect(try FileReader.bytes(of: folder("page.html"), limit: 6) == Array("县志".utf8))
    #expect(throws: FileReader.Failure(cause: "is larger than 5 bytes", isOversized: true)) {
      try FileReader.bytes(of: folder("page.html"), limit: 5)
    }
    #expect(throws: FileReader.Failure(cause: "is no file")) {
      try FileReader.bytes(of: folder.path, limit: 5)
    }
    #expect(throws: FileReader.Failure(cause: "cannot be read: No such file or directory")) {
      try FileReader.bytes(of: folder("nothing.html"), limit: 5)
    }
  }

  @Test func cutGzipIsNamed() throws {
    let folder = try TemporaryFolder()
    try Data(Self.gzip.prefix(12)).write(to: URL(filePath: folder("cut.html.gz")))
    #expect(throws: FileReader.Failure(cause: "is gzip that ends too early")) {
      try FileReader.bytes(of: folder("cut.html.gz"), limit: 100)
    }
    try Data([0x1f, 0x8b, 0xff, 0, 0, 0, 0, 0, 0, 0, 0]).write(to: URL(filePath: folder("bad.html.gz")))
    #expect(throws: FileReader.Failure(cause: "is damaged gzip")) {
      try FileReader.bytes(of: folder("bad.html.gz"), limit: 100)
    }
  }
}
