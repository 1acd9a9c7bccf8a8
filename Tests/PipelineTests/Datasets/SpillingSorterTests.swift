import Foundation
import Load
import TestSupport
import Testing

@testable import Pipeline

@Suite struct SpillingSorterTests {
  private func row(_ key: String, _ body: String) -> ResourceRow {
    ResourceRow(key: Array(key.utf8), csv: Array("\(body)\n".utf8), json: Array("{\"\(body)\"}".utf8))
  }

  private func sorted(_ rows: [ResourceRow], limit: Int) throws -> (
    rows: [ResourceRow], left: [String], spills: Int
  ) {
    let folder = try TemporaryFolder()
    let sorter = SpillingSorter(folder: folder.path, name: "rows", limit: limit)
    for row in rows { try sorter.append(row) }
    let spills = folder.names.count
    var out: [ResourceRow] = []
    try sorter.forEach { out.append($0) }
    return (out, folder.names, spills)
  }

  @Test(arguments: [1 << 20, 4000, 200])
  func sortsByBytesWhateverFitsIntoMemory(_ limit: Int) throws {
    var state: UInt64 = 7
    let rows = (0..<500).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return row("\(state >> 40)县", "\(index)")
    }
    let result = try sorted(rows, limit: limit)
    #expect(result.rows == rows.sorted())
    #expect(result.left == [], "spills are removed")
    #expect((result.spills > 0) == (limit < 1 << 20))
  }

  @Test func rowsOfOneKeyKeepTheirOrder() throws {
    let rows = (0..<300).map { row("\($0 % 3)", "\($0)") }
    let expected = (0..<3).flatMap { key in stride(from: key, to: 300, by: 3).map { row("\(key)", "\($0)") } }
    #expect(try sorted(rows, limit: 1000).rows == expected)
  }

  @Test(arguments: [2, 3, 16])
  func manySpillsAreMergedInLevels(_ fanIn: Int) throws {
    let folder = try TemporaryFolder()
    // Every row is a spill of its own.
    let sorter = SpillingSorter(folder: folder.path, name: "rows", limit: 0, fanIn: fanIn)
    let rows = (0..<1000).map { row("\($0 % 7)", "\($0)") }
    var most = 0
    for row in rows {
      try sorter.append(row)
      most = max(most, folder.names.count)
    }
    // 1000 is less than the tenth power of 2, the seventh of 3, the third of 16.
    let levels = [2: 10, 3: 7, 16: 3][fanIn] ?? 0
    #expect(most <= (fanIn - 1) * levels && most > 1, "files at once: \(most)")
    var out: [ResourceRow] = []
    var open = 0
    try sorter.forEach {
      open = max(open, try Self.openFiles(in: folder.path))
      out.append($0)
    }
    #expect((1...fanIn).contains(open), "files open at once: \(open)")
    #expect(out == (0..<7).flatMap { key in stride(from: key, to: 1000, by: 7).map { rows[$0] } })
    #expect(folder.names == [], "spills are removed")
  }

  /// How many files in a folder this process has open.
  private static func openFiles(in folder: String) throws -> Int {
    let descriptors = "/proc/self/fd"
    return try FileManager.default.contentsOfDirectory(atPath: descriptors).count { name in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(descriptors)/\(name)"))?
        .hasPrefix(folder + "/") ?? false
    }
  }

  @Test func nothingGivesNothing() throws {
    #expect(try sorted([], limit: 10).rows == [])
  }

  @Test func rowsThatNobodyAsksForLeaveNothing() throws {
    let folder = try TemporaryFolder()
    do {
      let sorter = SpillingSorter(folder: folder.path, name: "rows", limit: 200)
      for index in 0..<50 { try sorter.append(row("\(index)", "\(index)")) }
      #expect(!folder.names.isEmpty)
    }
    #expect(folder.names.isEmpty)
  }

  @Test func groupsComeBackFromTheDisk() throws {
    let folder = try TemporaryFolder()
    let sorter = SpillingSorter(folder: folder.path, name: "rows", limit: 1)
    for key in ["b2", "a1", "a2"] {
      try sorter.append(ResourceRow(key: Array(key.utf8), csv: [], json: [], groupLength: 1))
    }
    var rows: [ResourceRow] = []
    try sorter.forEach { rows.append($0) }
    #expect(rows[0].isGrouped(with: rows[1]) && !rows[1].isGrouped(with: rows[2]))
  }
}
