/// An error in a file that makes the whole run pointless, and where it stands.
///
/// Printed as `pipeline.json:3:12: sources[0].region: expected a six-digit code, found "52"`.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as the user named it.
  public var file: String
  /// The line, from 1; nothing where the file as a whole is meant.
  public var line: Int?
  /// The column in Unicode scalars, from 1.
  public var column: Int?
  /// The key or the column of a table that is meant.
  public var path: String?
  /// What was expected and what was found.
  public var message: String

  /// Makes the fault.
  public init(file: String, line: Int? = nil, column: Int? = nil, path: String? = nil, _ message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.message = message
  }

  /// `file:line:column: path: message`, without the parts that are not known.
  public var description: String {
    var parts = [file]
    if let line { parts[0] += ":\(line)" }
    if line != nil, let column { parts[0] += ":\(column)" }
    if let path { parts.append(path) }
    parts.append(message)
    return parts.joined(separator: ": ")
  }
}
