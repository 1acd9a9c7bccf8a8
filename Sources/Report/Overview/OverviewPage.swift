internal import Load
internal import Records
internal import Vocabulary

/// The first page: what the run did, what is covered, what is not known, what disagrees.
struct OverviewPage {
  let terms: Terms
  let vocabulary: Vocabulary

  /// How much each table shows at most.
  private static let (regions, years, labels, origins) = (120, 24, 40, 60)

  func content(_ overview: Overview) -> Templates.Content {
    let coverage = overview.coverage
    let years = coverage.years(limit: Self.years)
    let regions = coverage.largest(Self.regions)
    return [
      "pageTitle": "县志 xianzhi", "root": "", "script": "coverage.js", "isOverview": true,
      "numbers": numbers(overview), "finished": Templates.given(overview.summary.finished),
      "version": overview.summary.version ?? "",
      "origins": origins(overview), "findings": findings(overview),
      "years": years.map { ["year": "\($0)"] as Templates.Content },
      "hasCoverage": !regions.isEmpty,
      "isCut": regions.count < coverage.regions.count,
      "regionCount": NumberText.grouped(coverage.regions.count),
      "regions": regions.map { row($0, years, regions) },
      "indicators": choices(coverage),
      "labels": labels(overview), "labelCount": NumberText.grouped(overview.labels.count),
      "conflicts": overview.conflicts.map { conflict -> Templates.Content in
        [
          "what": conflict.what,
          "sides": conflict.sides.map { side -> Templates.Content in
            [
              "text": side.text, "source": side.source, "link": side.link, "sentence": side.sentence,
              "tier": side.tier.isEmpty ? false : terms(.tier, side.tier).content as Any,
            ]
          },
        ]
      },
      "hasConflicts": !overview.conflicts.isEmpty,
      "conflictCount": NumberText.grouped(overview.conflictCount),
    ]
  }

  private func numbers(_ overview: Overview) -> [Templates.Content] {
    let counts = overview.summary.counts
    let documents = overview.origins.values.reduce(0) { $0 + $1.documents }
    let known = [
      (Terms.Term(chinese: "页面", english: "pages"), counts["pages"] ?? documents),
      (Terms.Term(chinese: "正文", english: "articles"), counts["articles"] ?? documents),
      (Terms.Term(chinese: "观测值", english: "observations"), overview.figureCount),
      (Terms.Term(chinese: "地区", english: "regions"), overview.coverage.regions.count),
      (Terms.Term(chinese: "指标", english: "indicators"), overview.coverage.indicators.count),
      (Terms.Term(chinese: "存疑", english: "findings"), overview.findings.values.reduce(0, +)),
    ]
    return known.map { ["count": NumberText.grouped($1), "name": $0.content] }
  }

  private func origins(_ overview: Overview) -> [Templates.Content] {
    let sorted = overview.origins.sorted {
      $0.value.figures != $1.value.figures ? $0.value.figures > $1.value.figures : $0.key < $1.key
    }
    let most = sorted.first?.value.figures ?? 0
    return sorted.prefix(Self.origins).map { origin, count in
      [
        "origin": origin.name, "tier": origin.tier.isEmpty ? false : terms(.tier, origin.tier).content as Any,
        "documents": NumberText.grouped(count.documents), "figures": NumberText.grouped(count.figures),
        "findings": NumberText.grouped(count.findings), "bar": bar(count.figures, of: most),
      ]
    }
  }

  private func findings(_ overview: Overview) -> [Templates.Content] {
    let counts = overview.findings.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    let most = counts.first?.value ?? 0
    return counts.map { code, count in
      [
        "name": terms(.finding, code).content, "code": code, "count": NumberText.grouped(count),
        "bar": bar(count, of: most),
      ]
    }
  }

  private func labels(_ overview: Overview) -> [Templates.Content] {
    let sorted = overview.labels.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }
    return sorted.prefix(Self.labels).map { label, count in
      [
        "label": label, "count": NumberText.grouped(count.count), "sentence": count.example?.sentence ?? "",
        "link": count.example?.link ?? "",
      ]
    }
  }

  /// A row of the table of coverage; `row` numbers it for the script that colours it anew.
  private func row(_ region: Coverage.Region, _ years: [Int], _ all: [Coverage.Region]) -> Templates.Content {
    let most = max(1, all.flatMap { region in years.map { region.indicators(in: $0) } }.max() ?? 1)
    return [
      "code": region.code, "name": region.name,
      "cells": years.map { year -> Templates.Content in
        let count = region.indicators(in: year)
        return [
          "count": count == 0 ? "" : "\(count)", "shade": Self.shade(count, of: most), "year": "\(year)",
        ]
      },
    ]
  }

  /// Of six shades, 0 for nothing, the one for a count.
  static func shade(_ count: Int, of most: Int) -> Int {
    count == 0 ? 0 : max(1, (count * 5 + most - 1) / most)
  }

  /// A width in hundredths of the longest bar.
  private func bar(_ count: Int, of most: Int) -> Int { most == 0 ? 0 : max(1, count * 100 / most) }

  /// The indicators that the table of coverage can be shown for, by name.
  private func choices(_ coverage: Coverage) -> [Templates.Content] {
    let names = coverage.indicators.enumerated().map { number, id -> (name: String, number: Int) in
      let known = vocabulary.indicator(id: id)
      return ("\(known?.name ?? id) \(known?.englishName ?? "")", number)
    }
    return names.sorted { $0 < $1 }.map { ["number": $0.number, "name": $0.name] }
  }

  /// The script's data: for each region its indicators, and for each of those the years with their figures.
  func data(_ coverage: Coverage) -> [UInt8] {
    var json = JSONWriter(appendingTo: Array("xianzhiCoverage(".utf8))
    json.beginObject()
    for region in coverage.largest(Self.regions) {
      json.key(escaping: region.code)
      json.beginObject()
      for (indicator, years) in region.cells.sorted(by: { $0.key < $1.key }) {
        json.key(escaping: "\(indicator)")
        json.beginObject()
        for (year, count) in years.sorted(by: { $0.key < $1.key }) {
          json.key(escaping: "\(year)")
          json.integer(count)
        }
        json.endObject()
      }
      json.endObject()
    }
    json.endObject()
    return json.finish() + Array(");\n".utf8)
  }

  /// The page that lists every region.
  func regions(_ coverage: Coverage) -> Templates.Content {
    [
      "pageTitle": "地区 Regions", "root": "../", "script": false, "isRegions": true,
      "regionCount": NumberText.grouped(coverage.regions.count),
      "provinces": provinces(coverage.regions),
    ]
  }

  private func provinces(_ regions: [Coverage.Region]) -> [Templates.Content] {
    let groups = Dictionary(grouping: regions) { String($0.code.prefix(2)) }
    return groups.sorted { $0.key < $1.key }.map { prefix, members in
      [
        "province": vocabulary.gazetteer.place(code: prefix + "0000")?.name ?? prefix,
        "members": members.map { region -> Templates.Content in
          [
            "code": region.code, "name": region.name, "count": NumberText.grouped(region.count),
            "indicatorCount": region.cells.count,
          ]
        },
      ]
    }
  }
}
