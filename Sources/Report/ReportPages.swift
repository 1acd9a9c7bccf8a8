public import Records
public import Vocabulary

/// A file of the report.
public struct ReportFile: Sendable {
  /// Where it lies in the report's folder.
  public let path: String
  /// What is in it.
  public let bytes: [UInt8]
}

/// Makes the files of a report of what a set of datasets holds: static pages that open from disk.
///
/// Figures are handed over one by one in the order of `observations.csv`, documents in any order before them; of the figures
/// those of one region and of one script are in memory at a time. The same input gives the same bytes.
public struct ReportPages {
  private let templates: Templates
  private let terms: Terms
  private let vocabulary: Vocabulary
  /// What the overview shows.
  public var overview = Overview()
  private var region: RegionSheet?
  private var search = SearchData()
  private var searchFiles = 0
  private var searched = 0
  private var omitted = 0

  /// Reads the templates.
  ///
  /// - Throws: a `Fault` where one that is compiled in is broken, which the tests rule out.
  public init(vocabulary: Vocabulary) throws(Fault) {
    templates = try Templates()
    terms = try Terms(templates.assets["terms.tsv"] ?? [])
    self.vocabulary = vocabulary
  }

  /// The files that are the same in every report: style and scripts.
  public var assets: [ReportFile] {
    templates.assets.filter { $0.key != "terms.tsv" }.sorted { $0.key < $1.key }.map {
      ReportFile(path: "assets/\($0.key)", bytes: $0.value)
    }
  }

  /// The page of a document; nothing where its id is not fit for the name of a file.
  public func evidence(_ sheet: EvidenceSheet) -> ReportFile? {
    EvidencePath.of(sheet.document.id).map {
      ReportFile(path: $0, bytes: templates.fill("evidence", EvidencePage(terms: terms).content(sheet)))
    }
  }

  /// Takes the next figure, and gives the files that are whole with it.
  public mutating func add(_ figure: Figure) -> [ReportFile] {
    overview.add(figure)
    var files: [ReportFile] = []
    if figure.regionCode != region?.code {
      files += finishRegion()
      region = figure.regionCode.flatMap { RegionSheet($0) }
    }
    region?.add(figure)
    if searched < SearchPage.limit {
      search.add(figure)
      searched += 1
      if search.count == SearchData.rowsPerFile { files += finishSearch() }
    } else {
      omitted += 1
    }
    return files
  }

  /// The files that are whole when every figure was taken.
  public mutating func finish() -> [ReportFile] {
    var files = finishRegion()
    region = nil
    files += finishSearch()
    let page = OverviewPage(terms: terms, vocabulary: vocabulary)
    files += [
      ReportFile(path: "data/coverage.js", bytes: page.data(overview.coverage)),
      ReportFile(
        path: "regions/index.html", bytes: templates.fill("regions", page.regions(overview.coverage))),
      ReportFile(
        path: "search.html",
        bytes: templates.fill(
          "search", SearchPage(terms: terms).content(rows: searched, files: searchFiles, omitted: omitted))),
      ReportFile(
        path: "index.html", bytes: templates.fill("overview", page.content(overview))),
    ]
    return files
  }

  private func finishRegion() -> [ReportFile] {
    guard let region else { return [] }
    let page = RegionPage(terms: terms, vocabulary: vocabulary)
    return [
      ReportFile(path: "regions/\(region.code).html", bytes: templates.fill("region", page.content(region)))
    ]
  }

  private mutating func finishSearch() -> [ReportFile] {
    guard search.count > 0 else { return [] }
    let file = ReportFile(path: SearchPage.file(searchFiles), bytes: search.script())
    search = SearchData()
    searchFiles += 1
    return [file]
  }
}
