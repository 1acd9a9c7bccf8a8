internal import Records
internal import Vocabulary

/// A length behind 距 and a place is the distance to it: 距县城38公里, 距离贵阳市约200公里.
///
/// Reads: 距, 南距 or 距离, what it names, and a length.
/// Yields: the words from 距 to the number: 距县城.
/// Refuses: units other than lengths.
enum Distance: SubjectRule {
  static func read(_ site: Site, _ reading: MeasureReading) -> SubjectReading? {
    guard site.quantity.kind == .length, reading.measure == .level,
      let verb = site.last(in: site.left, where: { $0 == .word(.verb) }),
      isFrom(site, site.tokens[verb].span.start), verb + 1 < site.index
    else { return nil }
    var end = site.index
    while end > verb + 1, !site.tokens[end - 1].kind.isNominal, site.tokens[end - 1].kind != .place {
      end -= 1
    }
    guard end > verb + 1 else { return nil }
    let span = ByteSpan(site.tokens[verb + 1].span.start, site.tokens[end - 1].span.end)
    return SubjectReading("Distance", Subject("距" + site.text.string(span)))
  }

  /// 距, or 南距 with the side on which the place lies.
  private static func isFrom(_ site: Site, _ offset: Int) -> Bool {
    site.text.has("距", at: offset) || site.text.has("距", at: offset + 3)
  }
}
