internal import CCurl

/// Reads URLs with libcurl, so that what is checked is what is asked for.
enum CurlURL {
  /// The URL in the text, which may be relative where there is a base.
  static func parse(_ text: String, against base: PageURL?) throws(FetchFailure) -> PageURL {
    guard let handle = curl_url() else { throw FetchFailure(.other, url: "", "no memory for a URL") }
    defer { curl_url_cleanup(handle) }
    let reference = tidied(text)
    // libcurl sees a scheme only where `//` follows, and would take `javascript:` for a path.
    if let scheme = scheme(of: reference), scheme != "http" && scheme != "https" {
      throw FetchFailure(
        .schemeRefused, url: withoutUserInfo(reference), "the scheme is \(scheme), not http or https")
    }
    if let base, curl_url_set(handle, CURLUPART_URL, base.description, 0) != CURLUE_OK {
      throw FetchFailure(.badURL, url: base.description, "no base for links")
    }
    if base == nil || !reference.isEmpty {
      let flags = UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
      let code = curl_url_set(handle, CURLUPART_URL, reference, flags)
      guard code == CURLUE_OK else {
        throw FetchFailure(.badURL, url: withoutUserInfo(reference), String(cString: curl_url_strerror(code)))
      }
    }
    return try checked(handle, withoutUserInfo(reference))
  }

  private static func checked(_ handle: OpaquePointer, _ shown: String) throws(FetchFailure) -> PageURL {
    guard let scheme = part(handle, CURLUPART_SCHEME)?.lowercased() else {
      throw FetchFailure(.badURL, url: shown, "no scheme")
    }
    guard part(handle, CURLUPART_USER) == nil, part(handle, CURLUPART_PASSWORD) == nil else {
      throw FetchFailure(.userInfoRefused, url: shown, "a user name or a password in the URL")
    }
    guard var host = part(handle, CURLUPART_HOST)?.lowercased() else {
      throw FetchFailure(.badURL, url: shown, "no host")
    }
    // libcurl converts names by the locale, and cron has none.
    guard host.utf8.allSatisfy({ $0 < 0x80 }) else {
      throw FetchFailure(.badURL, url: shown, "the host is not ASCII; write it as punycode (xn--…)")
    }
    if host.hasSuffix(".") {
      while host.hasSuffix(".") { host.removeLast() }
      // Without the dot it may be a number, which is another way to write an address.
      guard !host.isEmpty, curl_url_set(handle, CURLUPART_HOST, host, 0) == CURLUE_OK,
        let text = part(handle, CURLUPART_URL)
      else { throw FetchFailure(.badURL, url: shown, "no host") }
      return try parse(text, against: nil)
    }
    guard !host.isEmpty,
      let port = part(handle, CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
    else { throw FetchFailure(.badURL, url: shown, "no host or no port") }
    var target = part(handle, CURLUPART_PATH) ?? "/"
    if let query = part(handle, CURLUPART_QUERY) { target += "?" + query }
    return PageURL(scheme: scheme, host: host, port: port, target: capitalEscapes(target))
  }

  /// The scheme that the reference begins with, in small letters.
  private static func scheme(of reference: String) -> String? {
    let bytes = reference.utf8.prefix { byte in
      let small = Fetch.lowercased(byte)
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.".utf8.contains(byte)
    }
    guard let first = bytes.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      reference.utf8.dropFirst(bytes.count).first == UInt8(ascii: ":")
    else { return nil }
    return String(bytes)?.lowercased()
  }

  /// The target with its percent-encodings in capitals (RFC 3986, section 6.2.2.1).
  private static func capitalEscapes(_ target: String) -> String {
    var bytes = Array(target.utf8)
    for at in bytes.indices where bytes[at] == UInt8(ascii: "%") && at + 2 < bytes.count {
      guard let high = hexValue(bytes[at + 1]), let low = hexValue(bytes[at + 2]) else { continue }
      bytes[at + 1] = hexDigit(high)
      bytes[at + 2] = hexDigit(low)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func part(_ handle: OpaquePointer, _ what: CURLUPart, _ flags: UInt32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, what, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }

  /// The text as browsers read it: without white space around it and line breaks in it, the fragment cut off, what may
  /// not stand in a URL but is ASCII percent-encoded.
  private static func tidied(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in trimmedOfControls(Array(text.utf8)) {
      switch byte {
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
      case UInt8(ascii: "#"): return String(decoding: bytes, as: UTF8.self)
      case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"):
        bytes += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmedOfControls(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...].drop { $0 <= 0x20 }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }

  /// The text with everything taken out that may be a user name or a password, for messages: what stands before an
  /// `@` where a host is expected, behind a scheme or not, with slashes of either sort or none; where a path begins
  /// before that, as in a password with a slash, what stands before any `@`.
  static func withoutUserInfo(_ text: String) -> String {
    let scheme = scheme(of: text).map { $0.utf8.count + 1 } ?? 0
    let behind = text.utf8.dropFirst(scheme).drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let host = behind.prefix { !"/\\?".utf8.contains($0) }
    let places = host.lastIndex(of: UInt8(ascii: "@")) ?? behind.lastIndex(of: UInt8(ascii: "@"))
    guard let at = places else { return text }
    return text[..<behind.startIndex] + "…" + text[at...]
  }
}
