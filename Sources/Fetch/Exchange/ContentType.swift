/// The field `Content-Type` (RFC 9110, section 8.3), as far as it matters for pages.
public struct ContentType: Hashable, Sendable {
  /// `text/html`, in small letters; empty where the field says nothing.
  public let name: String
  /// The label of the charset, in small letters and without quotes: `gbk`; nothing where the field gives none.
  public let charset: String?

  /// Reads the value of the field.
  public init(_ value: [UInt8]) {
    let parts = value.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    func text(_ bytes: ArraySlice<UInt8>) -> String {
      String(decoding: trimmed(bytes).map(lowercased), as: UTF8.self)
    }
    name = text(parts[0])
    charset =
      parts.dropFirst().lazy.compactMap { part -> String? in
        guard let equals = part.firstIndex(of: UInt8(ascii: "=")), text(part[..<equals]) == "charset" else {
          return nil
        }
        let label = text(part[(equals + 1)...]).filter { $0 != "\"" && $0 != "'" }
        return label.isEmpty ? nil : label
      }.first
  }
}
