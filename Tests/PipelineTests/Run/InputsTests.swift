import Foundation
import Load
import Records
import TestSupport
import Testing

@testable import Pipeline

@Suite struct InputsTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func inputs(_ location: Source.Location) throws -> Inputs {
    let source = Source(
      name: "县", regionPosition: nil, location: location, defaults: SourceDefaults(region: "520621"))
    return try Inputs([source], base: folder.path)
  }

  @Test func collectsPagesOfAFolderByTheirNames() throws {
    for name in ["b.HTML", "a.html", "c.htm.gz", "深/层/县 志.shtml", "d.txt", ".hidden.html", "e.html/f.xhtml"] {
      try folder.write("pages/" + name, "x")
    }
    try FileManager.default.createSymbolicLink(atPath: folder("pages/loop"), withDestinationPath: ".")
    try FileManager.default.createSymbolicLink(atPath: folder("pages/z.html"), withDestinationPath: "a.html")
    let inputs = try inputs(.folder("pages"))
    #expect(
      inputs.files.map(\.source) == [
        "pages/a.html", "pages/b.HTML", "pages/c.htm.gz", "pages/e.html/f.xhtml", "pages/z.html",
        "pages/深/层/县 志.shtml",
      ])
    #expect(inputs.files.allSatisfy { $0.defaults.region == "520621" })
  }

  /// U+F914 is canonically equivalent to U+6A02, and é can be written in two ways: four files, not two.
  @Test func namesThatLookTheSameAreDifferentFiles() throws {
    for name in ["\u{F914}.html", "\u{6A02}.html", "\u{E9}.html", "e\u{301}.html"] {
      try folder.write("pages/" + name, name)
    }
    #expect(try inputs(.folder("pages")).files.count == 4)
  }

  @Test func namesInOtherCharsetsAreRead() throws {
    try folder.write("pages/a.html", "x")
    // 县.html in GBK.
    let name: [UInt8] = Array((folder("pages/")).utf8) + [0xCF, 0xD8] + Array(".html".utf8) + [0]
    let file = name.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644) }
    }
    #expect(file >= 0)
    close(file)
    let inputs = try inputs(.folder("pages"))
    #expect(inputs.files.count == 2)
    for input in inputs.files { _ = try FileReader.bytes(of: input.path, limit: 10) }
  }

  @Test func theCurrentFolderIsAFolder() throws {
    try folder.write("a.html", "x")
    #expect(try inputs(.folder(".")).files.map(\.source) == ["a.html"])
  }

  @Test func aFolderThatCannotBeListedIsAFinding() throws {
    try folder.write("a.html", "x")
    let source = Source(
      name: "1", regionPosition: nil, location: .folder("nowhere"), defaults: SourceDefaults())
    let inputs = try Inputs([source], base: folder.path)
    #expect(inputs.refused.map(\.message) == ["the folder cannot be listed: No such file or directory"])
    #expect(inputs.refused.map(\.source) == ["nowhere"])
  }

  @Test func nothingToReadIsSaid() throws {
    try folder.write("pages/a.txt", "x")
    #expect(
      throws: Stop(.noInput, "no page in any source; a page's name ends in .html, .htm, .shtml or .xhtml")
    ) {
      _ = try inputs(.folder("pages"))
    }
  }
}
