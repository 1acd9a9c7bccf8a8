import Records

/// Reads `datePublished` of JSON-LD.
///
/// Reads: the contents of `<script type="application/ld+json">`.
/// Yields: the first date behind `"datePublished"` or `"pubDate"`.
/// Refuses: everything else in it; it is not parsed.
enum LinkedDataDate {
  static func read(_ data: [[UInt8]], into found: inout Metadata) {
    guard found.published == nil else { return }
    for bytes in data {
      let day = bytes.withUnsafeBufferPointer { bytes -> Day? in
        for key in ["\"datepublished\"", "\"pubdate\""] as [StaticString] {
          guard let range = bytes.firstRange(ofLowercase: key, from: 0) else { continue }
          let end = min(range.upperBound + 24, bytes.count)
          if let found = DateReader(bytes).first(in: range.upperBound..<end) { return found.day }
        }
        return nil
      }
      found.set(\.published, day, "published", by: "LinkedDataDate")
    }
  }
}
