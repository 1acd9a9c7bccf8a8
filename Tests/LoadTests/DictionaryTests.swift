import Records
import Testing

@testable import Load

/// What holds for every table of the output.
@Suite struct DictionaryTests {
  static func schema(_ name: String) throws -> TableSchema {
    try #require(tableSchemas.first { $0.name == name })
  }

  @Test(arguments: tableSchemas.map(\.name))
  func namesSuitEveryTool(_ table: String) throws {
    let schema = try Self.schema(table)
    let names = schema.fields.map(\.name)
    #expect(Set(names).count == names.count, "a column stands twice")
    for name in names {
      #expect((1...32).contains(name.utf8.count), "Stata reads at most 32 characters: \(name)")
      #expect(
        name.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
        }, "\(name)")
    }
  }

  @Test(arguments: tableSchemas.map(\.name))
  func everyColumnIsDescribed(_ table: String) throws {
    let schema = try Self.schema(table)
    for field in schema.fields {
      #expect(field.description.hasSuffix("."), "\(schema.name).\(field.name)")
      #expect(
        field.chineseTitle.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(field.name)")
      #expect(!field.title.isEmpty && field.title.utf8.allSatisfy { $0 < 128 }, "\(field.name)")
    }
  }

  @Test(arguments: tableSchemas.map(\.name))
  func keysAreColumns(_ table: String) throws {
    let schema = try Self.schema(table)
    for key in schema.primaryKey {
      let field = try #require(schema.fields.first { $0.name == key })
      #expect(field.constraints.isRequired, "\(key) may be missing, so it tells no rows apart")
    }
    for key in schema.foreignKeys {
      #expect(schema.fields.contains { $0.name == key.field })
      let target = try #require(tableSchemas.first { $0.name == key.resource })
      #expect(target.primaryKey == [key.referencedField], "\(key.resource) does not have one row for each")
    }
  }

  /// No category is a word that readers take for a missing value.
  @Test(arguments: tableSchemas.map(\.name))
  func codesAreNoMissingValues(_ table: String) throws {
    let schema = try Self.schema(table)
    for value in schema.fields.flatMap(\.constraints.values) {
      #expect(!["na", "null", "nan", "none", ""].contains(value.lowercased()))
    }
  }
}
