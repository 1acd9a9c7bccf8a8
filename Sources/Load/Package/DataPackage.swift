/// The description of a folder of datasets, by the Data Package standard, version 2.
public struct DataPackage: Sendable {
  /// What its makers say of it.
  public var about: DatasetDescription
  /// The version of the program or of the release.
  public var version: String
  /// The files, those of a table in any order; tables are described in the order of their first files.
  public var files: [DataFile]

  /// Makes the description.
  public init(_ about: DatasetDescription, version: String, files: [DataFile]) {
    self.about = about
    self.version = version
    self.files = files
  }

  /// The profile that `datapackage.json` is written by.
  static let profile = "https://datapackage.org/profiles/2.0/datapackage.json"

  /// The bytes of `datapackage.json`: nothing in them but what is said here, so that the same files
  /// give the same bytes.
  ///
  /// A table is one resource, described by its CSV where there is one: foreign keys point to a table and
  /// not to one of its files, and validators read JSON only with extensions. Its other files stand in the
  /// resource's own property `alternates`. Keys to tables that the package does not have are left out.
  public func encoded() -> [UInt8] {
    var json = JSONWriter(indented: true)
    json.beginObject()
    json.member("$schema", Self.profile)
    json.member("name", about.name)
    json.member("title", about.title)
    json.member("description", about.description)
    json.member("version", version)
    about.append(to: &json)
    json.key("resources")
    json.beginArray()
    let names = Set(files.map(\.schema.name))
    for table in tables { table[0].append(alternates: table[1...], amongTables: names, to: &json) }
    json.endArray()
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }

  private static let preferredFormats: [DataFormat] = [.csv, .jsonl, .json]

  /// The files of each table, the one that it is described by first.
  private var tables: [[DataFile]] {
    var names: [String] = []
    for file in files where !names.contains(file.schema.name) { names.append(file.schema.name) }
    return names.map { name in
      Self.preferredFormats.flatMap { format in files.filter { $0.schema.name == name && $0.format == format }
      }
    }
  }
}

/// A file of a data package.
public struct DataFile: Sendable {
  /// The table that it holds.
  public let schema: TableSchema
  /// How it is written.
  public let format: DataFormat
  /// Its path from the folder of `datapackage.json`.
  public let path: String
  /// The SHA-256 of its bytes: 64 hexadecimal digits in lower case.
  public let sha256: String
  /// How many bytes it has.
  public let byteCount: Int

  /// Makes the entry of a file.
  ///
  /// The path defaults to the table's name with the format's extension.
  public init(
    _ schema: TableSchema, as format: DataFormat, path: String? = nil, sha256: String, byteCount: Int
  ) {
    self.schema = schema
    self.format = format
    self.path = path ?? "\(schema.name).\(format.rawValue)"
    self.sha256 = sha256
    self.byteCount = byteCount
  }

  fileprivate func append(
    alternates: ArraySlice<DataFile>, amongTables names: Set<String>, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("name", schema.name)
    json.member("type", "table")
    json.member("title", "\(schema.title) \(schema.chineseTitle)")
    json.member("description", schema.description)
    appendProperties(to: &json)
    if format == .csv {
      json.key("dialect")
      json.beginObject()
      json.member("lineTerminator", "\n")
      json.endObject()
    }
    json.key("schema")
    schema.append(amongTables: names, to: &json)
    if !alternates.isEmpty {
      json.key("alternates")
      json.beginArray()
      for file in alternates {
        json.beginObject()
        file.appendProperties(to: &json)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }

  /// Appends what is said of every file.
  private func appendProperties(to json: inout JSONWriter) {
    json.member("path", path)
    json.member("format", format.rawValue)
    json.member("mediatype", format.mediaType)
    json.member("encoding", "utf-8")
    json.key("bytes")
    json.integer(byteCount)
    json.member("hash", "sha256:\(sha256)")
  }
}

/// How a table is written.
///
/// The raw value is the file's extension.
public enum DataFormat: String, CaseIterable, Sendable {
  /// Comma-separated values with a header.
  case csv
  /// One array of objects, one object a line.
  case json
  /// JSON Lines: one object a line.
  case jsonl

  /// The media type by which it is served.
  public var mediaType: String {
    switch self {
    case .csv: "text/csv"
    case .json: "application/json"
    case .jsonl: "application/jsonl"
    }
  }
}
