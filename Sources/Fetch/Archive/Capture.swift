/// Makes records of what was fetched (WARC 1.1, sections 6.3, 6.4 and 6.7).
///
/// The response stands before its request, so that where a crash cuts between the two the page is there. Redirects stand
/// before what they led to. Two fields of our own are in the response: `Xianzhi-Source`, the name of the source, and
/// `Xianzhi-Requested-URI`, where redirects led from there to here; the state is made anew from them.
public struct Capture: Sendable {
  /// The version of a page that the archive has already.
  public struct Known: Hashable, Sendable {
    /// The id of its record, with angle brackets.
    public var recordID: String
    /// When it was fetched, as its record says it.
    public var date: String
    /// `WARC-Payload-Digest` of its record.
    public var payloadDigest: String
    /// Where it came from.
    public var url: String

    /// Makes the reference.
    public init(recordID: String, date: String, payloadDigest: String, url: String) {
      self.recordID = recordID
      self.date = date
      self.payloadDigest = payloadDigest
      self.url = url
    }
  }

  /// What became of a page in the archive.
  public enum Kind: Sendable {
    /// A new version.
    case response(Known)
    /// The version that is known.
    case revisit
  }

  /// The records in their order.
  public private(set) var records: [WARCRecord] = []
  /// What the page itself became; nothing for the answers of a failure.
  public private(set) var kind: Kind?
  /// Which of `records` holds the page, where it is a new version.
  public private(set) var pageIndex: Int?
  /// SHA-256 of the page without any coding, where it is a new version.
  public private(set) var contentDigest: [UInt8] = []

  /// The names of the fields of our own.
  public static let sourceField = "Xianzhi-Source"
  /// The URL that was asked for, where it is another one than the answer's.
  public static let requestedField = "Xianzhi-Requested-URI"

  private static let profile = "http://netpreserve.org/warc/1.1/revisit/"

  /// Makes the records of an outcome.
  ///
  /// - Parameters:
  ///   - source: the name of the source that the page belongs to.
  ///   - known: the version of the page that is archived; a page with the same payload from the same URL becomes a
  ///     `revisit`.
  /// - Complexity: O(bytes).
  public init(_ outcome: FetchOutcome, source: String, known: Known?) {
    for exchange in outcome.redirects { add(exchange, source, nil, nil) }
    let requested = outcome.redirects.isEmpty ? nil : outcome.request.url.description
    switch outcome.ending {
    case .page(let exchange):
      let raw = WARCDigest.raw(exchange.payload)
      let digest = WARCDigest.text(of: raw)
      if let known, known.payloadDigest == digest, known.url == exchange.url.description {
        kind = .revisit
        add(exchange, source, requested, (known, "identical-payload-digest"))
      } else {
        pageIndex = records.count
        // Without a coding both are the same memory.
        contentDigest = exchange.content == exchange.payload ? raw : WARCDigest.raw(exchange.content)
        let id = add(exchange, source, requested, nil, digest)
        kind = .response(
          Known(
            recordID: id, date: exchange.started.description, payloadDigest: digest,
            url: exchange.url.description))
      }
    case .notModified(let exchange):
      kind = .revisit
      guard let known else {
        add(exchange, source, requested, nil)
        return
      }
      add(exchange, source, requested, (known, "server-not-modified"))
    case .failed(_, let answer?): add(answer, source, requested, nil)
    case .failed(_, nil): break
    }
  }

  /// Adds an answer and its request; the id of the answer's record.
  @discardableResult
  private mutating func add(
    _ exchange: Exchange, _ source: String, _ requested: String?,
    _ revisited: (known: Known, profile: String)?,
    _ payloadDigest: String? = nil
  ) -> String {
    let (id, date) = (WARCRecord.newID(), exchange.started.description)
    var fields = WARCFields()
    fields.append("WARC-Type", revisited == nil ? "response" : "revisit")
    fields.append("WARC-Record-ID", id)
    fields.append("WARC-Date", date)
    fields.append("WARC-Target-URI", exchange.url.description)
    fields.append("WARC-IP-Address", exchange.remoteAddress.isEmpty ? nil : exchange.remoteAddress)
    var block = StoredHead.bytes(of: exchange.responseHead)
    if let (known, profile) = revisited {
      fields.append("WARC-Profile", Self.profile + profile)
      fields.append("WARC-Refers-To", known.recordID)
      fields.append("WARC-Refers-To-Target-URI", known.url)
      fields.append("WARC-Refers-To-Date", known.date)
      fields.append("WARC-Payload-Digest", known.payloadDigest)
      // By section 6.7.2 a block without its payload is a truncated one.
      fields.append("WARC-Truncated", profile == "identical-payload-digest" ? "length" : nil)
    } else {
      fields.append("WARC-Payload-Digest", payloadDigest ?? WARCDigest.text(exchange.payload))
      block += exchange.payload
    }
    fields.append("WARC-Block-Digest", WARCDigest.text(block))
    fields.append(Self.sourceField, source.isEmpty ? nil : source)
    fields.append(Self.requestedField, requested)
    fields.append("Content-Type", "application/http;msgtype=response")
    records.append(WARCRecord(fields: fields, block: block))
    records.append(Self.request(exchange, date, answeredBy: id))
    return id
  }

  private static func request(_ exchange: Exchange, _ date: String, answeredBy id: String) -> WARCRecord {
    var fields = WARCFields()
    fields.append("WARC-Type", "request")
    fields.append("WARC-Record-ID", WARCRecord.newID())
    fields.append("WARC-Date", date)
    fields.append("WARC-Target-URI", exchange.url.description)
    fields.append("WARC-Concurrent-To", id)
    fields.append("WARC-Block-Digest", WARCDigest.text(exchange.requestHead))
    fields.append("Content-Type", "application/http;msgtype=request")
    return WARCRecord(fields: fields, block: exchange.requestHead)
  }
}

/// The head of an answer as it is stored.
enum StoredHead {
  /// The head; where the answer was chunked, `Transfer-Encoding` becomes `X-Crawler-Transfer-Encoding`, as Common Crawl
  /// writes it, for the chunks are taken off and readers would look for them.
  static func bytes(of head: [UInt8]) -> [UInt8] {
    let name = Array("transfer-encoding:".utf8)
    var stored: [UInt8] = []
    stored.reserveCapacity(head.count + 16)
    var isFirst = true
    for line in head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !isFirst { stored.append(UInt8(ascii: "\n")) }
      isFirst = false
      if line.count > name.count, zip(line, name).allSatisfy({ lowercased($0) == $1 }) {
        stored += Array("X-Crawler-".utf8)
      }
      stored += line
    }
    return stored
  }
}
