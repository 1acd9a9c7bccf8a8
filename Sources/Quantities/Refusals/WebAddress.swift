/// Reads: a web or mail address.
/// Yields: nothing; it gives the place behind it.
/// Refuses: every number in it.
enum WebAddress {
  /// Behind the visible ASCII characters that begin at `start`.
  static func end(_ text: Prose, _ start: Int) -> Int {
    var at = start
    while at < text.count, text.bytes[at] > 0x20, text.bytes[at] < 0x7F { at += 1 }
    return max(at, text.next(start))
  }
}
