internal import Records
internal import SystemPackage

/// The documents of a run between the two passes over them, packed, in a scratch file: what a batch has to know of all
/// before it can write any does not fit into memory. What it holds at the end may be kept for the next run (`KeptDocuments`).
struct DocumentSpool {
  /// What the file begins with.
  static let mark = Array("xianzhi documents 1".utf8)

  private let path: String
  private let sink: ByteSink

  /// Makes the file in `folder`.
  ///
  /// - Throws: a `Stop` that names the file.
  init(folder: String) throws {
    path = Path.join(folder, "documents.spool")
    sink = try ByteSink(creating: path)
    try write(Self.mark)
  }

  /// Appends a document and tells its place.
  ///
  /// - Throws: a `Stop` that names the file.
  func append(_ document: PackedDocument) throws -> Int {
    let place = sink.count
    try write(document.key + document.member)
    return place
  }

  private func write(_ bytes: [UInt8]) throws {
    var frame: [UInt8] = []
    Frame.append(bytes, to: &frame)
    try sink.write(frame)
  }

  /// Ends the writing.
  ///
  /// - Parameter isKept: whether the file is to outlive the run, and is brought to the disk for that.
  /// - Throws: a `Stop` that names the file.
  func close(isKept: Bool) throws -> SpooledDocuments {
    try sink.close(isScratch: !isKept)
    return SpooledDocuments(path: path)
  }

  /// Removes the file, unless it has been kept.
  func remove() { System.remove(path) }

  /// Puts the file in the place of that of the run before, in one step.
  ///
  /// - Throws: a `Stop` that names the file.
  func keep(at place: String) throws(Stop) {
    do throws(Errno) {
      try System.rename(path, to: place)
    } catch {
      throw Stop(.inputOutput, "\(place): cannot be put in place: \(error)")
    }
  }
}

/// The spool when it is full.
struct SpooledDocuments: Sendable {
  fileprivate let path: String

  /// Reads the documents from the first on, or those at the places asked for.
  ///
  /// - Throws: a `Stop` that names the file.
  func reader() throws -> FrameReader {
    let reader = try FrameReader(path: path)
    _ = try reader.next()
    return reader
  }
}
