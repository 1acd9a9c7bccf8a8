/// How much of a page is taken on.
public struct ExtractLimits: Hashable, Sendable {
  /// The most bytes that a page may have; a larger one is refused with a finding.
  public var pageBytes: Int

  /// The most elements and texts that are read of a page; where there are more, it is cut with a finding.
  public var nodes: Int

  /// No page may have more than this, 512 MiB, whatever the limit says: places in a page are counted in 32 bits.
  public static let most = 512 << 20

  /// Makes the limits. 16 MiB is about eighty times the size of an ordinary page, four million nodes a thousand times.
  public init(pageBytes: Int = 16 << 20, nodes: Int = 4_000_000) {
    self.pageBytes = pageBytes
    self.nodes = nodes
  }
}
