public import Records
public import Vocabulary

/// Reads `corrections.tsv`: tab-separated values in UTF-8 with a header row; lines that begin with `#` and empty ones are left
/// out. Lines may end in CR LF, and a byte order mark may stand in front, as spreadsheets write it.
public struct CorrectionTable {
  /// The columns, in any order.
  public static let columns = ["locator", "action", "value", "expect", "reason", "who"]

  private let file: String
  private let vocabulary: Vocabulary
  private var header: [String] = []
  /// The corrections, in the order of their lines.
  public private(set) var corrections: [Correction] = []

  /// Reads the table.
  ///
  /// - Throws: a `Fault` that names file, line and column's name.
  public init(file: String, bytes: [UInt8], vocabulary: Vocabulary) throws(Fault) {
    (self.file, self.vocabulary) = (file, vocabulary)
    let table = bytes.starts(with: Self.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    // Bytes are split: of CR LF Swift makes one character, which is no LF.
    let lines = table.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let isEndedByCR = bytes.last == UInt8(ascii: "\r")
      guard let line = String(validating: isEndedByCR ? bytes.dropLast() : bytes, as: UTF8.self) else {
        throw Fault(file: file, line: index + 1, "is not valid UTF-8")
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if header.isEmpty {
        header = try Self.header(cells, file: file, line: index + 1)
      } else {
        corrections.append(try correction(cells, line: index + 1))
      }
    }
    if header.isEmpty { throw Fault(file: file, line: 1, "has no header row") }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func header(_ cells: [String], file: String, line: Int) throws(Fault) -> [String] {
    for name in columns where !cells.contains(name) {
      throw Fault(file: file, line: line, path: name, "is missing from the header")
    }
    guard cells.count == columns.count else {
      throw Fault(file: file, line: line, "has columns beside \(columns.joined(separator: ", "))")
    }
    return cells
  }

  private func fault(_ line: Int, _ column: String, _ message: String) -> Fault {
    Fault(file: file, line: line, path: column, message)
  }

  private func correction(_ cells: [String], line: Int) throws(Fault) -> Correction {
    guard cells.count <= header.count else {
      throw Fault(file: file, line: line, "has \(cells.count) cells, the header \(header.count)")
    }
    var row: [String: String] = [:]
    for (name, cell) in zip(header, cells) { row[name] = cell }
    for column in ["locator", "action", "expect", "reason", "who"] where row[column, default: ""].isEmpty {
      throw fault(line, column, "is empty")
    }
    let locator = row["locator"] ?? ""
    return Correction(
      line: line,
      locator: locator.contains("=")
        ? try conditions(locator, "locator", line)
        : [Correction.Condition(column: "observation_id", value: locator)],
      action: try action(row["action"] ?? "", row["value"] ?? "", line),
      expected: try conditions(row["expect"] ?? "", "expect", line), reason: row["reason"] ?? "",
      who: row["who"] ?? "")
  }

  /// Reads `column=value;column=value`, see `ConditionList`.
  private func conditions(_ text: String, _ column: String, _ line: Int) throws(Fault) -> [Correction
    .Condition]
  {
    var conditions: [Correction.Condition] = []
    let parts: [String]
    do throws(ConditionList.UnknownEscape) {
      parts = try ConditionList.parts(of: text)
    } catch {
      throw fault(line, column, "\"\(error.text)\" is none of the escapes \\; \\t \\n \\\\")
    }
    for part in parts {
      guard let sign = part.firstIndex(of: "=") else {
        throw fault(line, column, "\"\(part)\" is no column=value")
      }
      let name = String(part[..<sign])
      guard name == "source" || Resource<ObservationRow>.columns.contains(where: { $0.field.name == name })
      else {
        throw fault(line, column, "\"\(name)\" is no column of observations, nor source")
      }
      conditions.append(Correction.Condition(column: name, value: String(part[part.index(after: sign)...])))
    }
    if conditions.isEmpty {
      throw fault(line, column, text.isEmpty ? "is empty" : "\"\(text)\" is no column=value")
    }
    return conditions
  }

  private func action(_ name: String, _ value: String, _ line: Int) throws(Fault) -> Correction.Action {
    switch name {
    case "drop":
      guard value.isEmpty else { throw fault(line, "value", "a row that is dropped gets none") }
      return .drop
    case "override":
      var changes: [Correction.Change] = []
      for change in try conditions(value, "value", line) { changes.append(try self.change(change, line)) }
      return .override(changes.filter { !$0.isDetail } + changes.filter(\.isDetail))
    case "scale":
      let parts = value.split(separator: "/", omittingEmptySubsequences: false)
      guard let above = parts.first.flatMap({ Int128($0) }),
        let below = parts.count == 2 ? Int128(parts[1]) : 1,
        parts.count <= 2, above > 0, below > 0, let factor = try? Fraction(above, below)
      else { throw fault(line, "value", "\"\(value)\" is no factor such as 10000 or 1/10000") }
      return .scale(factor)
    case "flag":
      guard !value.isEmpty, value.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 < 0x80 }) else {
        throw fault(line, "value", "\"\(value)\" is no flag: a word in ASCII without spaces")
      }
      return .flag(value)
    default: throw fault(line, "action", "expected one of drop, override, scale, flag, found \"\(name)\"")
    }
  }

  private func change(_ change: Correction.Condition, _ line: Int) throws(Fault) -> Correction.Change {
    switch change.column {
    case "value":
      if let value = ExactDecimal(change.value) { return .value(value) }
    case "period":
      if let period = Period(label: change.value) { return .period(period) }
    case "indicator_id":
      if let indicator = vocabulary.indicator(id: change.value) {
        return .indicator(id: indicator.id, name: indicator.name)
      }
    case "region_code":
      if let place = vocabulary.gazetteer.history(of: change.value).last {
        return .region(code: place.code, name: place.name, level: RegionLevel(rawValue: place.level.rawValue))
      }
    case "place": return .place(change.value.isEmpty ? nil : change.value)
    case "measure":
      if let measure = Measure(rawValue: change.value) { return .measure(measure) }
    case "status":
      if let status = Status(rawValue: change.value) { return .status(status) }
    case "status_note":
      if change.value.isEmpty { return .statusNote(nil) }
      if let note = StatusNote(rawValue: change.value) { return .statusNote(note) }
    default:
      throw fault(
        line, "value",
        "\"\(change.column)\" is not overridden; value, period, indicator_id, region_code, place, measure, status, status_note are"
      )
    }
    throw fault(line, "value", "\"\(change.value)\" is no \(change.column)")
  }
}
