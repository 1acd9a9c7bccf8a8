internal import Fetch
internal import Load
internal import Records
internal import Vocabulary

extension Configuration {
  /// A table of corrections as it lies in its file.
  struct CorrectionFile: Sendable {
    /// Its name, as it counts from the folder of the configuration.
    let name: String
    let bytes: [UInt8]

    /// The corrections, checked against the vocabulary.
    ///
    /// - Throws: a `Fault` that names file, line and column.
    func corrections(_ vocabulary: Vocabulary) throws(Fault) -> Corrections {
      let table = try CorrectionTable(file: name, bytes: bytes, vocabulary: vocabulary)
      return Corrections(table.corrections, file: name, vocabulary: vocabulary)
    }
  }

  static func corrections(_ root: ConfigurationObject, base: String) throws(Fault) -> CorrectionFile? {
    guard let file = try root.string("corrections") else { return nil }
    let path = Path.join(base, file)
    do throws(FileReader.Failure) {
      return CorrectionFile(name: file, bytes: try FileReader.contents(of: path, limit: 64 << 20))
    } catch {
      throw root.fault("corrections", "\(path): \(error.cause)")
    }
  }

  /// What is said of the dataset, with its sources.
  static func about(_ root: ConfigurationObject, _ sources: [Source]) throws(Fault) -> DatasetDescription {
    var about = DatasetDescription()
    about.sources = sources.map { source in
      DatasetDescription.SourceDescription(
        title: source.title ?? source.name, path: source.address,
        license: source.license.map(DatasetDescription.License.init))
    }
    guard let object = try root.object("dataset", known: datasetKeys) else { return about }
    if let name = try object.string("name") {
      let isName = name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
      }
      guard isName else {
        throw object.fault(
          "name", "\"\(name)\" has other characters than a to z, 0 to 9, \".\", \"_\" and \"-\"")
      }
      about.name = name
    }
    if let title = try object.string("title") { about.title = title }
    if let description = try object.string("description") { about.description = description }
    about.license = try object.string("license").map(DatasetDescription.License.init)
    about.url = try object.string("url")
    for (node, path) in try object.elements("authors") ?? [] {
      about.authors.append(try object.string(node, path))
    }
    return about
  }
}

extension Source {
  /// Where its pages lie, as a data package names it: an address or a folder; nothing where there are several files.
  fileprivate var address: String? {
    switch location {
    case .files(let files): files.count == 1 ? files[0] : nil
    case .folder(let folder): folder
    case .warc(let name): name
    case .web(let web): web.seeds.first?.description
    }
  }
}
