/// A raw page: the bytes as they came, and what the source says of them.
public struct Page: Sendable {
  /// A name for the bytes that never changes: the first 16 hexadecimal digits of their SHA-256.
  public let id: String
  /// The file or URL that it came from.
  public let source: String
  /// The bytes, undecoded.
  public let bytes: [UInt8]
  /// The label of the charset that its server gave with it, in small letters: `gbk`.
  public let sentCharset: String?
  /// What the configuration or the command line says of the source.
  public let defaults: SourceDefaults

  /// Makes the page.
  public init(
    id: String, source: String, bytes: [UInt8], sentCharset: String? = nil,
    defaults: SourceDefaults = SourceDefaults()
  ) {
    self.id = id
    self.source = source
    self.bytes = bytes
    self.sentCharset = sentCharset
    self.defaults = defaults
  }
}

/// What is taken for granted of a source where its pages do not say it themselves.
public struct SourceDefaults: Hashable, Sendable {
  /// GB/T 2260 code of the place that its pages are about.
  public var region: String?
  /// The day on which its pages came out.
  public var published: Day?
  /// Who speaks.
  public var tier: Tier?
  /// The label of the charset that its pages are in, whatever they say: `gb18030`.
  public var charset: String?

  /// Makes the defaults.
  public init(region: String? = nil, published: Day? = nil, tier: Tier? = nil, charset: String? = nil) {
    self.region = region
    self.published = published
    self.tier = tier
    self.charset = charset
  }
}

/// Who speaks on a page, from the nearest to the number to the farthest.
public enum Tier: String, CaseIterable, Sendable {
  /// A statistics bureau, 统计局.
  case statistics
  /// A government or one of its departments, 政府.
  case government
  /// A newspaper, a broadcaster, 媒体.
  case media
  /// Whoever prints it again, 转载.
  case reprint
}
