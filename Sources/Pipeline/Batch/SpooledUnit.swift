internal import Extract
internal import Records

/// What the second pass over the documents takes in one piece: a document by itself, or those that may be one.
struct SpooledUnit: Sendable {
  private let lines: [[UInt8]]
  /// The numbers of parts that are missing among them.
  let missing: [Int]

  /// Hands out the documents of a spool that are in no group in the order in which they lie there, then the groups, until
  /// `body` says no.
  ///
  /// - Throws: a `Stop` where the spool cannot be read.
  static func forEach(
    in spool: SpooledDocuments, groups: [PageSeries.Group], _ body: (SpooledUnit) async -> Bool
  ) async throws {
    let reader = try spool.reader()
    let grouped = Set(groups.lazy.flatMap(\.places))
    var place = reader.offset
    while let line = try reader.next() {
      if !grouped.contains(place) {
        guard await body(SpooledUnit(lines: [Array(line)], missing: [])) else { return }
      }
      place = reader.offset
    }
    for group in groups {
      let lines = try group.places.compactMap { place in
        try reader.seek(to: place)
        return try reader.next().map { Array($0) }
      }
      guard await body(SpooledUnit(lines: lines, missing: group.missing)) else { return }
    }
  }

  /// The documents that the lines are.
  ///
  /// - Throws: a `Stop` where a line is none, which is a bug: they were written by this process.
  func documents() throws(Stop) -> [Document] {
    var documents: [Document] = []
    for line in lines {
      let read = line.withUnsafeBufferPointer { bytes in
        Result { () throws(Fault) in
          try DocumentLine.read(WireLine(bytes: bytes, file: "documents.spool", number: 1))
        }
      }
      do throws(Fault) {
        documents.append(try read.get())
      } catch {
        throw Stop(.bug, "a bug, please report it: a document cannot be read back: \(error)")
      }
    }
    return documents
  }
}
