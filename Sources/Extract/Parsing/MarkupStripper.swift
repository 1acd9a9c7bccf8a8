import Glibc

/// Takes scripts, styles and comments out of a page before it is parsed.
///
/// They are nearly half of a page's bytes, and the parser would spend a third of its time on them. JSON-LD
/// is kept aside, because it says title and date. Markup declarations other than the document type
/// (`<![endif]>`, `<![CDATA[`) go too: libxml2 shows them as text.
struct MarkupStripper {
  /// The page without them.
  private(set) var output: [UInt8] = []
  /// The contents of `<script type="application/ld+json">`.
  private(set) var linkedData: [[UInt8]] = []

  private static let dropped: [StaticString] = ["script", "style", "noscript"]

  /// Strips UTF-8 `bytes`.
  ///
  /// - Complexity: O(n).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    output.reserveCapacity(bytes.count)
    let count = bytes.count
    var kept = 0
    var index = 0
    // Where no more end tag of a kind was found, none is looked for again: linear on hostile input.
    var unclosed = [Bool](repeating: false, count: Self.dropped.count)
    var longTags = LongTags(bytes)
    while index < count, let hit = memchr(base + index, 0x3C, count - index) {
      index = base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
      guard index + 1 < count else { break }
      let end: Int?
      if bytes[index + 1] == UInt8(ascii: "!") {
        end = Self.endOfDeclaration(bytes, index)
      } else if let inside = longTags.attributes(at: index) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[kept..<inside.lowerBound]))
        kept = inside.upperBound
        index = inside.upperBound
        continue
      } else {
        end = element(bytes, index, &unclosed)
      }
      if let end {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[kept..<index]))
        kept = end
        index = end
      } else {
        index += 1
      }
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[kept...]))
    if memchr(base, 0, count) != nil { blankZeroBytes() }
  }

  /// A zero byte ends the page for libxml2 where it stands in a tag.
  private mutating func blankZeroBytes() {
    for index in output.indices where output[index] == 0 { output[index] = 0x20 }
  }

  /// The end of the comment or declaration at `index`; nothing for a document type.
  private static func endOfDeclaration(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    if bytes.hasLowercase("<!doctype", at: index) { return nil }
    guard bytes.hasLowercase("<!--", at: index) else { return after(0x3E, bytes, index) }
    if bytes.hasLowercase(">", at: index + 4) { return index + 5 }
    if bytes.hasLowercase("->", at: index + 4) { return index + 6 }
    var cursor = index + 4
    while let close = after(0x3E, bytes, cursor) {
      if close >= index + 7, bytes[close - 2] == 0x2D, bytes[close - 3] == 0x2D { return close }
      if close >= index + 8, bytes.hasLowercase("--!>", at: close - 4) { return close }
      cursor = close
    }
    // Never closed: only the opening is dropped, so that the rest of the page is not lost with it.
    return after(0x3E, bytes, index) ?? bytes.count
  }

  /// The end of the script, style or noscript element at `index`, if one begins there and is closed.
  private mutating func element(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ unclosed: inout [Bool]
  ) -> Int? {
    let first = bytes[index + 1].lowercased
    guard first == UInt8(ascii: "s") || first == UInt8(ascii: "n") else { return nil }
    for (kind, name) in Self.dropped.enumerated() where bytes.hasLowercase(name, at: index + 1) {
      let behind = index + 1 + name.utf8CodeUnitCount
      guard behind < bytes.count, Self.endsName(bytes[behind]) else { continue }
      guard !unclosed[kind], let open = Self.after(0x3E, bytes, behind) else { return nil }
      var cursor = open
      while cursor < bytes.count, let close = Self.endTag(name, bytes, cursor) {
        let content = UnsafeBufferPointer(rebasing: bytes[open..<close])
        let attributes = UnsafeBufferPointer(rebasing: bytes[behind..<open])
        if kind == 0, attributes.firstRange(ofLowercase: "ld+json", from: 0) != nil {
          linkedData.append(Array(content))
        }
        cursor = Self.after(0x3E, bytes, close) ?? bytes.count
        return cursor
      }
      unclosed[kind] = true
      return nil
    }
    return nil
  }

  private static func endTag(
    _ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = from
    while index < bytes.count, let hit = memchr(base + index, 0x3C, bytes.count - index) {
      index = base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
      let behind = index + 2 + name.utf8CodeUnitCount
      if bytes.hasLowercase("</", at: index), bytes.hasLowercase(name, at: index + 2),
        behind >= bytes.count || endsName(bytes[behind])
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func endsName(_ byte: UInt8) -> Bool { byte.isSpace || byte == 0x3E || byte == 0x2F }

  /// The place behind the next `byte` at or after `from`.
  private static func after(_ byte: Int32, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
    guard from < bytes.count, let base = bytes.baseAddress,
      let hit = memchr(base + from, byte, bytes.count - from)
    else { return nil }
    return base.distance(to: hit.assumingMemoryBound(to: UInt8.self)) + 1
  }
}
