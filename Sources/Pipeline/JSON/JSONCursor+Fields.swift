internal import Records

/// Values of fields as the project's own formats write them. Nothing stands for `null`.
extension JSONCursor {
  /// Reads `null` where it is next.
  private mutating func isNull() throws(JSONFault) -> Bool {
    guard peek() == .null else { return false }
    try null()
    return true
  }

  /// Reads a string or `null`.
  mutating func optionalString() throws(JSONFault) -> String? {
    if try isNull() { return nil }
    guard peek() == .string else { throw expected("a string or null") }
    return try string()
  }

  /// Reads a whole number.
  mutating func integer() throws(JSONFault) -> Int {
    guard peek() == .number else { throw expected("a whole number") }
    let start = offset
    let text = try number()
    guard let value = Int(text) else { throw JSONFault(at: start, "expected a whole number, found \(text)") }
    return value
  }

  /// Reads an exact decimal or `null`.
  mutating func optionalDecimal() throws(JSONFault) -> ExactDecimal? {
    if try isNull() { return nil }
    guard peek() == .number else { throw expected("a number or null") }
    let start = offset
    let text = try number()
    do throws(ArithmeticFault) {
      return try ExactDecimal(parsing: text)
    } catch .overflow {
      throw JSONFault(at: start, "has more than \(ExactDecimal.maximumDigits) digits: \(text.prefix(60))")
    } catch {
      throw JSONFault(at: start, "expected a plain decimal without exponent, found \(text)")
    }
  }

  /// Reads `true`, `false` or `null`.
  mutating func optionalBoolean() throws(JSONFault) -> Bool? {
    if try isNull() { return nil }
    guard peek() == .boolean else { throw expected("true, false or null") }
    return try boolean()
  }

  /// Reads a day, `"2022-06-29"`, or `null`.
  mutating func optionalDay() throws(JSONFault) -> Day? {
    let start = (peek(), offset).1
    guard let text = try optionalString() else { return nil }
    guard let day = Day(iso: text) else {
      throw JSONFault(at: start, "expected a day such as 2022-06-29, found \"\(text)\"")
    }
    return day
  }

  /// Reads one of the codes of an enumeration.
  mutating func code<Code>(_ type: Code.Type) throws(JSONFault) -> Code
  where Code: CaseIterable & RawRepresentable<String> {
    let start = (peek(), offset).1
    let text = try string()
    guard let code = Code(rawValue: text) else {
      let known = type.allCases.map(\.rawValue).joined(separator: ", ")
      throw JSONFault(at: start, "expected one of \(known), found \"\(text)\"")
    }
    return code
  }

  /// Reads one of the codes of an enumeration or `null`.
  mutating func optionalCode<Code>(_ type: Code.Type) throws(JSONFault) -> Code?
  where Code: CaseIterable & RawRepresentable<String> {
    try isNull() ? nil : try code(type)
  }

  /// Reads an array of strings.
  mutating func strings() throws(JSONFault) -> [String] {
    var texts: [String] = []
    try beginArray()
    while try nextElement(isFirst: texts.isEmpty) { texts.append(try string()) }
    return texts
  }
}
