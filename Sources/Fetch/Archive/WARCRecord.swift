/// A record of a WARC file: what it says of itself, and its block.
public struct WARCRecord: Sendable {
  /// The named fields; `Content-Length` is there in records that were read, and written for the others.
  public var fields: WARCFields
  /// The block: for `response` records a head of HTTP and the payload.
  public var block: [UInt8]

  /// Makes a record.
  public init(fields: WARCFields, block: [UInt8]) {
    self.fields = fields
    self.block = block
  }

  /// `response`, `request`, `revisit`, `resource`, `warcinfo`, …
  public var type: String { fields["WARC-Type"]?.lowercased() ?? "" }

  /// What the record is about, without the angle brackets that WARC 1.0 wrote around it.
  public var targetURI: String? {
    guard let text = fields["WARC-Target-URI"] else { return nil }
    return text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }

  /// The record as one gzip member (WARC 1.1, annex D).
  public func member() -> [UInt8] {
    var bytes = Array("WARC/1.1\r\n".utf8)
    bytes.reserveCapacity(block.count + 1024)
    for field in fields.all {
      bytes += field.name.utf8
      bytes += ": ".utf8
      bytes += field.value.utf8
      bytes += "\r\n".utf8
    }
    bytes += "Content-Length: \(block.count)\r\n\r\n".utf8
    bytes += block
    bytes += "\r\n\r\n".utf8
    return Gzip.compress(bytes)
  }
}
