/// Where an answer is cut off.
public struct TransferLimits: Hashable, Sendable {
  /// Bytes of a body, as it comes over the wire and once it is decompressed.
  public var bodyBytes = 16 << 20
  /// Bytes of all heads of an answer together: interim answers and trailers count.
  public var headBytes = 64 << 10
  /// Lines of all heads of an answer together.
  public var headLines = 200
  /// Redirects in a row.
  public var redirects = 10
  /// From the start until there is a connection, with TLS.
  public var connect: Duration = .seconds(20)
  /// From the start until the first line of the answer. Seen to the second.
  public var firstByte: Duration = .seconds(40)
  /// Between two bytes. Seen to the second.
  public var idle: Duration = .seconds(20)
  /// From the start until the last byte.
  public var total: Duration = .seconds(120)
  /// The fewest bytes a second, over `slowFor`; 0: any.
  public var slowBytes = 64
  /// How long an answer may be slower than `slowBytes`, in whole seconds.
  public var slowFor: Duration = .seconds(30)

  /// Makes the limits that hold where the configuration says nothing.
  public init() {}
}
