/// Makes the node table while the parser calls.
///
/// A struct behind a pointer, not a class: the calls come by the hundred thousand, and a class would have its
/// exclusive access checked on every one.
struct NodeTableBuilder {
  private var table = NodeTable()
  /// The rows of the open elements, the innermost last.
  private var open: [Int32] = [0]
  /// Whether the last row is a text that can be continued.
  private var inText = false
  /// The most rows.
  private let limit: Int
  /// Whether there was no room for a row: what comes then is not taken.
  private(set) var isFull = false

  init(expecting bytes: Int, limit: Int) {
    self.limit = limit
    table.nodes.reserveCapacity(bytes / 24 + 16)
    table.attributes.reserveCapacity(bytes / 48)
    table.text.reserveCapacity(bytes / 2)
    table.values.reserveCapacity(bytes / 8)
    table.nodes.append(
      NodeTable.Node(
        tag: .other, traits: [], parent: 0, end: 0, textStart: 0, textEnd: 0, firstAttribute: 0))
  }

  mutating func start(
    _ name: UnsafePointer<UInt8>, _ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    inText = false
    guard hasRoom() else { return }
    let row = append(Tag(name: name))
    open.append(Int32(truncatingIfNeeded: row))
    if let pairs { readAttributes(pairs, of: row) }
  }

  mutating func end(_ name: UnsafePointer<UInt8>) {
    inText = false
    guard !isFull, open.count > 1, let row = open.popLast() else { return }
    close(row)
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !inText {
      guard hasRoom() else { return }
      let row = append(.text)
      table.nodes[row].end = Int32(truncatingIfNeeded: row + 1)
      inText = true
    }
    table.text.append(contentsOf: bytes)
    table.nodes[table.nodes.count - 1].textEnd = Int32(truncatingIfNeeded: table.text.count)
  }

  /// The table; elements that are still open end with the page.
  mutating func finish() -> NodeTable {
    while let row = open.popLast() { close(row) }
    return table
  }

  /// Whether another row may come; from the first that may not on, none may.
  private mutating func hasRoom() -> Bool {
    isFull = isFull || table.nodes.count >= limit
    return !isFull
  }

  private mutating func close(_ row: Int32) {
    table.nodes[Int(row)].end = Int32(truncatingIfNeeded: table.nodes.count)
    table.nodes[Int(row)].textEnd = Int32(truncatingIfNeeded: table.text.count)
  }

  private mutating func append(_ tag: Tag) -> Int {
    let place = Int32(truncatingIfNeeded: table.text.count)
    table.nodes.append(
      NodeTable.Node(
        tag: tag, traits: [], parent: open.last ?? 0, end: 0, textStart: place, textEnd: place,
        firstAttribute: Int32(truncatingIfNeeded: table.attributes.count)))
    return table.nodes.count - 1
  }

  /// Name and value in turn, the last name null; a value is null where the attribute has none.
  private mutating func readAttributes(_ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>, of row: Int) {
    var index = 0
    while let name = pairs[index] {
      defer { index += 2 }
      if let known = AttributeName(name) {
        let start = table.values.count
        if let value = pairs[index + 1] { appendValue(value) }
        table.attributes.append(
          NodeTable.Attribute(
            name: known, start: Int32(truncatingIfNeeded: start),
            end: Int32(truncatingIfNeeded: table.values.count)))
      } else if name.equals("style"), let value = pairs[index + 1] {
        table.nodes[row].traits.formUnion(NodeTable.Traits(style: value))
      } else if name.equals("hidden") {
        table.nodes[row].traits.insert(.hidden)
      } else if name.equals("align"), let value = pairs[index + 1], value[0].lowercased == 0x63 {
        table.nodes[row].traits.insert(.centred)
      } else if table.nodes[row].tag == .font, name.equals("size"), let value = pairs[index + 1] {
        // Sizes count from 1 to 7, or up and down from 3: four is 18 pixels.
        let isRelative = value[0] == UInt8(ascii: "+")
        let size = value[isRelative ? 1 : 0]
        if size.isDigit, size >= (isRelative ? 0x31 : 0x34) { table.nodes[row].traits.insert(.large) }
      }
    }
  }

