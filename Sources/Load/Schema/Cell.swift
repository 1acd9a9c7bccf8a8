import Records

/// A value on its way into a cell: empty in CSV and `null` in JSON where it is missing.
enum Cell {
  case missing
  case text(String)
  case integer(Int)
  case decimal(ExactDecimal)
  case boolean(Bool)
  case day(Day)

  static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }
  static func integer(_ value: Int?) -> Cell { value.map { .integer($0) } ?? .missing }
  static func decimal(_ value: ExactDecimal?) -> Cell { value.map { .decimal($0) } ?? .missing }
  static func boolean(_ value: Bool?) -> Cell { value.map { .boolean($0) } ?? .missing }
  static func day(_ day: Day?) -> Cell { day.map { .day($0) } ?? .missing }
  static func code(_ value: (some RawRepresentable<String>)?) -> Cell { .text(value?.rawValue) }

  /// The value as text; empty where it is missing.
  var text: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .integer(let value): String(value)
    case .decimal(let value): value.description
    case .boolean(let value): value ? "true" : "false"
    case .day(let day): day.description
    }
  }

  func append(to csv: inout CSVWriter) {
    switch self {
    case .missing: csv.missing()
    case .text(let text): csv.text(text)
    case .integer(let value): csv.integer(value)
    case .decimal(let value): csv.decimal(value)
    case .boolean(let value): csv.boolean(value)
    case .day(let day): csv.text(day.description)
    }
  }

  func append(to json: inout JSONWriter) {
    switch self {
    case .missing: json.null()
    case .text(let text): json.string(text)
    case .integer(let value): json.integer(value)
    case .decimal(let value): json.decimal(value)
    case .boolean(let value): json.boolean(value)
    case .day(let day): json.string(day.description)
    }
  }
}
