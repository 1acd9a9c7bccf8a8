/// How much of a body is taken, as it comes over the wire and once it is decompressed.
struct BodyLimit {
  /// Bytes at most.
  var bytes: Int
  /// Whether what is longer is cut there; else it is a failure.
  var cuts = false
}

/// Takes an answer as it comes, and cuts it off where a limit is passed.
///
/// Each function that takes something says whether the transfer may go on; where not, `refusal` says why.
struct AnswerCollector: ~Copyable {
  private let limits: TransferLimits
  private let bodyLimit: BodyLimit
  private let addresses: AddressGuard

  /// Why the transfer was cut off from this side.
  private(set) var refusal: (code: FetchFailure.Code, cause: String)?
  /// The head that was sent.
  private(set) var requestHead: [UInt8] = []
  /// The head of the final answer, as far as it has come.
  private(set) var responseHead: [UInt8] = []
  /// The status code of the newest status line; 0 before.
  private(set) var status = 0
  /// The body, without transfer coding.
  private(set) var payload: [UInt8] = []
  /// Takes the content coding off, where there is one.
  private var decoder: ContentDecoder?
  /// Whether the head of the final answer is whole.
  private(set) var hasHead = false
  /// Why an address was not talked to; the transfer may still have succeeded over another one.
  private(set) var addressRefusal: String?
  /// Whether the body is longer than its limit and was cut there on purpose.
  private(set) var isCut = false
  /// Bytes of all that came.
  private(set) var received = 0

  private var headBytes = 0
  private var headLines = 0

  init(limits: TransferLimits, body: BodyLimit, addresses: AddressGuard) {
    self.limits = limits
    bodyLimit = body
    self.addresses = addresses
  }

  /// A connection is about to be made to this address.
  ///
  /// A name may have several: where one is refused, libcurl tries the next.
  mutating func connects(to address: [UInt8]?) -> Bool {
    guard let address else {
      addressRefusal = "the address is neither of IPv4 nor of IPv6"
      return false
    }
    guard let kind = addresses.refusal(of: address) else { return true }
    addressRefusal = "\(AddressText.text(address)) is \(kind)"
    return false
  }

  /// The head of the request goes out. What a proxy's password is made of is left out: the head is archived.
  mutating func sends(_ bytes: UnsafeBufferPointer<UInt8>) {
    let name = Array("proxy-authorization:".utf8)
    requestHead = []
    requestHead.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let feed = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[...feed]
      if line.count < name.count || !zip(line, name).allSatisfy({ lowercased($0) == $1 }) {
        requestHead += line
      }
      rest = rest[(feed + 1)...]
    }
    requestHead += rest
  }

  /// A line of a head has come, or the empty line that ends it.
  mutating func takesHead(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    received += line.count
    headBytes += line.count
    headLines += 1
    if headBytes > limits.headBytes {
      return refuse(.headTooLarge, "the head is larger than \(limits.headBytes) bytes")
    }
    if headLines > limits.headLines {
      return refuse(.headTooLarge, "the head has more than \(limits.headLines) lines")
    }
    // Behind the head of the final answer come trailers.
    if hasHead { return true }
    if line.starts(with: "HTTP/".utf8) {
      responseHead = []
      status = Self.status(line)
    }
    responseHead += line
    let isEnd = line.allSatisfy { $0 == 0x0D || $0 == 0x0A }
    hasHead = isEnd && status >= 200
    return true
  }

  /// A piece of the body has come.
  mutating func takesBody(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    received += piece.count
    if payload.count + piece.count > bodyLimit.bytes {
      payload += piece.prefix(bodyLimit.bytes - payload.count)
      return cutOrRefuse(.bodyTooLarge, "the body is larger than \(bodyLimit.bytes) bytes")
    }
    payload += piece
    if payload.count == piece.count, !begins() { return false }
    do throws(ContentDecoder.Failure) { try decoder?.take(piece) } catch { return refuse(error) }
    return true
  }

  /// The first bytes of a body are there: what coding it has.
  private mutating func begins() -> Bool {
    let encoding = HeaderFields(responseHead).list("content-encoding")
    guard let encoding, !ContentDecoder.isIdentity(encoding) else { return true }
    decoder = ContentDecoder.make(encoding: encoding, limit: bodyLimit.bytes)
    if decoder != nil { return true }
    let name = String(decoding: encoding.filter { (0x21...0x7E).contains($0) }.prefix(40), as: UTF8.self)
    return refuse(.unknownContentEncoding, "the content coding \(name) is not known")
  }

  /// The answer is whole; the body decoded.
  ///
  /// - Returns: nothing where the body's coding is not at its end: `refusal` says so.
  mutating func finish() -> [UInt8]? {
    if isCut { return content() }
    do throws(ContentDecoder.Failure) { try decoder?.finish() } catch {
      _ = refuse(error)
      return nil
    }
    return content()
  }

  /// The body without its content coding, as far as it has come. Without a coding it shares the payload's memory.
  private func content() -> [UInt8] {
    switch decoder {
    case .some(let decoder): decoder.content
    case nil: payload
    }
  }

  /// Cuts the transfer off.
  mutating func refuse(_ code: FetchFailure.Code, _ cause: String) -> Bool {
    refusal = (code, cause)
    return false
  }

  private mutating func refuse(_ failure: ContentDecoder.Failure) -> Bool {
    switch failure {
    case .overLimit:
      cutOrRefuse(
        .contentTooLarge,
        "\(payload.count) bytes become more than \(bodyLimit.bytes) when they are decompressed")
    case .damaged: refuse(.badContentEncoding, "the compressed body is damaged")
    case .truncated: refuse(.badContentEncoding, "the compressed body is cut off")
    }
  }

  private mutating func cutOrRefuse(_ code: FetchFailure.Code, _ cause: String) -> Bool {
    isCut = bodyLimit.cuts
    return refuse(code, cause)
  }

  /// The three digits of a status line; 0 where there are none.
  private static func status(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    let code = line.drop { $0 != 0x20 }.drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
    return code.count == 3 ? code.reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
  }
}
