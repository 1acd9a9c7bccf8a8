internal import CCurl

/// What libcurl's codes mean for a page.
enum CurlFailures {
  /// The kind of failure.
  ///
  /// - Parameters:
  ///   - cause: libcurl's own words, which tell apart what has the same code.
  ///   - hasConnection: whether there was a connection, with TLS where the URL asks for it.
  static func kind(of code: CURLcode, cause: String, hasConnection: Bool) -> FetchFailure.Code {
    switch code {
    case CURLE_URL_MALFORMAT: .badURL
    // Also for an answer without a status line, which would be HTTP/0.9.
    case CURLE_UNSUPPORTED_PROTOCOL: cause.contains("HTTP/0.9") ? .badHTTP : .schemeRefused
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .nameNotResolved
    case CURLE_COULDNT_CONNECT: .connectionFailed
    case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .badHTTP
    case CURLE_PARTIAL_FILE: .bodyShort
    case CURLE_OPERATION_TIMEDOUT where !hasConnection: .connectTimeout
    case CURLE_OPERATION_TIMEDOUT: cause.hasPrefix("Operation too slow") ? .idleTimeout : .totalTimeout
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED,
      CURLE_SSL_CLIENTCERT, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      .tlsFailed
    case CURLE_GOT_NOTHING: .emptyAnswer
    case CURLE_FILESIZE_EXCEEDED: .bodyTooLarge
    case CURLE_OUT_OF_MEMORY: .headTooLarge
    case CURLE_RECV_ERROR where cause.contains("chunked-encoding"): .badHTTP
    case CURLE_RECV_ERROR where cause.contains("headers"): .headTooLarge
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR: .connectionReset
    default: .other
    }
  }
}
