internal import Glibc
internal import Load
internal import SystemPackage

/// `xianzhi diff`: which observations are new, gone or changed between two runs, and why.
public struct Diff {
  /// The forms of a difference.
  public enum Format: String, CaseIterable, Sendable {
    /// For people: a line a row, and the counts at the end.
    case table
    /// A row a cell that changed.
    case csv
    /// JSON Lines: an object a row.
    case json
  }

  private let format: Format

  /// Makes the command.
  public init(as format: Format) { self.format = format }

  /// Compares two folders of datasets and prints what differs.
  ///
  /// - Returns: whether anything does.
  /// - Throws: a `Stop` with status 66 where a folder holds no datasets, 65 where their columns differ, 74 where the scratch
  ///   folder cannot be written.
  public func callAsFunction(_ old: String, _ new: String) throws {
    let scratch = try Self.scratchFolder()
    defer { System.remove(scratch) }
    let diff = try DatasetDiff(old: old, new: new, scratch: scratch)
    let sink = ByteSink(.standardOutput, name: "standard output")
    var counts: [String: Int] = [:]
    if format == .csv { try sink.write(DiffRow.header) }
    try diff.forEach { change in
      counts["\(change.kind.rawValue), \(change.cause.rawValue)", default: 0] += 1
      try sink.write(DiffRow(change).encoded(as: format))
    }
    if format == .table {
      let lines = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
      try sink.write(Array((counts.isEmpty ? "the same\n" : lines.joined()).utf8))
    }
    try sink.flush()
    if !counts.isEmpty { throw Stop(.different, "") }
  }

  private static func scratchFolder() throws(Stop) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = Path.join(parent, "xianzhi-diff.\(getpid())")
    do throws(Errno) {
      try System.makeFolder(path)
    } catch {
      throw Stop(.inputOutput, "\(path): cannot be made: \(error)")
    }
    return path
  }
}
