internal import Fetch
internal import Load
public import Records
internal import Vocabulary

extension Configuration {
  static let keys = [
    "$schema", "sources", "workers", "output", "vocabulary", "corrections", "dataset", "limits", "pages",
    "quality", "fetch",
  ]
  static let outputKeys = ["folder", "formats", "texts", "excel", "sqlite", "report"]
  static let datasetKeys = ["name", "title", "description", "authors", "license", "url"]
  static let limitKeys = ["page_bytes", "nodes"]
  static let pageKeys = ["join_parts", "drop_repeated_blocks"]
  static let qualityKeys = ["min_documents", "min_observations", "max_findings"]
  static let workerCounts = 1...256
  static let pageSizes = 1024...(1 << 31) - 1
  static let nodeCounts = 1000...(1 << 31) - 1

  /// Reads and checks `pipeline.json`.
  ///
  /// - Throws: a `Fault` with file, line, column and the key's path for a file that is no JSON, an unknown key, a wrong
  ///   type, a value out of range, or a file or folder that is not there.
  public init(file path: String) throws(Fault) {
    let bytes: [UInt8]
    do throws(FileReader.Failure) {
      bytes = try FileReader.contents(of: path, limit: 16 << 20)
    } catch {
      throw Fault(file: path, error.cause)
    }
    try self.init(file: path, bytes: bytes)
  }

  /// Checks the bytes of a configuration that lies at `file`.
  init(file: String, bytes: [UInt8]) throws(Fault) {
    let root = try ConfigurationObject(
      JSONNode.parse(bytes, file: file), file: file, path: "", known: Self.keys)
    self.file = file
    self.bytes = bytes
    base = Path.folder(of: file)
    _ = try root.string("$schema")
    workers = try root.integer("workers", in: Self.workerCounts)
    output = try Self.output(root)
    limits = try Self.limits(root)
    pages = try Self.pages(root)
    quality = try Self.quality(root)
    fetching = try Self.fetching(root, base: base)
    sources = try Self.sources(root, base: base)
    try Self.check(sources, fetching, root)
    tables = try Self.tables(root, base: base)
    corrections = try Self.corrections(root, base: base)
    about = try Self.about(root, sources)
  }

  /// A source on the web needs `fetch`, and may only begin at hosts that are named there.
  private static func check(_ sources: [Source], _ fetching: FetchSettings?, _ root: ConfigurationObject)
    throws(Fault)
  {
    for (index, source) in sources.enumerated() {
      guard case .web(let web) = source.location else { continue }
      let path = "sources[\(index)]"
      guard let fetching else {
        throw root.fault(
          at: root.node, path,
          "is on the web, and there is no fetch with a contact and the hosts that may be asked")
      }
      if let url = web.seeds.first(where: { !fetching.allowed.allows($0) }) {
        throw root.fault(at: root.node, path, "\(url) is at a host that fetch.hosts does not name")
      }
      try check(source, web, against: sources[..<index], path, root)
    }
  }

  /// Sources at one host are asked for in the hours that suit both: there must be some.
  private static func check(
    _ source: Source, _ web: WebSource, against others: ArraySlice<Source>, _ path: String,
    _ root: ConfigurationObject
  ) throws(Fault) {
    guard let night = web.politeness.night else { return }
    for other in others {
      guard case .web(let its) = other.location, let window = its.politeness.night, !night.overlaps(window),
        let host = web.seeds.map(\.host).first(where: { its.seeds.map(\.host).contains($0) })
      else { continue }
      throw root.fault(
        at: root.node, path + ".night", "shares no minute with that of \(other.name), which is at \(host) too"
      )
    }
  }

  private static func output(_ root: ConfigurationObject) throws(Fault) -> Output {
    var output = Output()
    guard let object = try root.object("output", known: outputKeys) else { return output }
    if let folder = try object.string("folder") {
      guard Path.name(of: folder) != nil else {
        throw object.fault("folder", "\"\(folder)\" is no name of a folder that could be made")
      }
      output.folder = folder
    }
    if let texts = try object.boolean("texts") { output.hasTexts = texts }
    if let excel = try object.boolean("excel") { output.hasExcel = excel }
    if let sqlite = try object.boolean("sqlite") { output.hasSQLite = sqlite }
    if let report = try object.boolean("report") { output.hasReport = report }
    if let formats = try object.elements("formats") {
      output.formats = []
      for (node, path) in formats {
        let format = try object.choice(node, path, of: DataFormat.self)
        guard output.formats.insert(format).inserted else {
          throw object.fault(at: node, path, "\"\(format.rawValue)\" stands twice")
        }
      }
    }
    return output
  }

  private static func limits(_ root: ConfigurationObject) throws(Fault) -> Limits {
    var limits = Limits()
    guard let object = try root.object("limits", known: limitKeys) else { return limits }
    if let bytes = try object.integer("page_bytes", in: pageSizes) { limits.pageBytes = bytes }
    if let nodes = try object.integer("nodes", in: nodeCounts) { limits.nodes = nodes }
    return limits
  }

  private static func pages(_ root: ConfigurationObject) throws(Fault) -> Pages {
    var pages = Pages()
    guard let object = try root.object("pages", known: pageKeys) else { return pages }
    if let joins = try object.boolean("join_parts") { pages.joinsParts = joins }
    if let drops = try object.boolean("drop_repeated_blocks") { pages.dropsRepeatedBlocks = drops }
    return pages
  }

  private static func quality(_ root: ConfigurationObject) throws(Fault) -> Quality {
    var quality = Quality()
    guard
      let object = try root.object("quality", known: qualityKeys)
    else { return quality }
    quality.minimumDocuments = try object.integer("min_documents", in: 0...Int.max)
    quality.minimumObservations = try object.integer("min_observations", in: 0...Int.max)
    if let findings = try object.object("max_findings", known: Finding.Code.allCases.map(\.rawValue)) {
      for key in findings.keys {
        guard let code = Finding.Code(rawValue: key), let most = try findings.integer(key, in: 0...Int.max)
        else { continue }
        quality.maximumFindings.append((code, most))
      }
    }
    return quality
  }

  private static func tables(_ root: ConfigurationObject, base: String) throws(Fault) -> [VocabularyTable] {
    let contents = VocabularyTable.Content.allCases
    guard let object = try root.object("vocabulary", known: contents.map(\.rawValue)) else { return [] }
    var tables: [VocabularyTable] = []
    for content in contents {
      guard let file = try object.string(content.rawValue) else { continue }
      let path = Path.join(base, file)
      do throws(FileReader.Failure) {
        tables.append(
          VocabularyTable(content, file: path, bytes: try FileReader.contents(of: path, limit: 64 << 20)))
      } catch {
        throw object.fault(content.rawValue, "\(path): \(error.cause)")
      }
    }
    return tables
  }
}
