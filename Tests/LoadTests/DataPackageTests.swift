import Foundation
import Records
import Testing

@testable import Load

@Suite struct DataPackageTests {
  static func package(_ files: [DataFile]) -> DataPackage {
    var about = DatasetDescription()
    (about.title, about.description) = ("县志", "What 江口县 says.")
    return DataPackage(about, version: "0.1.0", files: files)
  }

  /// The key to `documents` is left out, which the package does not have.
  @Test func writesEveryPartOfATable() {
    let schema = TableSchema(
      name: "villages", title: "Villages", chineseTitle: "村", description: "One row a village.",
      fields: [
        Field("code", "Code", "代码", .string, where: .regionCode, concept: "REF_AREA", "Its code."),
        Field(
          "kind", "Kind", "类别", .string, where: Constraints(required: true, values: ["a", "b"]), "What it is."
        ),
        Field("people", "People", "人口", .integer, where: .offset, "How many live there."),
      ], primaryKey: ["kind"],
      foreignKeys: [
        ForeignKey(field: "code", resource: "villages", referencedField: "code"), .document,
      ])
    let file = DataFile(schema, as: .csv, sha256: "0f", byteCount: 12)
    #expect(
      String(decoding: Self.package([file]).encoded(), as: UTF8.self) == #"""
        {
          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
          "name": "xianzhi",
          "title": "县志",
          "description": "What 江口县 says.",
          "version": "0.1.0",
          "resources": [
            {
              "name": "villages",
              "type": "table",
              "title": "Villages 村",
              "description": "One row a village.",
              "path": "villages.csv",
              "format": "csv",
              "mediatype": "text/csv",
              "encoding": "utf-8",
              "bytes": 12,
              "hash": "sha256:0f",
              "dialect": {
                "lineTerminator": "\n"
              },
              "schema": {
                "fields": [
                  {
                    "name": "code",
                    "type": "string",
                    "title": "Code 代码",
                    "description": "Its code.",
                    "constraints": {
                      "pattern": "[0-9]{6}"
                    },
                    "sdmxConcept": "REF_AREA"
                  },
                  {
                    "name": "kind",
                    "type": "string",
                    "title": "Kind 类别",
                    "description": "What it is.",
                    "constraints": {
                      "required": true,
                      "enum": [
                        "a",
                        "b"
                      ]
                    }
                  },
                  {
                    "name": "people",
                    "type": "integer",
                    "title": "People 人口",
                    "description": "How many live there.",
                    "constraints": {
                      "minimum": 0
                    }
                  }
                ],
                "primaryKey": [
                  "kind"
                ],
                "foreignKeys": [
                  {
                    "fields": [
                      "code"
                    ],
                    "reference": {
                      "resource": "villages",
                      "fields": [
                        "code"
                      ]
                    }
                  }
                ]
              }
            }
          ]
        }

        """#)
  }

  static func resources(_ formats: [DataFormat]) throws -> [[String: Any]] {
    let files = tableSchemas.flatMap { schema in
      formats.map { DataFile(schema, as: $0, sha256: "0\($0)", byteCount: 1) }
    }
    let read = try JSONSerialization.jsonObject(with: Data(package(files).encoded()))
    return try #require((read as? [String: Any])?["resources"] as? [[String: Any]])
  }

  /// A table is one resource, whatever the order of its files, and has the name that foreign keys point to.
  @Test(arguments: [
    ([DataFormat.json, .csv, .jsonl], "csv", ["jsonl", "json"]), ([.json, .jsonl], "jsonl", ["json"]),
    ([.json], "json", []),
  ])
  func everyTableIsOneResource(_ formats: [DataFormat], _ main: String, _ others: [String]) throws {
    let resources = try Self.resources(formats)
    let names = tableSchemas.map(\.name)
    #expect(resources.compactMap { $0["name"] as? String } == names)
    #expect(resources.compactMap { $0["path"] as? String } == names.map { "\($0).\(main)" })
    #expect(
      resources.compactMap { ($0["dialect"] as? [String: String])?["lineTerminator"] }
        == (main == "csv" ? names.map { _ in "\n" } : []))
    for (name, resource) in zip(names, resources) {
      let schema = resource["schema"] as? [String: Any]
      let keys = try #require(tableSchemas.first { $0.name == name }).foreignKeys
      #expect((schema?["foreignKeys"] as? [Any])?.count ?? 0 == keys.count)
      let alternates = resource["alternates"] as? [[String: Any]] ?? []
      #expect(alternates.compactMap { $0["path"] as? String } == others.map { "\(name).\($0)" })
      #expect(alternates.compactMap { $0["hash"] as? String } == others.map { "sha256:0\($0)" })
    }
  }
}
