internal import Extract
internal import Records

/// What the second pass over the documents takes in one piece: a document by itself, or those that may be one.
struct SpooledUnit: Sendable {
  private let packed: [PackedDocument]
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
    while let document = try next(reader) {
      if !grouped.contains(place) {
        guard await body(SpooledUnit(packed: [document], missing: [])) else { return }
      }
      place = reader.offset
    }
    for group in groups {
      let packed = try group.places.compactMap { place in
        try reader.seek(to: place)
        return try next(reader)
      }
      guard await body(SpooledUnit(packed: packed, missing: group.missing)) else { return }
    }
  }

  private static func next(_ reader: FrameReader) throws -> PackedDocument? {
    guard let bytes = try reader.next() else { return nil }
    guard let packed = PackedDocument(bytes) else { throw notReadBack }
    return packed
  }

  private static let notReadBack = Stop(.bug, "a bug, please report it: a document cannot be read back")

  /// The documents that were packed.
  ///
  /// - Throws: a `Stop` where one cannot be read, which is a bug: it was written by this process, or read by it before.
  func documents() throws(Stop) -> [Document] {
    var documents: [Document] = []
    for packed in packed {
      guard let document = packed.document else { throw Self.notReadBack }
      documents.append(document)
    }
    return documents
  }
}
