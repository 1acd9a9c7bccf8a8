/// Turns records into those of a copy that spreadsheets open as they are meant: a byte order mark in front, CR LF behind each
/// record, text that a spreadsheet would run or turn into another value behind an apostrophe, no cell longer than it may be.
///
/// A cell that begins with `= + - @`, TAB or CR (also in full width) is taken for a formula (OWASP, CSV Injection). Of
/// codes, long digits lose their last ones, `12e345` becomes a number and `2022-09` a day. Numbers and days are left alone.
public struct ExcelCopy: Sendable {
  private let fields: [Field]
  /// The most UTF-16 units that a cell can hold.
  static let cellLimit = 32_767

  /// Makes copies of the records of a table.
  public init(_ fields: [Field]) { self.fields = fields }

  /// What the file begins with.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The header record.
  public var header: [UInt8] { Self.record(fields.map(\.name)) }

  /// The copy of a record.
  public func record(_ cells: CSVCells) -> [UInt8] {
    Self.record(
      fields.indices.map { index in
        let text = cells[index]
        return fields[index].type == .string ? Self.limited(Self.guarded(text)) : text
      })
  }

  private static func record(_ cells: [String]) -> [UInt8] {
    var csv = CSVWriter()
    for cell in cells { csv.text(cell) }
    return csv.finish() + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// The text behind an apostrophe where a spreadsheet would make something else of it.
  static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return formulaStarts.contains(first) || isTurned(text) ? "'" + text : text
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  /// Whether a text of digits would be taken for a number or a day that is written otherwise (`(10)` is −10, `6月1日` a day);
  /// up to eleven digits without a leading zero stay as they are.
  private static func isTurned(_ text: String) -> Bool {
    var (digits, others) = (0, 0)
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits += 1
      } else if numberSigns.contains(scalar) {
        others += 1
      } else {
        return false
      }
    }
    return digits > 0 && (others > 0 || digits > 11 || (digits > 1 && text.hasPrefix("0")))
  }

  /// What numbers, days and times are written with beside digits.
  private static let numberSigns: Set<Unicode.Scalar> = [
    "e", "E", ".", "-", "/", ":", ",", "%", " ", "(", ")", "年", "月", "日", "时", "分", "秒",
  ]

  private static func limited(_ text: String) -> String {
    guard text.utf8.count > cellLimit, text.utf16.count > cellLimit else { return text }
    var (kept, units) = (String.UnicodeScalarView(), 0)
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      if units >= cellLimit { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }
}
