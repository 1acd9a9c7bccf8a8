public import Foundation

/// A tab-separated table with a header row, as gold is written.
public struct GoldTable {
  /// The rows: cells by the names of their columns.
  public let rows: [[String: String]]

  /// The folder `samples`.
  public static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples")

  /// Reads a table of `samples`.
  public init(_ name: String) throws { try self.init(at: Self.samples.appending(path: name)) }

  /// Reads a table; throws what reading the file does.
  public init(at file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.first ?? []
    rows = lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0 < cells.count ? cells[$0] : "") })
    }
  }
}
