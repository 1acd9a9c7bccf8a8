internal import CCurl

/// Reads URLs with libcurl, so that what is checked is what is asked for.
enum CurlURL {
  /// The URL in the text, which may be relative where there is a base.
  static func parse(_ text: String, against base: PageURL?) throws(FetchFailure) -> PageURL {
    guard let handle = curl_url() else { throw FetchFailure(.other, url: "", "no memory for a URL") }
    defer { curl_url_cleanup(handle) }
    let reference = tidied(text)
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
    let scheme = part(handle, CURLUPART_SCHEME)?.lowercased() ?? ""
    guard scheme == "http" || scheme == "https" else {
      throw FetchFailure(.schemeRefused, url: shown, "the scheme is \(scheme), not http or https")
    }
    guard part(handle, CURLUPART_USER) == nil, part(handle, CURLUPART_PASSWORD) == nil else {
      throw FetchFailure(.userInfoRefused, url: shown, "a user name or a password in the URL")
    }
    guard var host = part(handle, CURLUPART_HOST, UInt32(CURLU_PUNYCODE))?.lowercased(), !host.isEmpty else {
      throw FetchFailure(.badURL, url: shown, "no host")
    }
    while host.hasSuffix(".") { host.removeLast() }
    guard !host.isEmpty,
      let port = part(handle, CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
    else { throw FetchFailure(.badURL, url: shown, "no host or no port") }
    var target = part(handle, CURLUPART_PATH) ?? "/"
    if let query = part(handle, CURLUPART_QUERY) { target += "?" + query }
    return PageURL(scheme: scheme, host: host, port: port, target: target)
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

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// The text with everything taken out that may be a user name or a password, for messages.
  static func withoutUserInfo(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "//") else { return text }
    let rest = text[scheme.upperBound...]
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    guard let at = rest[..<end].lastIndex(of: "@") else { return text }
    return text[..<scheme.upperBound] + "…" + rest[at...]
  }
}
