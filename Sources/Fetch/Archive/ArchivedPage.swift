/// What a record says of a page, and the page itself where it holds one.
public struct ArchivedPage: Sendable {
  /// What the record tells.
  public enum Kind: Sendable {
    /// A version of the page: its bytes without any coding.
    case page([UInt8])
    /// The page is as it was.
    case unchanged
    /// An answer that brings no page, with its status.
    case other(status: Int)
    /// A page that cannot be read, and why.
    case unreadable(cause: String, isOversized: Bool)
    /// A page that was cut off when it was fetched, and why.
    case cut(reason: String)
  }

  /// The page's URL.
  public let url: String
  /// The URL that was asked for, where redirects led from there.
  public let requested: String?
  /// The name of the source that it was fetched for, where the archive is our own.
  public let source: String?
  /// What the record tells.
  public let kind: Kind
  /// The field `ETag`.
  public let etag: [UInt8]?
  /// The field `Last-Modified`.
  public let lastModified: [UInt8]?
  /// What a revisit refers to this record by.
  public let version: Capture.Known
  /// Whether its type is one that pages of HTML come with, or it has none.
  public let mayBeHTML: Bool
  /// The label of the charset that its server gave with it, in small letters.
  public let charset: String?

  /// Reads a record; nothing for one that says nothing of a page: `request`, `warcinfo`, `metadata`, a `response` of
  /// another protocol, something that is no HTML.
  ///
  /// - Parameter limit: the largest page in bytes.
  public init?(_ record: WARCRecord, limit: Int) {
    guard let url = record.targetURI, url.hasPrefix("http://") || url.hasPrefix("https://") else {
      return nil
    }
    self.url = url
    requested = record.fields[Capture.requestedField]
    source = record.fields[Capture.sourceField]
    version = Capture.Known(
      recordID: record.fields["WARC-Record-ID"] ?? "", date: record.fields["WARC-Date"] ?? "",
      payloadDigest: record.fields["WARC-Payload-Digest"] ?? "", url: url)
    let message = HTTPMessage(record.block)
    let fields = message.map { HeaderFields($0.head) }
    etag = fields?.first("etag")
    lastModified = fields?.first("last-modified")
    let type = ContentType(
      record.type == "resource"
        ? Array((record.fields["Content-Type"] ?? "").utf8) : fields?.first("content-type") ?? [])
    mayBeHTML = type.name.isEmpty || type.name.contains("html") || type.name == "text/plain"
    charset = type.charset
    switch record.type {
    case "revisit": kind = .unchanged
    case "response":
      guard let message else { return nil }
      guard message.status == 200 || message.status == 203 else {
        kind = .other(status: message.status)
        return
      }
      kind = Self.kind(record, type: type, cut: record.fields["WARC-Truncated"]) {
        () throws(HTTPMessage.Failure) in try message.content(limit: limit)
      }
    case "resource":
      kind = Self.kind(record, type: type, cut: record.fields["WARC-Truncated"]) {
        () throws(HTTPMessage.Failure) in
        guard record.block.count <= limit else {
          throw HTTPMessage.Failure(cause: "is larger than \(limit) bytes", isOversized: true)
        }
        return record.block
      }
    default: return nil
    }
  }

  private static func kind(
    _ record: WARCRecord, type: ContentType, cut: String?,
    _ content: () throws(HTTPMessage.Failure) -> [UInt8]
  ) -> Kind {
    guard isReadable(type.name) else { return .other(status: 200) }
    if let cut { return .cut(reason: cut) }
    do throws(HTTPMessage.Failure) {
      return .page(try content())
    } catch {
      return .unreadable(cause: error.cause, isOversized: error.isOversized)
    }
  }

  /// Whether the type may be that of a page or a sitemap: servers of old say none, and `text/plain` for anything.
  private static func isReadable(_ name: String) -> Bool {
    name.hasPrefix("text/") && name != "text/css" && name != "text/javascript" || name.contains("html")
      || name.contains("xml") || name.contains("gzip") || name == "application/octet-stream" || name.isEmpty
  }
}
