import Foundation
import Testing

@testable import Load

/// What CSVW metadata say; real validators read them in scripts/check-analysts.
@Suite struct CSVWMetadataTests {
  static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test(arguments: tableSchemas.map(\.name))
  func everyColumnIsDescribed(_ name: String) throws {
    let schema = try DictionaryTests.schema(name)
    let metadata = try Self.object(CSVWMetadata.encoded(schema, path: "panel/\(name).csv"))
    #expect(metadata["url"] as? String == "\(name).csv", "it lies beside its table")
    let table = try #require(metadata["tableSchema"] as? [String: Any])
    let columns = try #require(table["columns"] as? [[String: Any]])
    #expect(columns.compactMap { $0["name"] as? String } == schema.fields.map(\.name))
    #expect(table["foreignKeys"] == nil)
    #expect(columns.allSatisfy { ($0["datatype"] as? [String: Any])?["base"] != nil })
  }

  @Test func conceptsAreThoseOfTheVocabularyOfSDMX() throws {
    let schema = try DictionaryTests.schema("observations")
    let metadata = try Self.object(CSVWMetadata.encoded(schema, path: "observations.csv"))
    let table = try #require(metadata["tableSchema"] as? [String: Any])
    let columns = try #require(table["columns"] as? [[String: Any]])
    var terms: [String: String] = [:]
    for column in columns {
      if let name = column["name"] as? String, let url = column["propertyUrl"] as? String {
        terms[name] = url.split(separator: "/").last.map(String.init)
      }
    }
    #expect(
      terms == [
        "region_code": "dimension#refArea", "period": "dimension#timePeriod", "freq": "dimension#freq",
        "value": "measure#obsValue", "unit": "attribute#unitMeasure",
        "status": "attribute#obsStatus",
      ])
  }

  @Test func keysPointIntoTheGroup() throws {
    let tables = ["observations", "documents", "units"].map { name in
      (schema: tableSchemas.first { $0.name == name }, path: "\(name).csv")
    }
    let group = try Self.object(
      CSVWMetadata.encoded(tables.compactMap { table in table.schema.map { ($0, table.path) } }))
    let first = try #require((group["tables"] as? [[String: Any]])?.first)
    let keys = try #require((first["tableSchema"] as? [String: Any])?["foreignKeys"] as? [[String: Any]])
    let targets = keys.compactMap { ($0["reference"] as? [String: Any])?["resource"] as? String }
    #expect(targets == ["documents.csv", "units.csv"], "regions and indicators are not there")
  }
}
