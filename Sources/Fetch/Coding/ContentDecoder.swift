/// Takes a content coding off a body, piece by piece as it comes (RFC 9110, section 8.4.1).
struct ContentDecoder: ~Copyable {
  /// Why a body could not be decoded.
  enum Failure: Error, Equatable {
    /// It is not of the coding, or damaged.
    case damaged
    /// It ends before the coding does.
    case truncated
    /// It becomes more bytes than the limit.
    case overLimit
  }

  private enum Coding: ~Copyable {
    case zlib(Inflater)
    case brotli(BrotliDecoder)
  }

  private var coding: Coding
  private let limit: Int
  /// What has come out.
  private(set) var content: [UInt8] = []

  /// What a request says that it can read.
  static let accepted = "gzip, deflate, br"

  /// Whether the field `Content-Encoding` names no coding. Some servers put the charset there; browsers pass over it.
  static func isIdentity(_ encoding: [UInt8]?) -> Bool {
    ["", "identity", "none", "utf-8", "utf8", "gbk", "gb2312", "gb18030"].contains(
      String(decoding: (encoding ?? []).map(lowercased), as: UTF8.self))
  }

  /// Begins a body.
  ///
  /// - Parameter encoding: the field `Content-Encoding`.
  /// - Returns: nothing where the coding is not known, or there are several.
  static func make(encoding: [UInt8], limit: Int) -> ContentDecoder? {
    switch String(decoding: encoding.map(lowercased), as: UTF8.self) {
    case "gzip", "x-gzip": ContentDecoder(.zlib(Inflater(.gzip)), limit)
    case "deflate": ContentDecoder(.zlib(Inflater(.deflate)), limit)
    case "br": ContentDecoder(.brotli(BrotliDecoder()), limit)
    default: nil
    }
  }

  private init(_ coding: consuming Coding, _ limit: Int) {
    self.coding = coding
    self.limit = limit
  }

  /// Takes the next piece.
  ///
  /// - Throws: `damaged` or `overLimit`; no more than the limit is ever held; where more comes out, the limit is.
  mutating func take(_ piece: UnsafeBufferPointer<UInt8>) throws(Failure) {
    switch coding {
    case .zlib(let inflater): try inflater.take(piece, into: &content, limit: limit)
    case .brotli(let decoder): try decoder.take(piece, into: &content, limit: limit)
    }
  }

  /// Ends the body.
  ///
  /// - Throws: `truncated` where more was to come.
  func finish() throws(Failure) {
    let isWhole =
      switch coding {
      case .zlib(let inflater): inflater.isWhole
      case .brotli(let decoder): decoder.isWhole
      }
    if !isWhole { throw .truncated }
  }

  /// Decodes a body that is there as a whole.
  ///
  /// - Returns: nothing where the coding is not known.
  static func decode(_ payload: [UInt8], encoding: [UInt8]?, limit: Int) throws(Failure) -> [UInt8]? {
    if isIdentity(encoding) {
      guard payload.count <= limit else { throw .overLimit }
      return payload
    }
    guard var decoder = make(encoding: encoding ?? [], limit: limit) else { return nil }
    var failure: Failure?
    payload.withUnsafeBufferPointer { bytes in
      do throws(Failure) { try decoder.take(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    try decoder.finish()
    return decoder.content
  }
}
