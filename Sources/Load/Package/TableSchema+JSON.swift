extension TableSchema {
  /// Appends the table as a Table Schema object, with its foreign keys to the tables of `names`.
  func append(amongTables names: Set<String>, to json: inout JSONWriter) {
    json.beginObject()
    json.key("fields")
    json.beginArray()
    for field in fields { field.append(to: &json) }
    json.endArray()
    if !primaryKey.isEmpty { json.member("primaryKey", primaryKey) }
    let keys = foreignKeys.filter { names.contains($0.resource) }
    if !keys.isEmpty {
      json.key("foreignKeys")
      json.beginArray()
      for key in keys { key.append(to: &json) }
      json.endArray()
    }
    json.endObject()
  }
}

extension Field {
  fileprivate func append(to json: inout JSONWriter) {
    json.beginObject()
    json.member("name", name)
    json.member("type", type.rawValue)
    json.member("title", "\(title) \(chineseTitle)")
    json.member("description", description)
    constraints.append(to: &json)
    // The specification allows properties of one's own; the concept is what SDMX tools match by.
    if let concept { json.member("sdmxConcept", concept) }
    json.endObject()
  }
}

extension Constraints {
  fileprivate func append(to json: inout JSONWriter) {
    if self == Constraints() { return }
    json.key("constraints")
    json.beginObject()
    if isRequired {
      json.key("required")
      json.boolean(true)
    }
    if !values.isEmpty { json.member("enum", values) }
    if let pattern { json.member("pattern", pattern) }
    if let minimum {
      json.key("minimum")
      json.integer(minimum)
    }
    json.endObject()
  }
}

extension ForeignKey {
  fileprivate func append(to json: inout JSONWriter) {
    json.beginObject()
    json.member("fields", [field])
    json.key("reference")
    json.beginObject()
    json.member("resource", resource)
    json.member("fields", [referencedField])
    json.endObject()
    json.endObject()
  }
}

extension JSONWriter {
  /// Writes a member whose value is a string.
  public mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes a member whose value is a list of strings.
  public mutating func member(_ name: StaticString, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }
}
