/// SHA-256 digests in a row, 32 bytes each, with gaps: a run has one for each page from its start to its end.
struct DigestList: Sendable {
  private var bytes: [UInt8] = []
  private var isGap: [Bool] = []

  /// How many there are, with the gaps.
  var count: Int { isGap.count }

  /// Appends a digest in hexadecimal; nothing is a gap.
  mutating func append(_ hexadecimal: String?) {
    let digest = hexadecimal.flatMap(Digest.bytes)
    precondition(digest.map { $0.count == 32 } ?? (hexadecimal == nil), "a digest has 64 hexadecimal digits")
    bytes += digest ?? [UInt8](repeating: 0, count: 32)
    isGap.append(digest == nil)
  }

  /// The digest in hexadecimal; nothing where there is a gap.
  subscript(_ index: Int) -> String? {
    isGap[index] ? nil : Digest.hexadecimal(bytes[(32 * index)..<(32 * index + 32)])
  }
}
