internal import Extract
internal import Records
internal import SystemPackage

extension Configuration {
  static let sourceKeys = [
    "name", "folder", "files", "warc", "pages", "list", "sitemap", "region", "published", "tier", "charset",
    "delay_seconds", "max_pages", "night", "refresh_days", "title", "license",
  ]
  /// The keys that say where pages lie; a source has one of them.
  static let locationKeys = ["folder", "files", "warc", "pages", "list", "sitemap"]
  /// The keys that only a source on the web has.
  static let webKeys = ["delay_seconds", "max_pages", "night", "refresh_days"]

  /// Reads `sources`.
  static func sources(_ root: ConfigurationObject, base: String) throws(Fault) -> [Source] {
    guard let elements = try root.elements("sources") else { throw root.fault("sources", "is missing") }
    var sources: [Source] = []
    for (node, path) in elements {
      let object = try ConfigurationObject(
        node, file: root.file, path: path, known: sourceKeys)
      guard let name = try object.string("name") else { throw object.fault("name", "is missing") }
      guard !sources.contains(where: { $0.name == name }) else {
        throw object.fault("name", "\"\(name)\" is the name of another source too")
      }
      sources.append(
        Source(
          name: name, regionPosition: object["region"]?.position, location: try location(object, base: base),
          defaults: try defaults(object), title: try object.string("title"),
          license: try object.string("license")))
    }
    return sources
  }

  private static func location(_ object: ConfigurationObject, base: String) throws(Fault) -> Source.Location {
    let kinds = locationKeys.filter { object[$0] != nil }
    guard let kind = kinds.first else {
      throw object.fault(at: object.node, object.path, "has none of \(locationKeys.joined(separator: ", "))")
    }
    if kinds.count > 1 {
      throw object.fault(kinds[1], "stands beside \(kind); a source has one of them")
    }
    if let web = try webSource(object) { return .web(web) }
    if let key = webKeys.first(where: { object[$0] != nil }) {
      throw object.fault(key, "is for sources on the web; this one has \(kind)")
    }
    switch kind {
    case "folder":
      let folder = try object.string("folder") ?? ""
      let path = Path.join(base, folder)
      guard (try? System.entry(at: FilePath(path))) == .folder else {
        throw object.fault("folder", "\(path): is no folder")
      }
      return .folder(folder)
    case "warc":
      let name = try object.string("warc") ?? ""
      let path = Path.join(base, name)
      guard System.exists(path) else { throw object.fault("warc", "\(path): is not there") }
      return .warc(name)
    default: return .files(try files(object, base: base))
    }
  }

  private static func files(_ object: ConfigurationObject, base: String) throws(Fault) -> [String] {
    var files: [String] = []
    for (node, path) in try object.elements("files") ?? [] {
      let file = try object.string(node, path)
      let location = Path.join(base, file)
      guard System.exists(location) else { throw object.fault(at: node, path, "\(location): is not there") }
      files.append(file)
    }
    return files
  }

  private static func defaults(_ object: ConfigurationObject) throws(Fault) -> SourceDefaults {
    var defaults = SourceDefaults(tier: try object.choice("tier", of: Tier.self))
    if let region = try object.string("region") {
      guard Self.isRegionCode(region) else {
        throw object.fault("region", "expected a six-digit code of GB/T 2260, found \"\(region)\"")
      }
      defaults.region = region
    }
    defaults.published = try day(object, "published")
    if let label = try object.string("charset")?.lowercased() {
      guard Extraction.isCharset(label) else {
        throw object.fault("charset", "expected utf-8, gb18030 or big5, found \"\(label)\"")
      }
      defaults.charset = label
    }
    return defaults
  }

  /// Whether a text has the form of a code of GB/T 2260.
  static func isRegionCode(_ text: String) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
