internal import Extract
internal import Records
internal import Synchronization
internal import SystemPackage

/// The documents that the run before made, by the keys of their pages, so that a page that has not changed is not parsed
/// again. `DocumentSpool` writes the file.
///
/// They are a help and no more: what is damaged among them is told, and its page parsed.
final class KeptDocuments: Sendable {
  /// Where a document lies. Of its key the first eight bytes stay in memory, so that a page takes 16 bytes.
  private struct Entry: Sendable {
    var hash: UInt64
    var place: Int64
  }

  private let path: String
  private let file: FileDescriptor?
  /// Sorted by `hash`.
  private let entries: [Entry]
  /// Why not all that lies there is of use.
  private let complaint: String?
  private let damaged = Mutex(0)
  /// Whether something lies there that xianzhi did not write, and that it may not replace.
  let isForeign: Bool

  /// Opens the documents at `path`; where there is nothing, there are none.
  ///
  /// - Complexity: O(documents) time, a read for each.
  init(_ path: String) {
    self.path = path
    var (file, entries, complaint, isForeign): (FileDescriptor?, [Entry], String?, Bool) = (
      nil, [], nil, false
    )
    if let size = System.size(of: path), size > 0 {
      do {
        let opened = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
        file = opened
        isForeign = try !Self.isOurs(opened)
        if isForeign {
          complaint = "\(path): is no file of documents and is left alone; all pages are parsed"
        } else {
          let end: Int64
          (entries, end) = try Self.entries(in: opened, size: Int64(size))
          entries.sort { $0.hash < $1.hash }
          if end < size {
            complaint = "\(path): is damaged from byte \(end) on; what is lost is parsed again"
          }
        }
      } catch {
        isForeign = true
        complaint = "\(path): cannot be read and is left alone; all pages are parsed: \(error)"
      }
    }
    (self.file, self.entries, self.complaint, self.isForeign) = (file, entries, complaint, isForeign)
  }

  deinit { try? file?.close() }

  /// What whoever looks after the runs should know.
  var notes: [String] {
    let count = damaged.withLock { $0 }
    let told = count == 0 ? nil : "\(path): \(count) documents are damaged, and their pages were parsed again"
    return [complaint, told].compactMap { $0 }
  }

  /// What a page became.
  ///
  /// - Returns: nothing where it is not known, or where that is damaged.
  func document(of page: Page, key: [UInt8]) -> (Document, PackedDocument)? {
    let hash = Self.hash(key)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    for entry in entries[low...].prefix(while: { $0.hash == hash }) {
      guard let packed = packed(at: entry.place) else {
        damaged.withLock { $0 += 1 }
        continue
      }
      if packed.key != key { continue }
      if let document = packed.document, document.id == page.id, document.source == page.source {
        return (document, packed)
      }
      damaged.withLock { $0 += 1 }
    }
    return nil
  }

  private func packed(at place: Int64) -> PackedDocument? {
    guard let file, let length = try? Self.bytes(4, at: place, in: file) else { return nil }
    return (try? Self.bytes(Frame.number(length[...]), at: place + 4, in: file)).flatMap {
      PackedDocument($0[...])
    }
  }

  private static func isOurs(_ file: FileDescriptor) throws -> Bool {
    var mark: [UInt8] = []
    Frame.append(DocumentSpool.mark, to: &mark)
    return try bytes(mark.count, at: 0, in: file) == mark
  }

  /// The whole frames behind the mark, and where the last of them ends.
  private static func entries(in file: FileDescriptor, size: Int64) throws -> ([Entry], end: Int64) {
    var entries: [Entry] = []
    var place = Int64(4 + DocumentSpool.mark.count)
    while let head = try bytes(4 + 8, at: place, in: file) {
      let next = place + 4 + Int64(Frame.number(head[..<4]))
      guard next <= size, next > place + 4 + Int64(DocumentKey.size) else { break }
      entries.append(Entry(hash: hash(head[4...]), place: place))
      place = next
    }
    return (entries, place)
  }

  private static func hash(_ key: some Sequence<UInt8>) -> UInt64 {
    key.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// So many bytes; nothing where the file has fewer.
  private static func bytes(_ count: Int, at place: Int64, in file: FileDescriptor) throws -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let step = try bytes.withUnsafeMutableBytes {
        try file.read(
          fromAbsoluteOffset: place + Int64(filled),
          into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      if step == 0 { return nil }
      filled += step
    }
    return bytes
  }
}
