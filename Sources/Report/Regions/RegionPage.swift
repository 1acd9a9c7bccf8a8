internal import Records
internal import Vocabulary

/// The page of one region: its indicators over time.
struct RegionPage {
  let terms: Terms
  let vocabulary: Vocabulary

  /// The most years that the table of coverage shows: the latest.
  private static let years = 24

  func content(_ sheet: RegionSheet) -> Templates.Content {
    let groups = indicators(of: sheet)
    // From the province down, without the region itself.
    let place = vocabulary.gazetteer.path(of: sheet.code).map(\.name).dropFirst().reversed()
    let years = Array(Set(sheet.figures.compactMap { $0.period?.end.year }).sorted().suffix(Self.years))
    return [
      "pageTitle": "\(sheet.name) \(sheet.code)", "root": "../", "script": false, "isRegion": true,
      "region": sheet.name, "code": sheet.code, "path": place.joined(separator: " · "),
      "figureCount": NumberText.grouped(sheet.figures.count + sheet.omitted), "indicatorCount": groups.count,
      "mentionCount": NumberText.grouped(sheet.mentions), "hasMentions": sheet.mentions > 0,
      "omitted": sheet.omitted == 0 ? false : ["omittedCount": NumberText.grouped(sheet.omitted)] as Any,
      "years": years.map { ["year": "\($0)"] as Templates.Content },
      "indicators": groups.map { indicator($0.id, $0.figures, years) },
    ]
  }

  /// The figures by indicator; those of one category together.
  private func indicators(of sheet: RegionSheet) -> [(id: String, figures: [Figure])] {
    let groups = Dictionary(grouping: sheet.figures) { $0.indicatorID ?? "" }
    return groups.sorted { left, right in
      let (one, other) = (category(left.key), category(right.key))
      return one != other ? one < other : left.key < right.key
    }.map { ($0.key, $0.value) }
  }

  private func category(_ id: String) -> String { vocabulary.indicator(id: id)?.category ?? "~" }

  private func indicator(_ id: String, _ figures: [Figure], _ years: [Int]) -> Templates.Content {
    let known = vocabulary.indicator(id: id)
    let name = known?.name ?? figures.first?.indicator ?? id
    let term = Terms.Term(
      chinese: name, english: known.map(\.englishName).flatMap { $0.isEmpty ? nil : $0 } ?? id)
    let byYear = Dictionary(grouping: figures.filter { $0.period != nil }) { $0.period?.end.year ?? 0 }
    let charts = Series(figures, terms).charts()
    return [
      "id": id, "name": term.content, "category": known?.category ?? "",
      "charts": charts, "hasCharts": !charts.isEmpty, "count": figures.count,
      "cells": years.map { cell(byYear[$0] ?? []) },
      "rows": figures.sorted(by: Self.precedes).map(row),
    ]
  }

  /// A cell of the table of coverage: what sort of figures the year has, and how many.
  private func cell(_ figures: [Figure]) -> Templates.Content {
    guard !figures.isEmpty else { return ["kind": "none", "count": ""] }
    let actual = figures.filter { !$0.isTarget }
    let levels = Set([Measure.level, .share].map(\.rawValue))
    let kind =
      actual.isEmpty ? "target" : actual.contains { levels.contains($0.measure) } ? "level" : "growth"
    return ["kind": kind, "count": "\(figures.count)"]
  }

  /// Newest time first; the whole before its parts, what came about before what was meant to.
  private static func precedes(_ left: Figure, _ right: Figure) -> Bool {
    if left.isWhole != right.isWhole { return left.isWhole }
    if left.part != right.part { return left.part < right.part }
    if day(left) != day(right) { return day(left) > day(right) }
    if left.measure != right.measure { return rank(of: left.measure) < rank(of: right.measure) }
    if left.isTarget != right.isTarget { return right.isTarget }
    return Series.isBetter(left, right)
  }

  /// Levels first.
  private static func rank(of measure: String) -> Int {
    Measure.allCases.firstIndex { $0.rawValue == measure } ?? Measure.allCases.count
  }

  private static func day(_ figure: Figure) -> Int { figure.period.map { TimeAxis.number(of: $0.end) } ?? -1 }

  private func row(_ figure: Figure) -> Templates.Content {
    FigureRow(terms: terms).content(figure, root: "../")
  }
}
