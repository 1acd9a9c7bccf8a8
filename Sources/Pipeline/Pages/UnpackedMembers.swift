internal import Fetch
internal import Records
internal import Synchronization
internal import SystemPackage

/// The pages of gzip members that many records share, as in a WARC file that was compressed as a whole.
///
/// Such a member cannot be entered in the middle, and pages are asked for in the order of their names: to read it anew for
/// each would take the square of its length. It is read once, from its start to its end, and its pages are put into a
/// scratch file, each compressed by itself.
final class UnpackedMembers: Sendable {
  /// Where a member begins.
  private struct Place: Hashable {
    let path: FilePath
    let offset: Int64
  }

  private struct State {
    /// Of each member where its pages lie in the scratch file, by the first eight bytes of their digests.
    var members: [Place: [UInt64: Int]] = [:]
    var sink: ByteSink?
    var reader: FrameReader?
  }

  private let path: String
  /// The largest page in bytes.
  private let limit: Int
  private let isStopped: @Sendable () -> Bool
  private let state = Mutex(State())

  /// - Parameters:
  ///   - folder: where the scratch file is made when the first page is asked for.
  ///   - limit: the largest page in bytes.
  ///   - isStopped: asked between records whether to leave the rest.
  init(folder: String, limit: Int, isStopped: @escaping @Sendable () -> Bool) {
    path = Path.join(folder, "members.spool")
    (self.limit, self.isStopped) = (limit, isStopped)
  }

  /// Removes the scratch file.
  func remove() { System.remove(path) }

  /// A page of a member, and the charset that its server gave with it; nothing where the member has no such page.
  ///
  /// - Parameter unpacking: whether a member that has not been unpacked yet is; else it is taken for one without pages.
  /// - Throws: where the file cannot be read, or the scratch file not be written.
  /// - Complexity: O(member) for the first page of a member, O(page) for each other one.
  func page(
    _ wanted: ArchivedInput, in file: FilePath, unpacking: Bool
  ) throws -> (bytes: [UInt8], sentCharset: String?)? {
    try state.withLock { state in
      let place = Place(path: file, offset: wanted.offset)
      guard let pages = try state.members[place] ?? (unpacking ? unpack(place, &state) : nil),
        let offset = UInt64(wanted.sha256.prefix(16), radix: 16).flatMap({ pages[$0] })
      else { return nil }
      let reader = try state.reader ?? FrameReader(path: path)
      state.reader = reader
      try reader.seek(to: offset)
      guard let frame = try reader.next() else { return nil }
      let count = Frame.number(frame.prefix(4))
      let charset = String(decoding: frame.dropFirst(4).prefix(count), as: UTF8.self)
      let bytes = try Gzip.decompress(Array(frame.dropFirst(4 + count)), limit: limit)
      return Digest.sha256(bytes) == wanted.sha256 ? (bytes, charset.isEmpty ? nil : charset) : nil
    }
  }

  private func unpack(_ place: Place, _ state: inout State) throws -> [UInt64: Int] {
    let sink = try state.sink ?? ByteSink(creating: path)
    state.sink = sink
    var pages: [UInt64: Int] = [:]
    var reader = try ArchiveFile(place.path).records(from: place.offset, pageBytes: limit)
    while !isStopped(), case .record(let record, let range)? = try reader.next(),
      range.lowerBound == place.offset
    {
      guard let page = ArchivedPage(record, limit: limit), case .page(let bytes) = page.kind,
        let hash = UInt64(Digest.sha256(bytes).prefix(16), radix: 16), pages[hash] == nil
      else { continue }
      pages[hash] = sink.count
      var frame: [UInt8] = []
      Frame.append(Array((page.charset ?? "").utf8), to: &frame)
      frame += Gzip.compress(bytes)
      var framed: [UInt8] = []
      Frame.append(frame, to: &framed)
      try sink.write(framed)
    }
    try sink.flush()
    state.members[place] = pages
    return pages
  }
}
