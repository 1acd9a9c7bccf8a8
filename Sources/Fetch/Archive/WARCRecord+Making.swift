extension WARCRecord {
  /// A new id: a random UUID (RFC 9562, version 4) as a URN.
  static func newID() -> String {
    var generator = SystemRandomNumberGenerator()
    let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = hexadecimal(high) + hexadecimal(low)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.append(digit)
    }
    return "<urn:uuid:\(text)>"
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The record that a file begins with (WARC 1.1, section 6.2).
  ///
  /// - Parameters:
  ///   - file: the file's name.
  ///   - software: the program and its version.
  ///   - operator: whom to ask about the crawl.
  public static func warcinfo(file: String, date: Moment, software: String, operator contact: String)
    -> WARCRecord
  {
    var fields = WARCFields()
    fields.append("WARC-Type", "warcinfo")
    fields.append("WARC-Record-ID", newID())
    fields.append("WARC-Date", date.description)
    fields.append("WARC-Filename", file)
    let block = Array(
      """
      software: \(software)\r
      operator: \(contact)\r
      format: WARC File Format 1.1\r
      conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r
      robots: RFC 9309\r

      """.utf8)
    fields.append("WARC-Block-Digest", WARCDigest.text(block))
    fields.append("Content-Type", "application/warc-fields")
    return WARCRecord(fields: fields, block: block)
  }
}