  private mutating func appendValue(_ value: UnsafePointer<UInt8>) {
    var length = 0
    while value[length] != 0 { length += 1 }
    table.values.append(contentsOf: UnsafeBufferPointer(start: value, count: length))
  }
}

extension UnsafePointer<UInt8> {
  /// Whether the bytes up to the first zero are `word`, in small ASCII letters, in either case.
  fileprivate func equals(_ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount where self[index].lowercased != word.utf8Start[index] {
      return false
    }
    return self[word.utf8CodeUnitCount] == 0
  }
}

extension AttributeName {
  fileprivate init?(_ name: UnsafePointer<UInt8>) {
    switch name[0].lowercased {
    case UInt8(ascii: "c"):
      if name.equals("class") {
        self = .classes
      } else if name.equals("content") {
        self = .content
      } else if name.equals("colspan") {
        self = .colspan
      } else {
        return nil
      }
    case UInt8(ascii: "i"):
      if name.equals("id") {
        self = .id
      } else if name.equals("itemprop") {
        self = .itemprop
      } else {
        return nil
      }
    case UInt8(ascii: "h") where name.equals("href"): self = .href
    case UInt8(ascii: "n") where name.equals("name"): self = .name
    case UInt8(ascii: "p") where name.equals("property"): self = .property
    case UInt8(ascii: "r"):
      if name.equals("rowspan") {
        self = .rowspan
      } else if name.equals("rel") {
        self = .rel
      } else {
        return nil
      }
    case UInt8(ascii: "d") where name.equals("datetime"): self = .datetime
    case UInt8(ascii: "t") where name.equals("type"): self = .type
    default: return nil
    }
  }
}

extension NodeTable.Traits {
  /// Reads `display:none`, `font-weight:bold`, large `font-size` and `text-align:center` out of a style, white space ignored.
  fileprivate init(style: UnsafePointer<UInt8>) {
    self = []
    var index = 0
    while style[index] != 0 {
      switch style[index].lowercased {
      case UInt8(ascii: "d") where Self.declares("display:none", style, index): insert(.hidden)
      case UInt8(ascii: "f")
      where Self.declares("font-weight:bold", style, index)
        || Self.declares("font-weight:700", style, index):
        insert(.bold)
      case UInt8(ascii: "f") where Self.isLarge(style, index): insert(.large)
      case UInt8(ascii: "t") where Self.declares("text-align:center", style, index): insert(.centred)
      default: break
      }
      index += 1
    }
  }

  /// Whether `font-size` in pixels of 18, points of 14 or more stands at `offset`.
  private static func isLarge(_ style: UnsafePointer<UInt8>, _ offset: Int) -> Bool {
    guard declares("font-size:", style, offset) else { return false }
    var index = offset
    while style[index] != UInt8(ascii: ":") { index += 1 }
    index += 1
    while style[index].isSpace { index += 1 }
    var size = 0
    while style[index].isDigit, size < 1000 {
      size = size * 10 + Int(style[index] - 0x30)
      index += 1
    }
    if style[index] == UInt8(ascii: ".") {
      index += 1
      while style[index].isDigit { index += 1 }
    }
    switch (style[index].lowercased, style[index] == 0 ? 0 : style[index + 1].lowercased) {
    case (UInt8(ascii: "p"), UInt8(ascii: "x")): return size >= 18
    case (UInt8(ascii: "p"), UInt8(ascii: "t")): return size >= 14
    default: return false
    }
  }

  private static func declares(
    _ declaration: StaticString, _ style: UnsafePointer<UInt8>, _ offset: Int
  ) -> Bool {
    var cursor = offset
    for index in 0..<declaration.utf8CodeUnitCount {
      while style[cursor].isSpace { cursor += 1 }
      guard style[cursor].lowercased == declaration.utf8Start[index] else { return false }
      cursor += 1
    }
    return true
  }
}
