/// What a column is: the dictionary from which files, package and documentation are made.
///
/// Names and types are those of the Data Package standard, version 2 (Table Schema).
public struct Field: Hashable, Sendable {
  /// The column's name in CSV and the key in JSON: ASCII, lower case, at most 32 characters.
  public let name: String
  /// What people call it, in English.
  public let title: String
  /// What people call it, in Chinese.
  public let chineseTitle: String
  /// What its cells hold, in a sentence or two.
  public let description: String
  /// The type of its cells.
  public let type: FieldType
  /// What holds for its cells.
  public let constraints: Constraints
  /// The SDMX concept that it is, where there is one: `REF_AREA`.
  public let concept: String?

  /// Makes the description of a column.
  public init(
    _ name: String, _ title: String, _ chineseTitle: String, _ type: FieldType,
    where constraints: Constraints = Constraints(), concept: String? = nil, _ description: String
  ) {
    self.name = name
    self.title = title
    self.chineseTitle = chineseTitle
    self.description = description
    self.type = type
    self.constraints = constraints
    self.concept = concept
  }
}

/// The type of a column's cells, by its name in Table Schema.
public enum FieldType: String, Sendable {
  case string
  /// An exact decimal.
  case number
  case integer
  /// `true` or `false`.
  case boolean
  /// A day, `2022-06-29`.
  case date
}

/// What a validator holds the cells of a column against.
public struct Constraints: Hashable, Sendable {
  /// Whether every row has a value.
  public let isRequired: Bool
  /// The only values there are; empty for any.
  public let values: [String]
  /// The regular expression that a whole cell matches, in the common part of XML Schema's and others'.
  public let pattern: String?
  /// The least number.
  public let minimum: Int?

  /// Makes the constraints.
  public init(required: Bool = false, values: [String] = [], pattern: String? = nil, minimum: Int? = nil) {
    isRequired = required
    self.values = values
    self.pattern = pattern
    self.minimum = minimum
  }

  static let required = Constraints(required: true)
  static let regionCode = Constraints(pattern: "[0-9]{6}")
  static let offset = Constraints(minimum: 0)
  static let requiredOffset = Constraints(required: true, minimum: 0)

  /// The raw values of an enumeration.
  static func one<Values>(of type: Values.Type, required: Bool = false) -> Constraints
  where Values: CaseIterable & RawRepresentable<String> {
    Constraints(required: required, values: type.allCases.map(\.rawValue))
  }
}
