import CLibXML2
public import Records

/// Reads sitemaps (sitemaps.org, protocol 0.9): pages, or an index of further sitemaps.
public enum Sitemap {
  /// A page or a sitemap.
  public struct Entry: Hashable, Sendable {
    /// Its URL as it is written.
    public var location: String
    /// The day on which it last changed, where the sitemap says it.
    public var modified: Day?
    /// Whether it is a sitemap that an index names.
    public var isSitemap: Bool
  }

  /// Calls `body` with each entry in its order; gzip is taken off before. Nothing outside of the bytes is ever loaded.
  ///
  /// - Returns: whether the XML is whole; what stands before its first error is read all the same.
  /// - Complexity: O(bytes) time; memory for one entry.
  @discardableResult
  public static func forEach(in bytes: [UInt8], _ body: (Entry) throws -> Void) rethrows -> Bool {
    try bytes.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
      guard !raw.isEmpty,
        let reader = xmlReaderForMemory(start, Int32(clamping: raw.count), nil, nil, options)
      else { return false }
      defer { xmlFreeTextReader(reader) }
      return try read(reader, body)
    }
  }

  private static func read(_ reader: xmlTextReaderPtr, _ body: (Entry) throws -> Void) rethrows -> Bool {
    var field: String?
    var entry = Entry(location: "", isSitemap: false)
    var status = xmlTextReaderRead(reader)
    while status == 1 {
      let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
      let isEntry = name == "url" || name == "sitemap"
      switch UInt32(xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        if isEntry { entry = Entry(location: "", isSitemap: name == "sitemap") }
        field = name
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue:
        let text = xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? ""
        if field == "loc" { entry.location += text }
        if field == "lastmod", entry.modified == nil { entry.modified = DateReader.first(in: text) }
      case XML_READER_TYPE_END_ELEMENT.rawValue:
        field = nil
        entry.location = trimmed(entry.location)
        if isEntry, !entry.location.isEmpty { try body(entry) }
      default: break
      }
      status = xmlTextReaderRead(reader)
    }
    return status == 0
  }

  private static func trimmed(_ text: String) -> String {
    guard text.utf8.first?.isSpace == true || text.utf8.last?.isSpace == true else { return text }
    return String(
      decoding: text.utf8.drop(while: \.isSpace).reversed().drop(while: \.isSpace).reversed(), as: UTF8.self)
  }
}
