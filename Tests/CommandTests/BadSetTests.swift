import Foundation
import TestSupport
import Testing

/// What `load` refuses: one line that names it, a status of the table in docs/operate.md, and the set before stays as it was.
@Suite struct BadSetTests {
  let folder: TemporaryFolder
  let observations: String

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("page.html", ExitStatusTests.page)
    let documents = try Command.run(["extract", "page.html"], in: folder.path).output
    try folder.write("documents.jsonl", documents)
    observations = try Command.run(["normalize"], input: documents).output
    try folder.write("good.jsonl", observations)
    #expect(try load("good.jsonl").status == 0)
  }

  private func load(_ arguments: String..., output: String = "out") throws -> Command.Result {
    try Command.run(["load"] + arguments + ["--output", output], in: folder.path)
  }

  /// The set that is published.
  private func set() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: folder("out"))
      + folder.read("out/checksums.txt")
  }

  private func line(_ change: (String) -> String) -> String {
    change(
      observations.split(separator: "\n").map(String.init).first { $0.contains(#""text":"4200亩""#) } ?? "")
      + "\n"
  }

  @Test(arguments: [
    (#""value":4200"#, #""value":123456789012345678901234567890123456789"#, "has more than 38 digits"),
    (#""value":4200"#, #""value":4.2e3"#, "expected a plain decimal without exponent"),
    (#""status":"actual""#, #""status":"done""#, "expected one of actual, target"),
    (#""region_level":"county""#, #""region_level":"town""#, "expected one of province, prefecture, county"),
    (#""text":"4200亩""#, #""text":"\u12"#, "expected"),
    (#""start":45"#, #""start":99"#, "start: 99 to 50 is no stretch of a text"),
    (#""text":"4200亩""#, #""text":"""#, "text: is empty"),
    (#""indicator":"林改培面积""#, #""indicator":"""#, "indicator: is empty"),
    (
      #""region_code":"520621""#, #""region_code":"5206""#, "region_code: expected six digits, found \"5206\""
    ),
    (#""region_code":"520621""#, #""region_code":"52062１""#, "region_code: expected six digits"),
    (
      #""indicator_id":"low_yield_forest_reform_area""#, #""indicator_id":"tea,area""#,
      "indicator_id: \"tea,area\" is no name"
    ),
    (
      #""indicator_id":"low_yield_forest_reform_area""#, #""indicator_id":"林改培""#,
      "indicator_id: \"林改培\" is no name"
    ),
  ])
  func aLineThatIsNoObservation(_ old: String, _ new: String, _ message: String) throws {
    let before = try set()
    let bad = line { line in
      #expect(line.contains(old), "\(line)")
      return line.components(separatedBy: old).joined(separator: new)
    }
    try folder.write(
      "bad.jsonl",
      observations
        + bad.components(separatedBy: "observation_id\":\"").joined(separator: "observation_id\":\"x"))
    let result = try load("bad.jsonl")
    #expect(result.status == 65)
    #expect(
      result.errors.hasPrefix("xianzhi: bad.jsonl:5:") && result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(try set() == before)
  }

  @Test(arguments: ["observation_id", "document_id"])
  func anEmptyId(_ column: String) throws {
    let bad = line { line in
      guard let key = line.range(of: "\"\(column)\":\""),
        let end = line.range(of: "\"", range: key.upperBound..<line.endIndex)
      else { return line }
      return line.replacingCharacters(in: key.upperBound..<end.lowerBound, with: "")
    }
    try folder.write("bad.jsonl", bad)
    let result = try load("bad.jsonl")
    #expect(result.status == 65 && result.errors == "xianzhi: bad.jsonl:1: \(column): is empty\n")
  }

  @Test func aKeyThatStandsTwice() throws {
    let before = try set()
    let result = try load("good.jsonl", "good.jsonl")
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("xianzhi: good.jsonl:1: observation_id: "), "\(result.errors)")
    #expect(result.errors.hasSuffix(" stands in a line before\n"))
    #expect(try set() == before)
  }

  @Test func anObservationWithoutItsDocument() throws {
    try folder.write(
      "lost.jsonl",
      line { $0.components(separatedBy: #""document_id":""#).joined(separator: #""document_id":"no"#) })
    let result = try load("lost.jsonl", "--documents", "documents.jsonl")
    #expect(result.status == 65)
    #expect(
      result.errors.hasPrefix("xianzhi: lost.jsonl:1: document_id: no")
        && result.errors.hasSuffix(" is none of the documents\n"), "\(result.errors)")
    #expect(try load("lost.jsonl").status == 0, "without documents nothing is known of them")
  }

  /// What is no text is named, never mended in silence: whoever wrote it lost something.
  @Test(arguments: [
    (Data(#"a\ud800"#.utf8), "expected a pair of surrogates, found only one"),
    (Data(#"\udc00县"#.utf8), "expected a pair of surrogates, found only one"),
    (Data([0x61, 0xFF]), "is not valid UTF-8"),
  ])
  func whatIsNoTextIsNamed(_ odd: Data, _ message: String) throws {
    for (file, key) in [("good.jsonl", #""sentence":""#), ("documents.jsonl", #""source":""#)] {
      let line = try folder.read(file).split(separator: "\n")[0]
      let place = try #require(line.range(of: key)).upperBound
      let whole = Data("\(line)\n\(line[..<place])".utf8) + odd + Data("\(line[place...])\n".utf8)
      try whole.write(to: URL(filePath: folder("odd.jsonl")))
      let result =
        file == "documents.jsonl"
        ? try load("good.jsonl", "--documents", "odd.jsonl") : try load("odd.jsonl")
      #expect(result.status == 65)
      #expect(
        result.errors.hasPrefix("xianzhi: odd.jsonl:2:") && result.errors.hasSuffix("\(message)\n"),
        "\(result.errors)")
    }
  }

  /// Control characters stay; a record is one line whatever stands in it.
  @Test func oddCharactersDoNoHarm() throws {
    let odd = #"a\u0001\u0000\n\u2028\"=1,"#
    try folder.write(
      "odd.jsonl",
      line { $0.components(separatedBy: #""sentence":""#).joined(separator: #""sentence":""# + odd) })
    let result = try load("odd.jsonl")
    #expect(result.status == 0, "\(result.errors)")
    let records = try folder.read("out/observations.csv").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(records.count == 3 && records[2].isEmpty)
    #expect(records[1].contains("\"a\u{1}\u{FFFD} \u{2028}\"\"=1,"), "\(records[1])")
    let json = try JSONSerialization.jsonObject(with: Data(folder.read("out/observations.jsonl").utf8))
    #expect(json is [String: Any])
  }

  /// The system refuses more bytes in the middle, as a full disk does: in a table, and in the database.
  @Test(arguments: [(400, "", "observations.json"), (1, "--sqlite", "xianzhi.sqlite")])
  func aDiskThatFillsUp(_ count: Int, _ option: String, _ file: String) throws {
    let before = try set()
    let many = (0..<count).map { index in
      line {
        $0.components(separatedBy: #""observation_id":""#).joined(separator: #""observation_id":"\#(index)-"#)
      }
    }
    try folder.write("many.jsonl", many.joined())
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    // Files of 80 KiB at most, which the database is larger than; without its handler the signal SIGXFSZ would end the program.
    shell.arguments = [
      "-c", "ulimit -f 80; trap '' XFSZ; exec \"$0\" load many.jsonl \(option) --output out 2>errors.txt",
      Command.executable.path,
    ]
    shell.currentDirectoryURL = URL(filePath: folder.path)
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
    let errors = try folder.read("errors.txt")
    #expect(
      errors.contains("/\(file): cannot be written: ") && errors.split(separator: "\n").count == 1,
      "\(errors)")
    #expect(try set() == before)
    let left = folder.names.filter { $0.hasPrefix(".out-") }
    #expect(left.count == 1, "what was begun is removed: \(left)")
  }

  @Test func aFolderThatCannotBeWritten() throws {
    try folder.write("file", "of somebody")
    try FileManager.default.createDirectory(atPath: folder("theirs"), withIntermediateDirectories: true)
    try folder.write("theirs/letter.txt", "of somebody")
    for (output, message) in [
      ("file", "file: is no output of xianzhi"), ("theirs", "theirs: is no output of xianzhi"),
      ("/proc/out", "cannot be made"),
    ] {
      let result = try load("good.jsonl", output: output)
      #expect(result.status == 73, "\(output): \(result.errors)")
      #expect(result.errors.contains(message), "\(result.errors)")
    }
    #expect(try folder.read("theirs/letter.txt") == "of somebody" && folder.read("file") == "of somebody")
  }
}
