/// The named fields of a WARC record (WARC 1.1, section 4), in their order.
public struct WARCFields: Hashable, Sendable {
  /// A field.
  public struct Field: Hashable, Sendable {
    /// The name as it is written.
    public var name: String
    /// The value without the white space around it.
    public var value: String
  }

  /// The fields in their order.
  public private(set) var all: [Field] = []

  /// Makes an empty list.
  public init() {}

  /// The value of the first field of this name, whatever the case of its letters.
  public subscript(name: String) -> String? {
    all.first { Self.isSame($0.name, name) }?.value
  }

  /// The values of all fields of this name.
  public func values(_ name: String) -> [String] {
    all.filter { Self.isSame($0.name, name) }.map(\.value)
  }

  /// Adds a field; nothing is added where there is no value. A line break in the value becomes a blank.
  public mutating func append(_ name: String, _ value: String?) {
    guard let value else { return }
    let isBroken = value.utf8.contains { $0 == 0x0A || $0 == 0x0D }
    let plain =
      isBroken
      ? String(decoding: value.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self) : value
    all.append(Field(name: name, value: plain))
  }

  /// Reads the lines between the version and the empty line. A line that begins with white space continues the one above
  /// it; a line without a colon is left out.
  init(_ lines: ArraySlice<UInt8>) {
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      if let first = line.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t"), !all.isEmpty {
        all[all.count - 1].value += " " + String(decoding: trimmed(line), as: UTF8.self)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        all.append(
          Field(
            name: String(decoding: trimmed(line[..<colon]), as: UTF8.self),
            value: String(decoding: trimmed(line[(colon + 1)...]), as: UTF8.self)))
      }
    }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count
      && zip(left.utf8, right.utf8).allSatisfy { lowercased($0) == lowercased($1) }
  }
}
