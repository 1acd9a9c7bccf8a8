import Foundation

/// The rules as the source has them: a file for each, with a doc comment that says what it reads, yields
/// and refuses.
enum Rules {
  struct Rule {
    let name: String
    let folder: String
    let summary: String
    let reads: String
    let yields: String
    let refuses: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let folders = ["Refusals", "Measures", "Subjects", "When"]

  /// The names of all rules.
  static var all: [String] { (try? rules().map(\.name)) ?? [] }

  static func folder(of name: String) -> String? {
    (try? rules())?.first { $0.name == name }?.folder
  }

  /// Every rule, by folder and name.
  static func rules() throws -> [Rule] {
    try folders.flatMap { folder in
      let directory = root.appending(path: "Sources/Normalize/\(folder)")
      return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
        .filter { $0.hasSuffix(".swift") }
        .compactMap { try rule(String($0.dropLast(6)), folder, directory.appending(path: $0)) }
    }
  }

  private static func rule(_ name: String, _ folder: String, _ file: URL) throws -> Rule? {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    let comment = lines.filter { $0.hasPrefix("///") }.map {
      $0.dropFirst(3).trimmingCharacters(in: .whitespaces)
    }
    guard let end = lines.firstIndex(where: { $0.hasPrefix("enum \(name)") }),
      comment.contains(where: { $0.hasPrefix("Reads:") })
    else { return nil }
    let block = lines[..<end].reversed().prefix { $0.hasPrefix("///") }.reversed().map {
      $0.dropFirst(3).trimmingCharacters(in: .whitespaces)
    }
    var parts: [String: String] = [:]
    var key = "summary"
    for line in block where !line.isEmpty {
      var rest = line
      for heading in ["Reads", "Yields", "Refuses"] where line.hasPrefix(heading + ":") {
        key = heading
        rest = line.dropFirst(heading.count + 1).trimmingCharacters(in: .whitespaces)
      }
      parts[key] = parts[key].map { $0 + " " + rest } ?? rest
    }
    return Rule(
      name: name, folder: folder, summary: parts["summary"] ?? "", reads: parts["Reads"] ?? "",
      yields: parts["Yields"] ?? "", refuses: parts["Refuses"] ?? "")
  }
}
