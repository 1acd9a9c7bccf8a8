/// What a CSV file says of itself on the web: CSVW, W3C's Metadata Vocabulary for Tabular Data (2015).
///
/// `observations.csv-metadata.json` beside `observations.csv` is where tools look for it. The keys between tables stand in
/// `csvw-metadata.json`, which describes them all: a key can only point to a table of its own group.
public enum CSVWMetadata {
  /// The name of the file that describes the tables together.
  public static let groupFile = "csvw-metadata.json"

  /// The name of the file beside the table at `path`.
  public static func file(beside path: String) -> String { path + "-metadata.json" }

  /// The bytes that describe one table; it lies at `path`, which the metadata lies beside.
  public static func encoded(_ schema: TableSchema, path: String) -> [UInt8] {
    var json = JSONWriter(indented: true)
    json.beginObject()
    context(&json)
    append(schema, url: path.split(separator: "/").last.map(String.init) ?? path, among: [:], to: &json)
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }

  /// The bytes that describe tables with the keys between them.
  public static func encoded(_ tables: [(schema: TableSchema, path: String)]) -> [UInt8] {
    let paths = Dictionary(tables.map { ($0.schema.name, $0.path) }) { first, _ in first }
    var json = JSONWriter(indented: true)
    json.beginObject()
    context(&json)
    json.key("tables")
    json.beginArray()
    for table in tables {
      json.beginObject()
      append(table.schema, url: table.path, among: paths, to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }

  private static func context(_ json: inout JSONWriter) {
    json.key("@context")
    json.beginArray()
    json.string("http://www.w3.org/ns/csvw")
    json.beginObject()
    json.member("@language", "en")
    json.endObject()
    json.endArray()
  }

  private static func append(
    _ schema: TableSchema, url: String, among paths: [String: String], to json: inout JSONWriter
  ) {
    json.member("url", url)
    json.member("dc:title", "\(schema.title) \(schema.chineseTitle)")
    json.member("dc:description", schema.description)
    json.key("dialect")
    json.beginObject()
    json.member("encoding", "utf-8")
    json.member("lineTerminators", ["\n"])
    json.key("header")
    json.boolean(true)
    json.endObject()
    json.key("tableSchema")
    json.beginObject()
    json.key("columns")
    json.beginArray()
    for field in schema.fields { append(field, to: &json) }
    json.endArray()
    if !schema.primaryKey.isEmpty { json.member("primaryKey", schema.primaryKey) }
    let keys = schema.foreignKeys.filter { paths[$0.resource] != nil }
    if !keys.isEmpty {
      json.key("foreignKeys")
      json.beginArray()
      for key in keys { append(key, paths[key.resource] ?? "", to: &json) }
      json.endArray()
    }
    json.endObject()
  }

  private static func append(_ key: ForeignKey, _ path: String, to json: inout JSONWriter) {
    json.beginObject()
    json.member("columnReference", [key.field])
    json.key("reference")
    json.beginObject()
    json.member("resource", path)
    json.member("columnReference", [key.referencedField])
    json.endObject()
    json.endObject()
  }

  private static func append(_ field: Field, to json: inout JSONWriter) {
    json.beginObject()
    json.member("name", field.name)
    json.key("titles")
    json.beginObject()
    // The title by which the header of the file is held against the metadata comes first.
    json.member("und", field.name)
    json.member("en", field.title)
    json.member("zh", field.chineseTitle)
    json.endObject()
    json.member("dc:description", field.description)
    json.key("datatype")
    append(field.type, field.constraints, to: &json)
    if field.constraints.isRequired {
      json.key("required")
      json.boolean(true)
    }
    if let term = field.concept.flatMap({ terms[$0] }) {
      json.member("propertyUrl", "http://purl.org/linked-data/sdmx/2009/" + term)
    }
    json.endObject()
  }

  /// The terms of the RDF vocabulary of SDMX for its concepts; it has none for INDICATOR.
  private static let terms = [
    "OBS_VALUE": "measure#obsValue", "REF_AREA": "dimension#refArea", "TIME_PERIOD": "dimension#timePeriod",
    "FREQ": "dimension#freq", "UNIT_MEASURE": "attribute#unitMeasure", "OBS_STATUS": "attribute#obsStatus",
  ]

  private static func append(_ type: FieldType, _ constraints: Constraints, to json: inout JSONWriter) {
    json.beginObject()
    switch type {
    case .string:
      json.member("base", "string")
      if let pattern = constraints.pattern ?? choice(constraints.values) { json.member("format", pattern) }
    case .number: json.member("base", "decimal")
    case .integer:
      json.member("base", "integer")
      if let minimum = constraints.minimum { json.member("minimum", String(minimum)) }
    case .boolean:
      json.member("base", "boolean")
      json.member("format", "true|false")
    case .date: json.member("base", "date")
    }
    json.endObject()
  }

  /// The regular expression of a few words.
  private static func choice(_ values: [String]) -> String? {
    values.isEmpty ? nil : "^(" + values.joined(separator: "|") + ")$"
  }
}
