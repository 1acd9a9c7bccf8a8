import Foundation
import Records
import Testing

@testable import Report

/// What holds for every file of the report that is compiled in.
@Suite struct TemplatesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/CTemplates")

  static func files(ending: String) throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) }.sorted()
      .map {
        ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
      }
  }

  @Test func everyFileIsCompiledIn() throws {
    let templates = try Templates()
    for (name, text) in try [".js", ".css", ".tsv"].flatMap({ try Self.files(ending: $0) }) {
      #expect(templates.assets[name].map { String(decoding: $0, as: UTF8.self) } == text, "\(name)")
    }
    for (name, _) in try Self.files(ending: ".mustache") {
      _ = templates.fill(String(name.dropLast(9)), [:])
    }
  }

  /// The policy of the pages forbids all of these; a browser would only say so in its console.
  @Test func templatesHaveNoInlineScriptOrStyle() throws {
    for (name, text) in try Self.files(ending: ".mustache") {
      #expect(!text.contains("style=") && !text.contains("<style"), "\(name)")
      #expect(!text.contains("onclick") && !text.contains("{{{") && !text.contains("{{&"), "\(name)")
      for part in text.components(separatedBy: "<script").dropFirst() {
        #expect(part.hasPrefix(" src="), "\(name)")
      }
    }
  }

  @Test func scriptsMakeNoMarkupOfTextAndAskNobody() throws {
    for (name, text) in try Self.files(ending: ".js") {
      for word in [
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest",
        "import(",
      ] {
        #expect(!text.contains(word), "\(name) has \(word)")
      }
    }
  }

  @Test func labelsAreInBothLanguages() throws {
    #expect(
      Templates.bilingual("<p>[[地区|Region]] [[x]] [[a")
        == #"<p><span class="zh" lang="zh">地区</span> <span class="en" lang="en">Region</span> [[x]] [[a"#)
    for (name, text) in try Self.files(ending: ".mustache") {
      #expect(!Templates.bilingual(text).contains("[["), "\(name)")
    }
  }

  @Test func everyCodeHasATerm() throws {
    let terms = try Terms(try Templates().assets["terms.tsv"] ?? [])
    func check(_ sort: Terms.Sort, _ codes: [String]) {
      #expect(Set(terms.codes(sort)).isSuperset(of: codes), "\(sort)")
    }
    check(.measure, Measure.allCases.map(\.rawValue))
    check(.status, Status.allCases.map(\.rawValue))
    check(.relation, Relation.allCases.map(\.rawValue))
    check(.note, StatusNote.allCases.map(\.rawValue))
    check(.basis, PeriodBasis.allCases.map(\.rawValue))
    check(.tier, Tier.allCases.map(\.rawValue))
    check(.page, PageKind.allCases.map(\.rawValue))
    check(.reading, Reading.allCases.map(\.rawValue))
    check(.finding, Finding.Code.allCases.map(\.rawValue))
    check(.mark, NumberMark.Kind.allCases.map(\.code))
    check(.origin, ["published", "source", "title", "words"])
    #expect(terms(.measure, "new_one").english == "new_one")
    #expect(terms.column("region_name").chinese == "地区")
  }

  @Test func rowsThatAreNoneAreFaults() {
    #expect(throws: Fault.self) { try Terms(Array("sort\tcode\tzh\ten\nmeasure\tlevel\t水平\n".utf8)) }
    #expect(throws: Fault.self) { try Terms(Array("sort\tcode\tzh\ten\nnothing\tlevel\t水平\tlevel\n".utf8)) }
  }
}
