internal import CCurl

/// The fields of a request, as libcurl takes them.
final class CurlFields {
  /// libcurl's list; it lives as long as this.
  private(set) var list: UnsafeMutablePointer<curl_slist>?

  /// The fields of a request for the URL, with what its server said of the archived version.
  init(for url: PageURL, _ validators: Validators?) {
    add("Accept", Array("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8".utf8))
    add("Accept-Language", Array("zh-CN,zh;q=0.9".utf8))
    // A field and not libcurl's option: what comes is to be archived as it comes.
    add("Accept-Encoding", Array(ContentDecoder.accepted.utf8))
    guard let validators, validators.url == url else { return }
    add("If-None-Match", validators.etag)
    add("If-Modified-Since", validators.lastModified)
  }

  deinit { curl_slist_free_all(list) }

  /// Adds a field. One without a value, or with a value that would end its line, is left out.
  private func add(_ name: String, _ value: [UInt8]?) {
    guard let value, !value.isEmpty, value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
      return
    }
    (Array("\(name): ".utf8) + value + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        if let longer = curl_slist_append(list, text.baseAddress) { list = longer }
      }
    }
  }
}
