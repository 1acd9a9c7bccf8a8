import Foundation
import Testing

/// The compiler lets a target import any module of the package; the house does not.
@Suite struct LayeringTests {
  /// What each target may import: the table of docs/architecture.md. Modules of the toolchain and packages are listed too.
  static let table: [String: Set<String>] = [
    "Records": [],
    "Vocabulary": ["Records", "CVocabulary"],
    "Quantities": ["Records", "Vocabulary"],
    "Extract": ["Records", "Vocabulary", "CLibXML2", "Glibc"],
    "Normalize": ["Records", "Vocabulary", "Quantities"],
    "Load": ["Records", "Vocabulary"],
    "Report": ["Records", "Vocabulary", "Load", "CTemplates", "Mustache"],
    "Fetch": ["Records", "CBrotli", "CCurl", "CZlib", "Crypto", "Glibc", "Synchronization"],
    "Pipeline": [
      "Records", "Vocabulary", "Quantities", "Extract", "Normalize", "Load", "Report", "Fetch",
      "AsyncAlgorithms", "Crypto", "GRDB", "Glibc", "Logging", "Synchronization", "SystemPackage",
    ],
    "xianzhi": ["Pipeline", "ArgumentParser"],
  ]

  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  @Test(arguments: table.keys.sorted())
  func importsOnlyWhatItMay(_ target: String) throws {
    let allowed = try #require(Self.table[target])
    var files = 0
    for file in try Self.swiftFiles(of: target) {
      files += 1
      for (line, module) in Self.imports(in: try String(contentsOf: file, encoding: .utf8)) {
        #expect(allowed.contains(module), "\(file.lastPathComponent):\(line) imports \(module)")
      }
    }
    #expect(files > 0, "Sources/\(target) has no Swift file")
  }

  @Test func everyTargetIsInTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).sorted()
    let cModules: Set = ["CBrotli", "CLibXML2", "CCurl", "CTemplates", "CZlib", "CVocabulary"]
    #expect(folders.filter { !cModules.contains($0) } == Self.table.keys.sorted())
  }

  @Test func theTableIsTheOneThatReadersSee() throws {
    let page = try String(
      contentsOf: Self.sources.deletingLastPathComponent().appending(path: "docs/architecture.md"),
      encoding: .utf8)
    for (target, allowed) in Self.table {
      let row = try #require(
        page.split(separator: "\n").first { $0.hasPrefix("| `\(target)` |") }, "no row for \(target)")
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      let named = Set(
        cells[2].split(separator: "`").map(String.init).filter {
          $0.first?.isLetter == true && $0 != "nothing"
        })
      let own = allowed.filter { Self.table[$0] != nil || $0.hasPrefix("C") && $0 != "Crypto" }
      #expect(named == own, "the row of \(target)")
    }
  }

  static func swiftFiles(of target: String) throws -> [URL] {
    let folder = sources.appending(path: target)
    let walk = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
  }

  /// The modules that a file imports, with their lines.
  static func imports(in text: String) -> [(line: Int, module: String)] {
    var found: [(Int, String)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({
          $0.hasPrefix("@") || ["public", "internal", "package", "private"].contains($0)
        })
      else { continue }
      found.append((index + 1, String(words[at + 1])))
    }
    return found
  }

  @Test func findsImportsInEveryForm() {
    let text =
      "import A\npublic import B\n@preconcurrency import C\n// import D\n  import E\nlet important = 1"
    #expect(Self.imports(in: text).map(\.module) == ["A", "B", "C", "E"])
  }
}
