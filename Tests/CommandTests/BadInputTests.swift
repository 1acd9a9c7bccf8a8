import Foundation
import TestSupport
import Testing

/// What is no page is a finding or an error that names the file, and the pages beside it are read.
@Suite struct BadInputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("pages/good.html", ExitStatusTests.page)
    try write("empty", [])
    try write(
      "binary",
      (0..<3000).map { (index: Int) -> UInt8 in
        UInt8(truncatingIfNeeded: index * index * 7 + index / 3)
      })
    try write("pdf", Array("%PDF-1.7\n1 0 obj".utf8))
    try write("image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    try write("torn", [0x1F, 0x8B, 0x08, 0x00, 0x00])
    try FileManager.default.createDirectory(
      atPath: folder("pages/folder.html"), withIntermediateDirectories: true)
    for (name, target) in [("loop", "pool.html"), ("pool", "loop.html"), ("dangling", "nowhere.html")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder("pages/\(name).html"), withDestinationPath: target)
    }
    try FileManager.default.createSymbolicLink(atPath: folder("pages/round"), withDestinationPath: ".")
    // 100 MB that take no room on the disk.
    try write("huge", [])
    #expect(truncate(folder("pages/huge.html"), 100 << 20) == 0)
    #expect(mkfifo(folder("pages/pipe.html"), 0o644) == 0)
    try write("secret", Array(ExitStatusTests.page.utf8) + Array("<!-- 2 -->".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder("pages/secret.html"))
    try folder.write("pipeline.json", #"{ "sources": [{ "name": "pages", "folder": "pages" }] }"#)
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: folder("pages/\(name).html")))
  }

  /// For each page of the set its findings but those of its statements.
  private func findings() throws -> [String: String] {
    var found: [String: String] = [:]
    for line in try folder.read("out/findings.csv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells[2] != "no_region", cells[2] != "no_article", cells[2] != "no_period" else { continue }
      found[String(cells[1].dropFirst("pages/".count)), default: ""] += "\(cells[2]): \(cells[3])"
    }
    return found
  }

  @Test func aRunGoesOn() throws {
    let run = try Command.run(["run", "--quiet"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    var expected = [
      "binary.html": "not_html: the bytes are binary data", "pdf.html": "not_html: the bytes are a PDF",
      "image.html": "not_html: the bytes are a PNG image",
      "torn.html": "unreadable_file: is gzip that ends too early",
      "loop.html": "unreadable_file: cannot be read: Too many levels of symbolic links",
      "pool.html": "unreadable_file: cannot be read: Too many levels of symbolic links",
      "dangling.html": "unreadable_file: cannot be read: No such file or directory",
      "huge.html": "oversized_page: is larger than 16777216 bytes",
      "pipe.html": "unreadable_file: is no file",
    ]
    // Root reads what nobody may.
    if getuid() != 0 { expected["secret.html"] = "unreadable_file: cannot be read: Permission denied" }
    #expect(try findings() == expected)
    let kinds = try folder.read("out/documents.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")[1...2].joined(separator: " ")
    }
    let articles = ["pages/good.html article"] + (getuid() == 0 ? ["pages/secret.html article"] : [])
    #expect(
      Set(kinds)
        == Set(articles + ["binary", "empty", "image", "pdf"].map { "pages/\($0).html empty" }))
    #expect(try folder.read("out/observations.csv").contains("4200亩"))
  }

  @Test(arguments: [
    ("folder", "is no file"), ("loop", "cannot be read: Too many levels of symbolic links"),
    ("dangling", "cannot be read: No such file or directory"), ("huge", "is larger than 16777216 bytes"),
    ("pipe", "is no file"), ("torn", "is gzip that ends too early"),
  ])
  func aFilterNamesTheFile(_ name: String, _ cause: String) throws {
    let result = try Command.run(["extract", "pages/\(name).html", "pages/good.html"], in: folder.path)
    #expect(result.status == 66)
    #expect(result.errors == "xianzhi: pages/\(name).html: \(cause)\n")
    #expect(result.output.split(separator: "\n").count == 1, "the other page is unharmed")
  }
}
