internal import Records
internal import SystemPackage

/// The inputs of a run, packed: of each its name lies in memory and 24 bytes, 48 more for a page in an archive. What
/// inputs share, the folder and the defaults of their source, is there once.
struct InputList: RandomAccessCollection, Sendable {
  /// The names, one behind the other: of a file the path as it counts from the folder of the configuration, of a page in an
  /// archive its URL.
  private var names: [UInt8] = []
  private var entries: [Entry] = []
  private var records: [Record] = []
  private var contexts: [Context] = []
  private var known: [Context: Int32] = [:]

  private struct Entry: Sendable {
    var start: Int
    var count: Int32
    var context: Int32
    /// Counts in `records`; -1 for a file of its own.
    var record: Int32
  }

  private struct Record: Sendable {
    let offset: Int64
    let digest: InlineArray<32, UInt8>
  }

  /// What inputs have in common.
  private struct Context: Hashable, Sendable {
    /// The folder that names count from, or the archive.
    let path: FilePath
    let defaults: SourceDefaults
  }

  var startIndex: Int { 0 }
  var endIndex: Int { entries.count }

  subscript(index: Int) -> Input {
    let entry = entries[index]
    let context = contexts[Int(entry.context)]
    let name = names[entry.start..<(entry.start + Int(entry.count))]
    let source = String(decoding: name, as: UTF8.self)
    guard entry.record >= 0 else {
      return Input(path: Self.path(name, in: context.path), source: source, defaults: context.defaults)
    }
    let record = records[Int(entry.record)]
    let digest = Digest.hexadecimal(record.digest.indices.lazy.map { record.digest[$0] })
    return Input(
      path: context.path, source: source, defaults: context.defaults,
      record: ArchivedInput(offset: record.offset, sha256: digest))
  }

  /// Appends a file by its name in `folder`.
  mutating func append(file name: FilePath, in folder: FilePath, _ defaults: SourceDefaults) {
    let bytes = name.withPlatformString { start in
      (0..<name.length).map { UInt8(bitPattern: start[$0]) }
    }
    append(bytes, Context(path: folder, defaults: defaults), record: -1)
  }

  /// Appends a page in an archive.
  mutating func append(page input: Input) {
    guard let record = input.record, let digest = Digest.bytes(record.sha256), digest.count == 32 else {
      preconditionFailure("\(input.source) is no page with a digest in an archive")
    }
    let context = Context(path: input.path, defaults: input.defaults)
    append(Array(input.source.utf8), context, record: Int32(records.count))
    records.append(Record(offset: record.offset, digest: InlineArray { digest[$0] }))
  }

  private mutating func append(_ name: [UInt8], _ context: Context, record: Int32) {
    let place = known[context] ?? Int32(contexts.count)
    if place == contexts.count {
      contexts.append(context)
      known[context] = place
    }
    entries.append(
      Entry(start: names.count, count: Int32(name.count), context: place, record: record))
    names += name
  }

  /// Sorts by the bytes of the names; of equal ones that come first which came first.
  mutating func sort() {
    names.withUnsafeBufferPointer { names in
      entries.sort { left, right in
        let (one, other) = (
          names[left.start..<(left.start + Int(left.count))],
          names[right.start..<(right.start + Int(right.count))]
        )
        return one.elementsEqual(other) ? left.start < right.start : one.lexicographicallyPrecedes(other)
      }
    }
  }

  private static func path(_ name: ArraySlice<UInt8>, in folder: FilePath) -> FilePath {
    let name = FilePath(platformString: name.map { CChar(bitPattern: $0) } + [0])
    return folder == "." ? name : folder.pushing(name)
  }
}
