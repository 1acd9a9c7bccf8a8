internal import Extract
internal import Fetch
internal import Records

/// A document as it lies in a scratch file, and stays there for later runs: the key of its page, and its line of JSON as a
/// gzip member, whose checksum tells damage.
struct PackedDocument: Sendable {
  let key: [UInt8]
  let member: [UInt8]

  /// Packs a document.
  init(_ document: Document, key: [UInt8]) {
    self.key = key
    var line: [UInt8] = []
    DocumentLine.append(document, to: &line)
    member = Gzip.compress(line)
  }

  /// Takes what was packed apart, by the bytes of a frame; nothing where they are too few.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count > DocumentKey.size else { return nil }
    key = Array(bytes.prefix(DocumentKey.size))
    member = Array(bytes.dropFirst(DocumentKey.size))
  }

  /// The document; nothing where it is damaged.
  var document: Document? {
    guard let line = try? Gzip.decompress(member, limit: 1 << 31) else { return nil }
    return line.withUnsafeBufferPointer { bytes in
      try? DocumentLine.read(WireLine(bytes: bytes, file: "documents", number: 1))
    }
  }
}
