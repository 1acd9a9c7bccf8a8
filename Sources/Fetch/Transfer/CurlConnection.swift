internal import CCurl
internal import Glibc

/// A connection to one host, and blocking exchanges over it, one at a time. What is kept alive between exchanges is
/// never used for another policy: a connection that is there already is not checked again.
///
/// Used by one thread at a time; nothing in it is bound to a thread.
final class CurlConnection: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer
  private let errorText: UnsafeMutablePointer<CChar>
  private let policy: CrawlPolicy
  private let tls: TLSPolicy
  private let stop: StopFlag

  /// libcurl's own set-up, once in a process.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Opens nothing yet.
  ///
  /// - Returns: nothing where there is no memory.
  init?(policy: CrawlPolicy, tls: TLSPolicy, stop: StopFlag) {
    guard Self.isReady, let handle = curl_easy_init() else { return nil }
    self.handle = handle
    self.policy = policy
    self.tls = tls
    self.stop = stop
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
  }

  deinit {
    curl_easy_cleanup(handle)
    errorText.deallocate()
  }

  /// Asks for the URL and waits for the whole answer. Redirects are not followed.
  ///
  /// - Parameter clock: says when it began and ended.
  func exchange(
    _ url: PageURL, validators: Validators?, body: BodyLimit, clock: any CrawlClock
  ) throws(TransferEnd) -> Exchange {
    let started = clock.now
    let transfer = Transfer(limits: policy.limits, body: body, addresses: policy.allowedAddresses, stop: stop)
    let fields = CurlFields(for: url, validators)
    prepare(url, fields, body, transfer)
    let code = withExtendedLifetime((fields, transfer)) { curl_easy_perform(handle) }
    if code != CURLE_OK, !transfer.answer.isCut { throw ending(code, url, transfer) }
    guard transfer.answer.hasHead else {
      throw .failed(FetchFailure(.badHTTP, url: url.description, "the answer has no head"))
    }
    guard let content = transfer.answer.finish() else { throw refusal(url, transfer) }
    return Exchange(
      url: url, requestHead: transfer.answer.requestHead, responseHead: transfer.answer.responseHead,
      status: transfer.answer.status, payload: transfer.answer.payload, content: content,
      remoteAddress: remoteAddress, started: started, finished: clock.now)
  }

  // MARK: Options

  private func prepare(_ url: PageURL, _ fields: CurlFields, _ body: BodyLimit, _ transfer: Transfer) {
    curl_easy_reset(handle)
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    ccurl_set_data(handle, CURLOPT_ERRORBUFFER, errorText)
    ccurl_set_text(handle, CURLOPT_URL, url.description)
    ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    ccurl_set_text(handle, CURLOPT_PROXY, policy.proxy ?? "")
    ccurl_set_text(handle, CURLOPT_NOPROXY, "")
    // What the proxy answers to CONNECT is not the head of the page.
    ccurl_set_long(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    ccurl_set_text(handle, CURLOPT_USERAGENT, policy.userAgent.text)
    ccurl_set_data(handle, CURLOPT_HTTPHEADER, fields.list)
    ccurl_set_long(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
    ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    // A thread that still resolves a name does not hold up the end.
    ccurl_set_long(handle, CURLOPT_QUICK_EXIT, 1)
    ccurl_set_long(handle, CURLOPT_MAXCONNECTS, 1)
    setLimits(body)
    setTLS()
    CurlCallbacks.set(on: handle, for: transfer)
  }

  private func setLimits(_ body: BodyLimit) {
    let limits = policy.limits
    ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(limits.connect.wholeMilliseconds))
    ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, Int(limits.total.wholeMilliseconds))
    ccurl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, limits.slowBytes)
    ccurl_set_long(handle, CURLOPT_LOW_SPEED_TIME, Int(limits.slowFor.components.seconds))
    // An announced length that is too large fails before a byte of it comes.
    if !body.cuts { ccurl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, body.bytes) }
  }

  private func setTLS() {
    if case .unverified = tls {
      ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 0)
      ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 0)
    }
    if let certificates = policy.certificates { ccurl_set_text(handle, CURLOPT_CAINFO, certificates) }
  }

  // MARK: Ends

  private var remoteAddress: String {
    var text: UnsafePointer<CChar>?
    guard ccurl_get_text(handle, CURLINFO_PRIMARY_IP, &text) == CURLE_OK, let text else { return "" }
    return String(cString: text)
  }

  private func refusal(_ url: PageURL, _ transfer: Transfer) -> TransferEnd {
    let (code, cause) = transfer.answer.refusal ?? (.other, "the answer was refused")
    return .failed(FetchFailure(code, url: url.description, cause))
  }

  private func ending(_ code: CURLcode, _ url: PageURL, _ transfer: Transfer) -> TransferEnd {
    if transfer.isStopped { return .stopped }
    if transfer.answer.refusal != nil { return refusal(url, transfer) }
    if code == CURLE_COULDNT_CONNECT, let cause = transfer.answer.addressRefusal {
      return .failed(FetchFailure(.addressRefused, url: url.description, cause))
    }
    var cause = String(cString: errorText)
    if cause.isEmpty { cause = String(cString: curl_easy_strerror(code)) }
    let kind = CurlFailures.kind(
      of: code, cause: cause, hasConnection: !transfer.answer.requestHead.isEmpty)
    return .failed(FetchFailure(kind, url: url.description, cause))
  }
}
