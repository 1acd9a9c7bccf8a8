internal import Records

/// The page that searches all observations.
struct SearchPage {
  let terms: Terms

  /// The most rows that the page can search; those beyond it stand in the datasets alone.
  static let limit = 200_000

  func content(rows: Int, files: Int, omitted: Int) -> Templates.Content {
    [
      "pageTitle": "检索 Search", "root": "", "script": "search.js", "isSearch": true,
      "rowCount": NumberText.grouped(rows), "rowNumber": rows,
      "omitted": omitted == 0 ? false : ["omittedCount": NumberText.grouped(omitted)] as Any,
      "measures": Measure.allCases.enumerated().map { index, measure -> Templates.Content in
        let term = terms(.measure, measure.rawValue)
        return ["number": index, "name": term.plain, "zh": term.chinese, "en": term.english]
      },
      "tiers": Tier.allCases.map { tier -> Templates.Content in
        ["code": tier.rawValue, "name": terms(.tier, tier.rawValue).plain]
      },
      "files": (0..<files).map { ["file": Self.file($0)] as Templates.Content },
    ]
  }

  /// `data/rows-007.js`.
  static func file(_ index: Int) -> String {
    let digits = String(index)
    return "data/rows-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + ".js"
  }
}
