import Foundation
import Testing

/// Rules of the house that no compiler knows (docs/architecture.md).
@Suite struct HouseRulesTests {
  static let exactTargets = ["Records", "Vocabulary", "Quantities", "Extract", "Normalize", "Load", "Report"]

  static func lines(of target: String) throws -> [(place: String, text: String)] {
    try LayeringTests.swiftFiles(of: target).flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated().map { ("\(file.lastPathComponent):\($0.offset + 1)", code(String($0.element))) }
    }
  }

  /// The line without its comment, so that prose may name what code may not use.
  static func code(_ line: String) -> String {
    guard let comment = line.range(of: "//") else { return line }
    return String(line[..<comment.lowerBound])
  }

  static func words(_ line: String) -> Set<Substring> {
    Set(line.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
  }

  @Test(arguments: exactTargets)
  func numbersAreExact(_ target: String) throws {
    for (place, text) in try Self.lines(of: target) {
      #expect(
        Self.words(text).isDisjoint(with: [
          "Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat",
        ]), "\(place): \(text)")
    }
  }

  @Test(arguments: exactTargets)
  func noRegularExpressions(_ target: String) throws {
    for (place, text) in try Self.lines(of: target) {
      #expect(Self.words(text).isDisjoint(with: ["Regex", "NSRegularExpression"]), "\(place): \(text)")
    }
  }

  @Test(arguments: LayeringTests.table.keys.sorted())
  func nothingIsForced(_ target: String) throws {
    for (place, text) in try Self.lines(of: target) {
      #expect(!text.contains("try!") && !text.contains("fatalError("), "\(place): \(text)")
    }
  }

  @Test(arguments: LayeringTests.table.keys.sorted())
  func filesAreShort(_ target: String) throws {
    for file in try LayeringTests.swiftFiles(of: target) {
      let count = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      #expect(count <= 500, "\(file.lastPathComponent) has \(count) lines")
    }
  }
}
