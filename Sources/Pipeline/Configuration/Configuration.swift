internal import Extract
internal import Load
internal import Records
internal import Vocabulary

/// What `pipeline.json` says, checked.
public struct Configuration: Sendable {
  /// The file that it was read from.
  public let file: String
  /// The folder that its paths count from: the one it lies in.
  let base: String
  let sources: [Source]
  /// How many pages are worked on at once; as many as there are cores where it is not said.
  let workers: Int?
  let output: Output
  /// The user's own tables.
  let tables: [VocabularyTable]
  let quality: Quality
  let limits: Limits
  /// How sources on the web are fetched; there where there are any.
  let fetching: FetchSettings?
  let pages: Pages
  /// What people found wrong in sources; nothing where no table is named.
  let corrections: CorrectionFile?
  /// What is said of the dataset.
  let about: DatasetDescription
  /// The file's bytes, for the fingerprint of a run.
  let bytes: [UInt8]

  /// Where the datasets go and in which formats.
  struct Output: Sendable {
    var folder = "out"
    var formats: Set<DataFormat> = Set(DataFormat.allCases)
    /// Whether the documents with their texts are written too.
    var hasTexts = false
    /// Whether copies for Excel are written.
    var hasExcel = false
    /// Whether a database of the tables is written.
    var hasSQLite = false
    /// Whether the report is made.
    var hasReport = false
  }

  /// Gates that a run must pass before its datasets are put in place.
  struct Quality: Sendable {
    var minimumDocuments: Int?
    var minimumObservations: Int?
    /// The most findings of a code.
    var maximumFindings: [(code: Finding.Code, count: Int)] = []
  }

  /// Limits on what is read.
  struct Limits: Sendable {
    /// The largest page in bytes.
    var pageBytes = ExtractLimits().pageBytes
    /// The most elements and texts that are read of a page.
    var nodes = ExtractLimits().nodes

    /// What they say to the reading of a page.
    var extraction: ExtractLimits { ExtractLimits(pageBytes: pageBytes, nodes: nodes) }
  }
}

extension Configuration {
  /// What is done with the documents of all pages together.
  struct Pages: Sendable {
    /// Whether articles that are cut into several pages become one document.
    var joinsParts = true
    /// Whether blocks that stand on many pages of a site are taken out.
    var dropsRepeatedBlocks = true
  }
}

/// A source of pages.
struct Source: Sendable {
  let name: String
  /// Where its region stands in the configuration, for whoever looks the code up.
  let regionPosition: JSONPosition?
  let location: Location
  let defaults: SourceDefaults
  /// What readers of the dataset call it.
  var title: String?
  /// The licence of its pages.
  var license: String?

  /// Where its pages lie.
  enum Location: Sendable {
    case files([String])
    case folder(String)
    /// A WARC file, or a folder of WARC files.
    case warc(String)
    case web(WebSource)
  }
}

extension Configuration {
  /// The sources on the web.
  var webSources: [(source: Source, web: WebSource)] {
    sources.compactMap { source in if case .web(let web) = source.location { (source, web) } else { nil } }
  }
}
