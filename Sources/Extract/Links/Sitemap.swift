import CLibXML2
public import Records

/// A sitemap (sitemaps.org, protocol 0.9): pages, or an index of further sitemaps.
public struct Sitemap: Sendable {
  /// A page or a sitemap.
  public struct Entry: Hashable, Sendable {
    /// Its URL as it is written.
    public var location: String
    /// The day on which it last changed, where the sitemap says it.
    public var modified: Day?
  }

  /// The pages in their order.
  public private(set) var pages: [Entry] = []
  /// The sitemaps that an index names.
  public private(set) var sitemaps: [Entry] = []
  /// Whether the XML is whole; what stands before its first error is read all the same.
  public private(set) var isWhole = true

  /// Reads a sitemap; gzip is taken off before. Nothing outside of it is ever loaded.
  ///
  /// - Complexity: O(bytes) time; memory for the entries.
  public init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
      guard !raw.isEmpty,
        let reader = xmlReaderForMemory(start, Int32(clamping: raw.count), nil, nil, options)
      else {
        isWhole = false
        return
      }
      defer { xmlFreeTextReader(reader) }
      read(reader)
    }
  }

  private mutating func read(_ reader: xmlTextReaderPtr) {
    var field: String?
    var isIndex = false
    var entry = Entry(location: "")
    var status = xmlTextReaderRead(reader)
    while status == 1 {
      let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
      switch UInt32(xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        if name == "url" || name == "sitemap" {
          (entry, isIndex) = (Entry(location: ""), name == "sitemap")
        }
        field = name
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue:
        let text = xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? ""
        if field == "loc" { entry.location += text }
        if field == "lastmod", entry.modified == nil { entry.modified = DateReader.first(in: text) }
      case XML_READER_TYPE_END_ELEMENT.rawValue:
        field = nil
        if name == "url" || name == "sitemap" {
          let location = entry.location.utf8.drop(while: \.isSpace)
          entry.location = String(
            decoding: location.reversed().drop(while: \.isSpace).reversed(), as: UTF8.self)
          if !entry.location.isEmpty {
            if isIndex { sitemaps.append(entry) } else { pages.append(entry) }
          }
        }
      default: break
      }
      status = xmlTextReaderRead(reader)
    }
    isWhole = status == 0
  }
}
