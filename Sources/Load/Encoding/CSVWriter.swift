public import Records

/// Appends a table as comma-separated values (RFC 4180, with LF as the record's end) to bytes.
///
/// UTF-8 without a byte order mark; cells with a comma or a quote are quoted and their quotes doubled.
/// A line feed or carriage return inside a cell becomes a space, so that a record is always one line,
/// and NUL, at which readers in C stop, becomes U+FFFD: both one scalar for another, so that offsets
/// into the cell still hold.
public struct CSVWriter: ~Copyable {
  /// What was written so far.
  public private(set) var bytes: [UInt8]
  private var isFirst: Bool

  /// Starts behind `bytes`, which may end within a record.
  public init(appendingTo bytes: [UInt8] = [], isInRecord: Bool = false) {
    self.bytes = bytes
    isFirst = !isInRecord
  }

  /// Gives the bytes away.
  public consuming func finish() -> [UInt8] { bytes }

  /// Writes an empty cell, which says that the value is missing.
  public mutating func missing() { separate() }

  /// Writes a cell of text.
  public mutating func text(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    separate()
    bytes.appendDecimal(value)
  }

  /// Writes an exact number as a plain decimal.
  public mutating func decimal(_ value: ExactDecimal) {
    separate()
    value.append(to: &bytes)
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) { text(value ? "true" : "false") }

  /// Ends the record.
  public mutating func endRecord() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var (needsQuotes, needsChange) = (false, false)
    for byte in text {
      switch byte {
      case UInt8(ascii: ","): needsQuotes = true
      case UInt8(ascii: "\""): (needsQuotes, needsChange) = (true, true)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0: needsChange = true
      default: break
      }
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if needsChange { appendChanged(text) } else { bytes.append(contentsOf: text) }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }

  private mutating func appendChanged(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: [byte, byte])
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): bytes.append(UInt8(ascii: " "))
      case 0: bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
