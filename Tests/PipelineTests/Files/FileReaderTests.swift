import SystemPackage
import TestSupport
import Testing

@testable import Pipeline

@Suite struct FileReaderTests {
  @Test func namesTheCause() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", "县志")
    let page = FilePath(folder("page.html"))
    #expect(try FileReader.bytes(of: page, limit: 6) == Array("县志".utf8))
    #expect(throws: FileReader.Failure(cause: "is larger than 5 bytes", isOversized: true)) {
      try FileReader.bytes(of: page, limit: 5)
    }
    #expect(throws: FileReader.Failure(cause: "is no file")) {
      try FileReader.bytes(of: FilePath(folder.path), limit: 5)
    }
    #expect(throws: FileReader.Failure(cause: "cannot be read: No such file or directory")) {
      try FileReader.bytes(of: FilePath(folder("nothing.html")), limit: 5)
    }
  }

  @Test func linesOfAnyLength() throws {
    let folder = try TemporaryFolder()
    let lines = ["", "县", String(repeating: "长", count: 300_000), "", "末"]
    try folder.write("lines", lines.joined(separator: "\n"))
    var read: [String] = []
    var reader = try LineReader(FileName(folder("lines")))
    try reader.forEach { line in
      #expect(line.number == read.count + 1)
      read.append(String(decoding: line.bytes, as: UTF8.self))
    }
    #expect(read == lines)
    // Every file is closed: more files than a process may hold open.
    try folder.write("short", "县\n")
    for _ in 0..<2000 {
      var reader = try LineReader(FileName(folder("short")))
      try reader.forEach { _ in }
    }
  }
}
