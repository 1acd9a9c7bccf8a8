/// A request and the whole answer to it, as they went over the wire.
public struct Exchange: Sendable {
  /// What was asked for.
  public var url: PageURL
  /// The bytes that were sent: request line, fields, empty line.
  public var requestHead: [UInt8]
  /// The bytes of the final answer up to its body: status line, fields, empty line. Interim answers (1xx) and
  /// trailers are not kept.
  public var responseHead: [UInt8]
  /// The status code.
  public var status: Int
  /// The body with the transfer coding (`chunked`) taken off and the content coding (`gzip`) left on: what
  /// `Content-Encoding` in `responseHead` speaks of. `Transfer-Encoding` there speaks of nothing any more.
  public var payload: [UInt8]
  /// The payload with the content coding taken off too: the page. The same bytes where there was no coding.
  public var content: [UInt8]
  /// The address that the connection was made to, as a number: `203.0.113.9`, `2001:db8::1`.
  public var remoteAddress: String
  /// When the request was begun.
  public var started: Moment
  /// When the last byte had come.
  public var finished: Moment

  /// Makes the exchange.
  public init(
    url: PageURL, requestHead: [UInt8], responseHead: [UInt8], status: Int, payload: [UInt8],
    content: [UInt8],
    remoteAddress: String, started: Moment, finished: Moment
  ) {
    self.url = url
    self.requestHead = requestHead
    self.responseHead = responseHead
    self.status = status
    self.payload = payload
    self.content = content
    self.remoteAddress = remoteAddress
    self.started = started
    self.finished = finished
  }

  /// The value of the first field of this name in the answer, without the white space around it.
  ///
  /// - Parameter name: in lower case.
  public func field(_ name: String) -> [UInt8]? { HeaderFields(responseHead).first(name) }

  /// The label of the charset that the answer says its page is in, in small letters.
  public var sentCharset: String? { field("content-type").flatMap { ContentType($0).charset } }
}
