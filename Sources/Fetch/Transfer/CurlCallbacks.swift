internal import CCurl
internal import Glibc

/// libcurl's callbacks: each hands on to the transfer.
enum CurlCallbacks {
  /// Sets them all. The transfer must outlive the use of the handle.
  static func set(on handle: UnsafeMutableRawPointer, for transfer: Transfer) {
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    for option in [
      CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_XFERINFODATA, CURLOPT_DEBUGDATA,
    ] { ccurl_set_data(handle, option, context) }
    // 0 is less than what was given, and ends the transfer.
    ccurl_set_write(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      Transfer.of(context).answer.takesBody(CurlCallbacks.buffer(bytes, size * count)) ? size * count : 0
    }
    ccurl_set_write(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      Transfer.of(context).answer.takesHead(CurlCallbacks.buffer(bytes, size * count)) ? size * count : 0
    }
    ccurl_set_opensocket(handle) { context, _, address in
      guard let address,
        Transfer.of(context).answer.connects(
          to: CurlCallbacks.bytes(of: address.pointee.family, ccurl_address(address)))
      else { return ccurl_no_socket() }
      let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
      return socket(address.pointee.family, kind, address.pointee.protocol)
    }
    ccurl_set_long(handle, CURLOPT_NOPROGRESS, 0)
    ccurl_set_progress(handle) { context, _, _, _, _ in Transfer.of(context).goesOn() ? 0 : 1 }
    // The head that is sent is seen nowhere else.
    ccurl_set_long(handle, CURLOPT_VERBOSE, 1)
    ccurl_set_debug(handle) { _, kind, bytes, size, context in
      if kind == CURLINFO_HEADER_OUT { Transfer.of(context).answer.sends(CurlCallbacks.buffer(bytes, size)) }
      return 0
    }
  }

  private static func buffer(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// The bytes of an address of IPv4 or IPv6; nothing of other families.
  private static func bytes(of family: Int32, _ address: UnsafePointer<sockaddr>?) -> [UInt8]? {
    guard let raw = UnsafeRawPointer(address) else { return nil }
    switch family {
    case AF_INET:
      return withUnsafeBytes(of: raw.assumingMemoryBound(to: sockaddr_in.self).pointee.sin_addr) { Array($0) }
    case AF_INET6:
      return withUnsafeBytes(of: raw.assumingMemoryBound(to: sockaddr_in6.self).pointee.sin6_addr) {
        Array($0)
      }
    default: return nil
    }
  }
}
