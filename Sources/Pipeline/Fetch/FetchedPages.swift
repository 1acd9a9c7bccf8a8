internal import Fetch
internal import GRDB
internal import Records
internal import SystemPackage

/// The newest versions of the pages that were fetched, as inputs of a run.
struct FetchedPages {
  let state: FetchState
  /// The archive's folder.
  let folder: String

  /// Calls `body` with each page of a source on the web; list pages and sitemaps are none.
  func forEach(of source: Source, _ body: (Input) throws -> Void) throws {
    try state.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(PageRow.columns) FROM pages JOIN sources ON sources.id = pages.source
          WHERE sources.name = ? AND kind = 0 AND state <> 2 AND file IS NOT NULL ORDER BY final_url
          """, arguments: [source.name])
      while let row = try rows.next() {
        let page = PageRow(row)
        guard let version = page.version else { continue }
        var defaults = source.defaults
        // What the list says of this page goes before what the configuration says of all.
        defaults.published = page.published ?? defaults.published
        try body(
          Input(
            path: FilePath(folder).appending(version.file), source: version.known.url, defaults: defaults,
            record: ArchivedInput(offset: version.offset, sha256: version.sha256)))
      }
    }
  }
}
