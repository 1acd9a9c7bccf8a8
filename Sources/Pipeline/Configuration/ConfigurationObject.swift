internal import Records

/// An object of the configuration: its members by type, each fault with line, column and path.
struct ConfigurationObject {
  let file: String
  /// The path of its key: `sources[0]`; empty for the whole file.
  let path: String
  let node: JSONNode
  private let members: [JSONMember]

  /// Takes a value as an object that may have the keys `known` and no other.
  ///
  /// - Throws: a `Fault` for a value of another type and for a key that is not known, with the nearest one that is.
  init(_ node: JSONNode, file: String, path: String, known: [String]) throws(Fault) {
    guard case .object(let members) = node.value else {
      throw Self.fault(file, node.position, path, "expected an object, found \(node.value.typeName)")
    }
    self.file = file
    self.path = path
    self.node = node
    self.members = members
    for member in members where !known.contains(member.key) {
      throw Self.fault(
        file, member.position, path.isEmpty ? member.key : "\(path).\(member.key)",
        "is no key here; there are \(known.joined(separator: ", "))")
    }
  }

  private static func fault(_ file: String, _ position: JSONPosition, _ path: String, _ message: String)
    -> Fault
  {
    Fault(file: file, line: position.line, column: position.column, path: path.isEmpty ? nil : path, message)
  }

  /// A fault in the value of `key`, or in the object itself where there is no such key.
  func fault(_ key: String, _ message: String) -> Fault {
    Self.fault(file, (node[key] ?? node).position, child(key), message)
  }

  /// A fault at a value below this object.
  func fault(at node: JSONNode, _ path: String, _ message: String) -> Fault {
    Self.fault(file, node.position, path, message)
  }

  /// The path of a member.
  func child(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of a key; nothing where it is left out.
  subscript(key: String) -> JSONNode? { node[key] }

  /// The keys in the order in which they stand.
  var keys: [String] { members.map(\.key) }

  /// A text that is not empty.
  func string(_ key: String) throws(Fault) -> String? {
    guard let node = self[key] else { return nil }
    return try string(node, child(key))
  }

  /// A text that is not empty, at a value below this object.
  func string(_ node: JSONNode, _ path: String) throws(Fault) -> String {
    guard case .string(let text) = node.value else {
      throw fault(at: node, path, "expected a string, found \(node.value.typeName)")
    }
    guard !text.isEmpty else { throw fault(at: node, path, "is empty") }
    guard !text.utf8.contains(0) else { throw fault(at: node, path, "holds a NUL character") }
    return text
  }

  /// A whole number within `range`.
  func integer(_ key: String, in range: ClosedRange<Int>) throws(Fault) -> Int? {
    guard let node = self[key] else { return nil }
    guard case .number(let text) = node.value, let value = Int(text) else {
      throw fault(key, "expected a whole number, found \(node.value.typeName)")
    }
    guard range.contains(value) else {
      let most = range.upperBound == .max ? "" : " to \(range.upperBound)"
      throw fault(
        key, "expected a number from \(range.lowerBound)\(most.isEmpty ? " on" : most), found \(value)")
    }
    return value
  }

  /// `true` or `false`.
  func boolean(_ key: String) throws(Fault) -> Bool? {
    guard let node = self[key] else { return nil }
    guard case .boolean(let value) = node.value else {
      throw fault(key, "expected true or false, found \(node.value.typeName)")
    }
    return value
  }

  /// One of the raw values of an enumeration.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, of type: Choice.Type
  ) throws(Fault) -> Choice? {
    guard let node = self[key] else { return nil }
    return try choice(node, child(key), of: type)
  }

  /// One of the raw values of an enumeration, at a value below this object.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ node: JSONNode, _ path: String, of type: Choice.Type
  ) throws(Fault) -> Choice {
    let text = try string(node, path)
    guard let choice = Choice(rawValue: text) else {
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault(at: node, path, "expected one of \(all), found \"\(text)\"")
    }
    return choice
  }

  /// The elements of an array that is not empty, each with its path.
  func elements(_ key: String) throws(Fault) -> [(node: JSONNode, path: String)]? {
    guard let node = self[key] else { return nil }
    guard case .array(let elements) = node.value else {
      throw fault(key, "expected an array, found \(node.value.typeName)")
    }
    guard !elements.isEmpty else { throw fault(key, "is empty") }
    return elements.enumerated().map { ($1, "\(child(key))[\($0)]") }
  }

  /// A member that is an object with the keys `known`.
  func object(_ key: String, known: [String]) throws(Fault) -> ConfigurationObject? {
    guard let node = self[key] else { return nil }
    return try ConfigurationObject(node, file: file, path: child(key), known: known)
  }
}

extension JSONValue {
  /// The type's name, as messages say it.
  var typeName: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number(let text): "the number \(text)"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
