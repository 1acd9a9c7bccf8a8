internal import Records
internal import Vocabulary

/// Numbers joined by 、 are dealt out to as many places of the gazetteer: 天台县、仙居县工业增加值分别增长10.2%和9.8%.
///
/// The places stand at the head of the clause and are joined by 、 or 和.
enum SharedPlaces {
  /// The name for each number of a group; nothing where there are more or fewer.
  static func read(_ site: Site, count: Int) -> [String]? {
    guard count > 1 else { return nil }
    var names: [String] = []
    var index = site.clause.lowerBound
    while index < site.index, [.word(.among), .word(.adverb)].contains(site.tokens[index].kind) { index += 1 }
    while index < site.index, site.tokens[index].kind == .place {
      names.append(site.text.string(site.tokens[index].span))
      index += 1
      guard index < site.index, site.tokens[index].kind == .pause || site.tokens[index].kind == .word(.joint)
      else { break }
      index += 1
    }
    return names.count == count ? names : nil
  }
}
