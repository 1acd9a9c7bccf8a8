import Foundation
import Records
import Testing

@testable import Load

@Suite struct DataPackageTests {
  static func package(_ files: [DataFile]) -> DataPackage {
    DataPackage(name: "xianzhi", title: "县志", description: "What 江口县 says.", version: "0.1.0", files: files)
  }

  @Test func writesEveryPartOfATable() {
    let schema = TableSchema(
      name: "villages", title: "Villages", chineseTitle: "村", description: "One row a village.",
      fields: [
        Field("code", "Code", "代码", .string, where: .regionCode, concept: "REF_AREA", "Its code."),
        Field(
          "kind", "Kind", "类别", .string, where: Constraints(required: true, values: ["a", "b"]), "What it is."
        ),
        Field("people", "People", "人口", .integer, where: .offset, "How many live there."),
      ], primaryKey: ["kind"], foreignKeys: [.document])
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
                      "document_id"
                    ],
                    "reference": {
                      "resource": "documents",
                      "fields": [
                        "document_id"
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

  /// Every resource has a name of its own, and the CSV has the one that foreign keys point to.
  @Test func everyFileIsAResourceOfItsOwn() throws {
    let files = tableSchemas.flatMap { schema in
      DataFormat.allCases.map { DataFile(schema, as: $0, sha256: "00", byteCount: 1) }
    }
    let read = try JSONSerialization.jsonObject(with: Data(Self.package(files).encoded()))
    let resources = try #require((read as? [String: Any])?["resources"] as? [[String: Any]])
    #expect(
      resources.compactMap { $0["name"] as? String }.prefix(3) == [
        "observations", "observations-json", "observations-jsonl",
      ])
    #expect(Set(resources.compactMap { $0["name"] as? String }).count == files.count)
    #expect(
      resources.compactMap { $0["path"] as? String }.prefix(3) == [
        "observations.csv", "observations.json", "observations.jsonl",
      ])
  }
}
