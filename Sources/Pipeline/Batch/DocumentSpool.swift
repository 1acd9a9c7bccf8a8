internal import Records

/// The documents of a run between the two passes over them, as lines in a scratch file: what a batch has to know of all
/// before it can write any does not fit into memory.
struct DocumentSpool {
  private let path: String
  private let sink: ByteSink

  /// Makes the file in `folder`.
  ///
  /// - Throws: a `Stop` that names the file.
  init(folder: String) throws {
    path = Path.join(folder, "documents.spool")
    sink = try ByteSink(creating: path)
  }

  /// Appends a document's line and tells its place.
  ///
  /// - Throws: a `Stop` that names the file.
  func append(_ line: [UInt8]) throws -> Int {
    let place = sink.count
    var frame: [UInt8] = []
    Frame.append(line, to: &frame)
    try sink.write(frame)
    return place
  }

  /// Ends the writing.
  ///
  /// - Throws: a `Stop` that names the file.
  func close() throws -> SpooledDocuments {
    try sink.close(isScratch: true)
    return SpooledDocuments(path: path)
  }

  /// Removes the file.
  func remove() { System.remove(path) }
}

/// The spool when it is full.
struct SpooledDocuments: Sendable {
  fileprivate let path: String

  /// Reads the lines from the first on, or those at the places asked for.
  ///
  /// - Throws: a `Stop` that names the file.
  func reader() throws -> FrameReader { try FrameReader(path: path) }
}
