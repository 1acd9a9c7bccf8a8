internal import Load

/// The tables of a folder of datasets, as its `datapackage.json` describes them.
struct TableSet {
  /// The folder, its link followed once: a run that ends meanwhile puts another set in its place.
  let folder: String
  /// The tables that are CSV, in the order of the package.
  let tables: [Entry]
  /// What the package says of itself.
  let about: DatasetDescription

  /// A table that lies in the folder.
  struct Entry {
    let schema: TableSchema
    /// Where, from the folder.
    let path: String
  }

  /// Reads the description.
  ///
  /// - Throws: a `Stop` with status 66 where the folder holds no datasets of xianzhi.
  init(folder path: String) throws {
    // Through join, which takes the slash off `out/`: behind it a link would be followed.
    let folder =
      Path.name(of: path).flatMap { System.linkTarget(Path.join(Path.folder(of: path), $0)) }
      .map { Path.join(Path.folder(of: path), $0) } ?? path
    let file = Path.join(folder, "datapackage.json")
    let bytes: [UInt8]
    do throws(FileReader.Failure) {
      bytes = try FileReader.contents(of: file, limit: 64 << 20)
    } catch {
      throw Stop(.noInput, "\(path): holds no datasets of xianzhi: \(file) \(error.cause)")
    }
    let root = try JSONNode.parse(bytes, file: file)
    self.folder = folder
    tables = Self.elements(root["resources"]).compactMap { Self.entry($0) }
    about = Self.about(root)
    guard tables.contains(where: { $0.schema.name == "observations" }) else {
      throw Stop(.noInput, "\(path): has no observations.csv; run with the format csv")
    }
  }

  /// The table of that name.
  subscript(name: String) -> Entry? { tables.first { $0.schema.name == name } }

  private static func entry(_ node: JSONNode) -> Entry? {
    guard let name = node["name"]?.text, let path = node["path"]?.text, path.hasSuffix(".csv") else {
      return nil
    }
    let schema = node["schema"]
    let (title, chinese) = titles(node)
    return Entry(
      schema: TableSchema(
        name: name, title: title, chineseTitle: chinese, description: node["description"]?.text ?? "",
        fields: elements(schema?["fields"]).compactMap(field), primaryKey: strings(schema?["primaryKey"]),
        foreignKeys: elements(schema?["foreignKeys"]).compactMap(foreignKey)), path: path)
  }

  /// The two titles, which the package has behind each other: no English title has a Chinese character.
  private static func titles(_ node: JSONNode) -> (String, String) {
    let title = node["title"]?.text ?? ""
    guard let space = title.lastIndex(of: " ") else { return (title, title) }
    return (String(title[..<space]), String(title[title.index(after: space)...]))
  }

  private static func field(_ node: JSONNode) -> Field? {
    guard let name = node["name"]?.text, let type = node["type"]?.text.flatMap(FieldType.init) else {
      return nil
    }
    let constraints = node["constraints"]
    let (title, chinese) = titles(node)
    return Field(
      name, title, chinese, type,
      where: Constraints(
        required: constraints?["required"]?.value == .boolean(true), values: strings(constraints?["enum"]),
        pattern: constraints?["pattern"]?.text,
        minimum: constraints?["minimum"].flatMap {
          if case .number(let text) = $0.value { Int(text) } else { nil }
        }),
      concept: node["sdmxConcept"]?.text, node["description"]?.text ?? "")
  }

  private static func foreignKey(_ node: JSONNode) -> ForeignKey? {
    guard let field = strings(node["fields"]).first, let resource = node["reference"]?["resource"]?.text,
      let referenced = strings(node["reference"]?["fields"]).first
    else { return nil }
    return ForeignKey(field: field, resource: resource, referencedField: referenced)
  }

  private static func about(_ root: JSONNode) -> DatasetDescription {
    var about = DatasetDescription()
    if let name = root["name"]?.text { about.name = name }
    if let title = root["title"]?.text { about.title = title }
    if let description = root["description"]?.text { about.description = description }
    about.url = root["homepage"]?.text
    about.authors = elements(root["contributors"]).compactMap { $0["title"]?.text }
    about.license = elements(root["licenses"]).first.flatMap(license)
    about.sources = elements(root["sources"]).compactMap { node in
      node["title"]?.text.map {
        DatasetDescription.SourceDescription(
          title: $0, path: node["path"]?.text, license: node["license"].flatMap(license))
      }
    }
    return about
  }

  private static func license(_ node: JSONNode) -> DatasetDescription.License? {
    (node["path"]?.text ?? node["name"]?.text).map(DatasetDescription.License.init)
  }

  private static func elements(_ node: JSONNode?) -> [JSONNode] {
    if case .array(let elements) = node?.value { elements } else { [] }
  }

  private static func strings(_ node: JSONNode?) -> [String] { elements(node).compactMap(\.text) }
}

extension JSONNode {
  /// The text that it is; nothing where it is another value.
  fileprivate var text: String? { if case .string(let text) = value { text } else { nil } }
}

extension TableSet {
  /// What the cells of a column of a table hold; nothing where there is no such table.
  ///
  /// - Throws: a `Stop` that names the table's file where it cannot be read or has no such column.
  func texts(in column: String, of table: String) throws -> Set<String> {
    guard let entry = self[table] else { return [] }
    let index = try self.column(column, of: entry)
    var texts: Set<String> = []
    try entry.forEach(in: folder) { texts.insert($0[index]) }
    return texts
  }
}

extension TableSet.Entry {
  /// Hands out the records of the table below the header.
  ///
  /// - Throws: a `Stop` that names the file, with status 65 where a record has another number of cells than the header.
  func forEach(in folder: String, _ body: (CSVCells) throws -> Void) throws {
    var reader = try LineReader(FileName(Path.join(folder, path)))
    var isFirst = true
    try reader.forEach { line in
      let cells = CSVCells(Array(line.bytes))
      guard cells.count == schema.fields.count else {
        throw Stop(
          .data,
          "\(line.file):\(line.number): has \(cells.count) cells, \(schema.fields.count) columns are described"
        )
      }
      if !isFirst { try body(cells) }
      isFirst = false
    }
  }
}
