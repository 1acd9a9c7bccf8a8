/// How much of a page is taken on.
public struct ExtractLimits: Hashable, Sendable {
  /// The most bytes that a page may have; a larger one is refused with a finding.
  public var pageBytes: Int

  /// Makes the limits. 16 MiB is about eighty times the size of an ordinary page.
  public init(pageBytes: Int = 16 << 20) {
    self.pageBytes = pageBytes
  }
}
