/// The fields of a head as it came over the wire (RFC 9112, section 5).
public struct HeaderFields: Sendable {
  /// The fields in their order, the names in lower case, the values without the white space around them.
  public let all: [(name: String, value: [UInt8])]

  /// Reads the fields of a head. A line that is no field is left out; one that begins with white space continues
  /// the field above it, as servers of old do.
  ///
  /// - Complexity: O(bytes).
  public init(_ head: [UInt8]) {
    var fields: [(name: String, value: [UInt8])] = []
    // The first line is the request line or the status line.
    for line in head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropFirst() {
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let first = text.first else { break }
      if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
        guard let last = fields.indices.last else { continue }
        let isFirst = fields[last].value.isEmpty
        let rest = trimmed(text)
        fields[last].value += isFirst || rest.isEmpty ? Array(rest) : [UInt8(ascii: " ")] + rest
      } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: trimmed(text[..<colon]).map(lowercased), as: UTF8.self)
        fields.append((name, Array(trimmed(text[(colon + 1)...]))))
      }
    }
    all = fields
  }

  /// The value of the first field of this name, which is given in lower case.
  public func first(_ name: String) -> [UInt8]? { all.first { $0.name == name }?.value }

  /// The values of all fields of this name, which is given in lower case, as the one list that they are (RFC 9110,
  /// section 5.3).
  public func list(_ name: String) -> [UInt8]? {
    let values = all.filter { $0.name == name }.map(\.value)
    return values.isEmpty ? nil : Array(values.joined(separator: Array(", ".utf8)))
  }
}
