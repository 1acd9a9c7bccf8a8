/// Splits `column=value;column=value` into its parts.
///
/// A backslash lets a value hold what would end it: `\;` is a semicolon, `\t` a tab, `\n` a line feed, `\\` a backslash.
enum ConditionList {
  /// A backslash stands before something else, or at the end.
  struct UnknownEscape: Error {
    /// The backslash and what stands behind it.
    let text: String
  }

  /// The parts between semicolons, escapes resolved; empty ones are left out.
  static func parts(of text: String) throws(UnknownEscape) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        guard let meant = escapes[scalar] else { throw UnknownEscape(text: "\\\(scalar)") }
        part.append(meant)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == ";" {
        parts.append(String(part))
        part = String.UnicodeScalarView()
      } else {
        part.append(scalar)
      }
    }
    if isEscaped { throw UnknownEscape(text: "\\") }
    parts.append(String(part))
    return parts.filter { !$0.isEmpty }
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [";": ";", "t": "\t", "n": "\n", "\\": "\\"]
}
