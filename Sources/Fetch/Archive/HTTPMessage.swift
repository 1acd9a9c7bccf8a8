/// An answer of HTTP as it lies in an archive: head and payload.
struct HTTPMessage {
  let head: [UInt8]
  let payload: ArraySlice<UInt8>

  /// Takes a block apart; nothing where it does not begin with a status line of HTTP.
  init?(_ block: [UInt8]) {
    guard block.starts(with: Array("HTTP/".utf8)) else { return nil }
    var end = block.count
    var index = 0
    while let feed = block[index...].firstIndex(of: 0x0A) {
      index = feed + 1
      var next = index
      if next < block.count, block[next] == 0x0D { next += 1 }
      if next < block.count, block[next] == 0x0A {
        end = next + 1
        break
      }
    }
    head = Array(block[..<end])
    payload = block[end...]
  }

  /// The status code; 0 where there is none.
  var status: Int {
    let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: true)
    return words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
  }

  /// Why the payload could not be decoded, in words.
  struct Failure: Error {
    let cause: String
    var isOversized = false
  }

  /// The payload without transfer and content coding.
  ///
  /// Archives hold answers as they came, or with the codings taken off and the fields left as they were: a coding that
  /// the bytes do not show is taken for one that is gone.
  func content(limit: Int) throws(Failure) -> [UInt8] {
    let fields = HeaderFields(head)
    var bytes = Array(payload)
    let transfer = String(decoding: (fields.first("transfer-encoding") ?? []).map(lowercased), as: UTF8.self)
    if transfer.contains("chunked"), let joined = Chunks.joined(bytes) { bytes = joined }
    guard let coding = fields.first("content-encoding")?.map(lowercased), !coding.isEmpty else {
      return try checked(bytes, limit)
    }
    let name = String(decoding: coding, as: UTF8.self)
    if name == "gzip" || name == "x-gzip", !Gzip.isGzip(bytes) { return try checked(bytes, limit) }
    let content: [UInt8]?
    do throws(ContentDecoder.Failure) {
      content = try ContentDecoder.decode(bytes, encoding: coding, limit: limit)
    } catch {
      if error == .damaged, bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") {
        return try checked(bytes, limit)
      }
      switch error {
      case .overLimit: throw Failure(cause: "is larger than \(limit) bytes", isOversized: true)
      case .truncated: throw Failure(cause: "is \(name) that ends too early")
      case .damaged: throw Failure(cause: "is damaged \(name)")
      }
    }
    guard let content else { throw Failure(cause: "is compressed with \(name), which is not read") }
    return content
  }

  private func checked(_ bytes: [UInt8], _ limit: Int) throws(Failure) -> [UInt8] {
    guard bytes.count <= limit else {
      throw Failure(cause: "is larger than \(limit) bytes", isOversized: true)
    }
    return bytes
  }
}

/// The chunked transfer coding (RFC 9112, section 7.1).
enum Chunks {
  /// The body without its chunks; nothing where the bytes are no whole chunked body.
  static func joined(_ bytes: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    var index = 0
    while true {
      var size = 0
      let start = index
      while index < bytes.count, let digit = hexValue(bytes[index]) {
        guard size < 1 << 32 else { return nil }
        size = size * 16 + Int(digit)
        index += 1
      }
      guard index > start, let feed = bytes[index...].firstIndex(of: 0x0A), feed - index < 4096 else {
        return nil
      }
      if size == 0 { return joined }
      index = feed + 1
      guard index + size <= bytes.count else { return nil }
      joined += bytes[index..<(index + size)]
      index += size
      if index < bytes.count, bytes[index] == 0x0D { index += 1 }
      guard index < bytes.count, bytes[index] == 0x0A else { return nil }
      index += 1
    }
  }
}
