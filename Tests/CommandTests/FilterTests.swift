import Foundation
import TestSupport
import Testing

/// The filters as one chain, and what they say of themselves.
@Suite struct FilterTests {
  @Test func theChainEndsInDatasets() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", ExitStatusTests.page)
    let documents = try Command.run(["extract", "page.html"], in: folder.path)
    #expect(documents.status == 0)
    let observations = try Command.run(["normalize"], input: documents.output)
    #expect(observations.status == 0)
    let load = try Command.run(["load", "-o", "out"], input: observations.output, in: folder.path)
    #expect(load.status == 0, "\(load.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder("out")).sorted()
    #expect(
      Set(["datapackage.json", "observations.csv", "observations.json", "observations.jsonl"]).isSubset(
        of: files))
    #expect(!files.contains("documents.csv"), "nothing is known of documents")
    // The loader sorts and adds the last column; apart from that the lines are what the filter before it wrote.
    let loaded = try folder.read("out/observations.jsonl").split(separator: "\n").sorted().map {
      $0.dropLast(#","preferred":true}"#.count) + "}"
    }
    #expect(loaded == observations.output.split(separator: "\n").sorted())
    #expect(loaded.count >= 4)
  }

  /// Names come from a file, from standard input, with zero bytes behind them; those of the command line come first.
  @Test func namesComeFromAList() throws {
    let folder = try TemporaryFolder()
    for name in ["a.html", "b c.html", "d\ne.html"] { try folder.write(name, ExitStatusTests.page) }
    func sources(_ arguments: [String], input: String = "") throws -> [String] {
      let result = try Command.run(["extract"] + arguments, input: input, in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      return try result.output.split(separator: "\n").map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return object?["source"] as? String ?? ""
      }
    }
    try folder.write("list", "b c.html\n\na.html")
    #expect(try sources(["--files-from", "list"]) == ["b c.html", "a.html"])
    #expect(try sources(["a.html", "--files-from", "-"], input: "b c.html\n") == ["a.html", "b c.html"])
    #expect(
      try sources(["-0", "--files-from", "-"], input: "d\ne.html\0a.html\0") == ["d\ne.html", "a.html"])
    #expect(try sources(["--files-from", "-"]) == [])
  }

  /// A list that is not there, and a name in it; standard input cannot be two things.
  @Test func listsThatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.html", ExitStatusTests.page)
    try folder.write("list", "gone.html\na.html\n")
    let gone = try Command.run(["extract", "--files-from", "list"], in: folder.path)
    #expect(gone.status == 66)
    #expect(gone.errors == "xianzhi: gone.html: cannot be read: No such file or directory\n")
    #expect(gone.output.split(separator: "\n").count == 1)
    #expect(try Command.run(["extract", "--files-from", "none"], in: folder.path).status == 66)
    for arguments in [[], ["-", "--files-from", "-"], ["-0", "a.html"]] {
      #expect(try Command.run(["extract"] + arguments, in: folder.path).status == 64, "\(arguments)")
    }
  }

  @Test func theOtherFiltersTakeListsToo() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", ExitStatusTests.page)
    for (command, input) in [
      ("extract", "page.html"), ("normalize", "extract.out"), ("load", "normalize.out"),
    ] {
      let result = try Command.run(
        [command, "--files-from", "-", "--output", "\(command).out"], input: input, in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(try folder.read("load.out/observations.csv").contains("4200亩"))
  }

  @Test func theCommandLineGivesWhatASourceWould() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", ExitStatusTests.page)
    let options = ["--region", "520621", "--published", "2022-06-29", "--tier", "media"]
    let line = try Command.run(["extract"] + options + ["page.html"], in: folder.path).output
    for field in [#""region_code":"520621""#, #""published":"2022-06-29""#, #""tier":"media""#] {
      #expect(line.contains(field), "\(line)")
    }
  }

  @Test func emptyAndDamagedLinesAreAnswered() throws {
    let result = try Command.run(["annotate"], input: Data("党支部19个\n\n耕地".utf8) + [0xFF] + Data("3万亩".utf8))
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1] == #"{"text":"","quantities":[],"periods":[]}"#)
    #expect(lines[2].hasPrefix("{\"text\":\"耕地\u{FFFD}3万亩\""))
    #expect(result.errors == "xianzhi: standard input:3: bytes that are no UTF-8 became U+FFFD\n")
  }

  @Test func aNumberThatIsTooLongIsAFinding() throws {
    let result = try Command.run(["annotate"], input: "共\(String(repeating: "9", count: 39))元\n")
    #expect(result.status == 0)
    #expect(
      result.output.contains(#""quantities":[],"periods":[],"findings":[{"code":"number_too_long""#),
      "\(result.output)")
  }

  @Test func everyCommandHasHelpWithAnExample() throws {
    for command in ["run", "extract", "normalize", "load", "annotate", "explain", "suggest", "validate"] {
      let help = try Command.run([command, "--help"])
      #expect(help.status == 0)
      #expect(help.output.contains("Example: "), "\(command)")
    }
    #expect(try Command.run(["--version"]).output.split(separator: ".").count == 3)
    for shell in ["bash", "zsh", "fish"] {
      #expect(try Command.run(["--generate-completion-script", shell]).output.contains("xianzhi"))
    }
  }

  @Test func explainsASentenceAndAPage() throws {
    let sentence = try Command.run(["explain", "2021年，江口县组建党支部19个。"])
    #expect(sentence.status == 0)
    #expect(sentence.output.contains("党支部⟦19个⟧"), "\(sentence.output)")
    let folder = try TemporaryFolder()
    try folder.write("page.html", ExitStatusTests.page)
    let page = try Command.run(["explain", "page.html"], in: folder.path)
    #expect(page.output.contains("⟦4200亩⟧"), "\(page.output)")
    #expect(page.output.contains("2800000 m2"), "\(page.output)")
    let lines = try Command.run(["explain", "--lines", "page.html"], in: folder.path).output.split(
      separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("kept\t") }, "\(lines)")
    let json = try Command.run(["explain", "--format", "json", "page.html"], in: folder.path)
    #expect(json.output.contains("\"rules\":"))
  }
}
