/// Reads RFC 4180 by the grammar of its section 2 and nothing else: independent of what writes it.
struct CSVParser {
  struct Malformed: Error {}

  static func records(_ bytes: [UInt8]) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while !scalars.isEmpty {
      record.append(try field(&scalars))
      switch scalars.popFirst() {
      case ",": continue
      case "\n":
        records.append(record)
        record = []
      default: throw Malformed()
      }
    }
    guard record.isEmpty else { throw Malformed() }
    return records
  }

  private static func field(_ scalars: inout ArraySlice<Unicode.Scalar>) throws -> String {
    var text = String.UnicodeScalarView()
    guard scalars.first == "\"" else {
      while let next = scalars.first, next != ",", next != "\n" {
        if next == "\"" || next == "\r" { throw Malformed() }
        text.append(scalars.removeFirst())
      }
      return String(text)
    }
    scalars.removeFirst()
    while let next = scalars.popFirst() {
      if next == "\"" {
        guard scalars.first == "\"" else { return String(text) }
        scalars.removeFirst()
      }
      text.append(next)
    }
    throw Malformed()
  }
}
