internal import Records
internal import SystemPackage

extension Configuration {
  static let sourceKeys = ["name", "folder", "files", "region", "published", "tier"]

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
          defaults: try defaults(object)))
    }
    return sources
  }

  private static func location(_ object: ConfigurationObject, base: String) throws(Fault) -> Source.Location {
    switch (try object.string("folder"), try object.elements("files")) {
    case (let folder?, nil):
      let path = Path.join(base, folder)
      guard (try? System.entry(at: FilePath(path))) == .folder else {
        throw object.fault("folder", "\(path): is no folder")
      }
      return .folder(folder)
    case (nil, let elements?):
      var files: [String] = []
      for (node, path) in elements {
        let file = try object.string(node, path)
        let location = Path.join(base, file)
        guard System.exists(location) else { throw object.fault(at: node, path, "\(location): is not there") }
        files.append(file)
      }
      return .files(files)
    case (nil, nil): throw object.fault(at: object.node, object.path, "has neither folder nor files")
    case (_?, _?): throw object.fault("files", "stands beside folder; a source has one of them")
    }
  }

  private static func defaults(_ object: ConfigurationObject) throws(Fault) -> SourceDefaults {
    var defaults = SourceDefaults(tier: try object.choice("tier", of: Tier.self))
    if let region = try object.string("region") {
      guard Self.isRegionCode(region) else {
        throw object.fault("region", "expected a six-digit code of GB/T 2260, found \"\(region)\"")
      }
      defaults.region = region
    }
    if let text = try object.string("published") {
      guard let day = Day(iso: text) else {
        throw object.fault("published", "expected a day such as 2022-06-29, found \"\(text)\"")
      }
      defaults.published = day
    }
    return defaults
  }

  /// Whether a text has the form of a code of GB/T 2260.
  static func isRegionCode(_ text: String) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
