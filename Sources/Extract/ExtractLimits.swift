/// How much of a page is taken on.
public struct ExtractLimits: Hashable, Sendable {
  /// The most bytes that a page may have; a larger one is refused with a finding.
  public var pageBytes: Int

  /// No page may have more than this, 512 MiB, whatever the limit says: places in a page are counted in 32 bits.
  public static let most = 512 << 20

  /// Makes the limits. 16 MiB is about eighty times the size of an ordinary page.
  public init(pageBytes: Int = 16 << 20) {
    self.pageBytes = pageBytes
  }
}
