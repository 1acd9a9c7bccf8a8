/// What a table is: its columns and the keys that hold it together with others.
public struct TableSchema: Hashable, Sendable {
  /// Its name, which is also that of its files: `observations`.
  public let name: String
  /// What people call it, in English.
  public let title: String
  /// What people call it, in Chinese.
  public let chineseTitle: String
  /// What a row of it is, and how rows are sorted.
  public let description: String
  /// Its columns in order.
  public let fields: [Field]
  /// The columns that tell its rows apart; none where rows may be equal in all.
  public let primaryKey: [String]
  /// The columns that name rows of other tables.
  public let foreignKeys: [ForeignKey]

  /// Makes the description of a table.
  public init(
    name: String, title: String, chineseTitle: String, description: String, fields: [Field],
    primaryKey: [String] = [], foreignKeys: [ForeignKey] = []
  ) {
    (self.name, self.title, self.chineseTitle, self.description) = (name, title, chineseTitle, description)
    (self.fields, self.primaryKey, self.foreignKeys) = (fields, primaryKey, foreignKeys)
  }
}

/// A column that names a row of another table.
public struct ForeignKey: Hashable, Sendable {
  /// The column here.
  public let field: String
  /// The table there.
  public let resource: String
  /// The column there.
  public let referencedField: String

  /// Makes the key.
  public init(field: String, resource: String, referencedField: String) {
    (self.field, self.resource, self.referencedField) = (field, resource, referencedField)
  }

  static let document = ForeignKey(
    field: "document_id", resource: "documents", referencedField: "document_id")
  static let region = ForeignKey(field: "region_code", resource: "regions", referencedField: "region_code")
  static let indicator = ForeignKey(
    field: "indicator_id", resource: "indicators", referencedField: "indicator_id")
  static let unit = ForeignKey(field: "unit_id", resource: "units", referencedField: "unit_id")
}
