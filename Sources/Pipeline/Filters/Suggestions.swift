internal import Load
internal import Records
internal import SystemPackage
internal import Vocabulary

/// `xianzhi suggest`: the commonest labels that the vocabulary has no indicator for.
public struct Suggestions {
  /// The forms of the list.
  public enum Format: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// Rows for a table of indicators of one's own, with its header.
    case tsv
    /// For programs: one JSON object a line.
    case json
  }

  private let limit: Int
  private let least: Int

  /// At most `limit` labels, each of which stands at least `least` times.
  public init(limit: Int, least: Int) {
    self.limit = limit
    self.least = least
  }

  /// Reads observations from files as `normalize` writes them and from folders as `run` makes them, or from standard input where
  /// nothing is named, and prints the labels.
  ///
  /// - Throws: a `Stop` with status 65 for a line that is no observation, 66 for a file that cannot be read.
  public func run(_ inputs: [String], as format: Format) throws {
    var tally = LabelTally()
    try Lines.forEach(in: FileNames(try inputs.map(Self.file))) { line in
      tally.add(try ObservationLine.read(line).observation)
    }
    let entries = tally.commonest(limit, atLeast: least)
    let sink = ByteSink(.standardOutput, name: "standard output")
    switch format {
    case .text: for entry in entries { try sink.write(Array(Self.text(entry).utf8)) }
    case .tsv:
      let vocabulary = try Vocabulary.builtIn()
      let rows = [SuggestedRow.header] + entries.map { SuggestedRow($0, vocabulary).text }
      try sink.write(Array(rows.map { $0 + "\n" }.joined().utf8))
    case .json: for entry in entries { try sink.write(Self.json(entry)) }
    }
    try sink.flush()
  }

  /// The observations of a folder of datasets, or the file itself.
  private static func file(_ input: String) throws(Stop) -> String {
    guard (try? System.entry(at: FilePath(input))) == .folder else { return input }
    let file = Path.join(input, "observations.jsonl")
    guard System.exists(file) else {
      throw Stop(.noInput, "\(file): is not there; output.formats of the run must have jsonl")
    }
    return file
  }

  private static func text(_ entry: LabelTally.Entry) -> String {
    let units = entry.commonestUnits.prefix(3).map { $0.isEmpty ? "no unit" : $0 }.joined(separator: ", ")
    let head =
      "\(entry.count)\t\(entry.label)\tin \(entry.documents.count) documents"
      + (units.isEmpty ? "" : ", \(units)")
    return head + "\n" + entry.examples.map { "\t\($0.surface): \($0.sentence)\n" }.joined()
  }

  private static func json(_ entry: LabelTally.Entry) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("indicator", entry.label)
    json.key("count")
    json.integer(entry.count)
    json.key("documents")
    json.integer(entry.documents.count)
    json.key("units")
    json.beginObject()
    for unit in entry.commonestUnits {
      json.key(escaping: unit)
      json.integer(entry.units[unit] ?? 0)
    }
    json.endObject()
    json.key("measures")
    json.beginObject()
    for (measure, count) in entry.measures.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      json.key(escaping: measure.rawValue)
      json.integer(count)
    }
    json.endObject()
    json.key("examples")
    json.beginArray()
    for example in entry.examples {
      json.beginObject()
      json.member("document_id", example.documentID)
      json.member("text", example.surface)
      json.member("sentence", example.sentence)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }
}
