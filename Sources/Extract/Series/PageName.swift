/// The name of a page, taken apart where it looks like one of several.
struct PageName {
  /// The hash of the whole name, which tells `a.html` from `a.html.gz`.
  let identity: UInt64
  /// The name without `.gz`.
  let bytes: ArraySlice<UInt8>
  /// `a_2.html` as `a.html` and 2.
  let part: (base: [UInt8], number: UInt8)?

  init(_ source: String) {
    let source = Array(source.utf8)
    identity = NameHash(of: source).value
    bytes = source.suffix(3).elementsEqual(".gz".utf8) ? source[..<(source.count - 3)] : source[...]
    part = Self.numbered(bytes)
  }

  /// The hash of the name.
  var hash: UInt64 { NameHash(of: bytes).value }

  /// Whether the two are parts of one article by their names alone.
  func isSibling(of other: PageName) -> Bool {
    guard let part else { return false }
    return part.base.elementsEqual(other.bytes) || part.base == other.part?.base
  }

  private static func numbered(_ name: ArraySlice<UInt8>) -> (base: [UInt8], number: UInt8)? {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    var start = dot
    while start > 0, name[start - 1].isDigit { start -= 1 }
    guard (1...2).contains(dot - start) else { return nil }
    let number = name[start..<dot].reduce(0) { $0 * 10 + ($1 - 0x30) }
    if start > 0, name[start - 1] == UInt8(ascii: "p") { start -= 1 }
    guard number > 0, start > 1, name[start - 1] == UInt8(ascii: "_") || name[start - 1] == UInt8(ascii: "-"),
      name[start - 2] != UInt8(ascii: "/")
    else { return nil }
    return (Array(name[..<(start - 1)] + name[dot...]), number)
  }
}
