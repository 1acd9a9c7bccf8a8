/// A line `Allow` or `Disallow` of a robots.txt.
struct RobotsRule: Sendable, Equatable {
  /// Whether it allows what it matches.
  let allows: Bool
  /// The pattern, normalised; without a `$` that ends it.
  let pattern: [UInt8]
  /// Whether the pattern ended in `$`: the path must end there too.
  let isAnchored: Bool

  /// Makes the rule from the bytes behind the colon.
  init(allows: Bool, written: ArraySlice<UInt8>) {
    self.allows = allows
    isAnchored = written.last == UInt8(ascii: "$")
    pattern = RobotsPath.normalized(pattern: isAnchored ? written.dropLast() : written)
  }

  /// Whether the path, normalised, begins as the pattern says. A `*` takes any bytes or none.
  func matches(_ path: [UInt8]) -> Bool {
    var at = 0
    var next = 0
    /// Where to go on when the last `*` takes one byte more.
    var retry: (at: Int, next: Int)?
    while true {
      if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
        next += 1
        retry = (at, next)
      } else if next < pattern.count, at < path.count, pattern[next] == path[at] {
        next += 1
        at += 1
      } else if next == pattern.count, !isAnchored || at == path.count {
        return true
      } else if let last = retry, last.at < path.count {
        at = last.at + 1
        next = last.next
        retry = (at, next)
      } else {
        return false
      }
    }
  }
}
