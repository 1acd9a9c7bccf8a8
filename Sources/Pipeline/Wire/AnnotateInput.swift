internal import Records

/// What `annotate` reads: JSON Lines `{"text": …, "published": "2022-06-29" or null}`, or plain lines.
///
/// The first line decides for all: where it starts with `{` the input is JSON Lines.
struct AnnotateInput {
  /// A text to annotate.
  struct Item: Hashable {
    var text: String
    /// The day on which it came out.
    var published: Day?
    /// Whether bytes of the line were no UTF-8 and became U+FFFD.
    var wasRepaired = false
  }

  private var isJSON: Bool?

  /// Reads a line without its line feed; a carriage return at the end of a plain line is left out.
  ///
  /// An empty line is an empty text, also among JSON Lines: each line has its answer.
  ///
  /// Bytes that are no UTF-8 become U+FFFD. Keys that are not known are passed over.
  ///
  /// - Throws: a `Fault` naming file, line and column.
  mutating func read(_ line: WireLine) throws(Fault) -> Item {
    let isFirst = isJSON == nil
    let isJSON = isJSON ?? Self.startsObject(line.bytes)
    self.isJSON = isJSON
    if isJSON {
      if line.bytes.allSatisfy(JSONBytes.isSpace) { return Item(text: "") }
      return try Self.object(line, wasRepaired: !Self.isUTF8(line.bytes))
    }
    var content = line.bytes[...]
    if isFirst, content.starts(with: Self.byteOrderMark) { content.removeFirst(3) }
    if content.last == UInt8(ascii: "\r") { content.removeLast() }
    if let text = String(validating: content, as: UTF8.self) { return Item(text: text) }
    return Item(text: String(decoding: content, as: UTF8.self), wasRepaired: true)
  }

  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func startsObject(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var content = bytes[...]
    if content.starts(with: byteOrderMark) { content.removeFirst(3) }
    return content.first { !JSONBytes.isSpace($0) } == UInt8(ascii: "{")
  }

  private static func object(_ line: WireLine, wasRepaired: Bool) throws(Fault) -> Item {
    var (text, published): (String?, Day?)
    try line.readObject(repairing: true) { (key, cursor) throws(JSONFault) in
      switch key {
      case "text": text = try cursor.string()
      case "published": published = try cursor.optionalDay()
      default: try cursor.skip()
      }
    }
    return Item(text: try line.required(text, "text"), published: published, wasRepaired: wasRepaired)
  }
}
