internal import Records
internal import Vocabulary

/// Names of places one behind the other, each inside the one before: 四川眉山, 湖北省恩施州建始县, 绥化兰西县.
struct PlaceChain {
  /// The innermost place.
  let place: Place
  /// Where the names end.
  let end: Int
  /// How many names they are.
  let count: Int

  /// The names that begin at `start`: a province, alone or with more behind it, or a prefecture with a county behind it.
  init?(_ text: Bytes, at start: Int, to end: Int, _ gazetteer: Gazetteer, year: Int?) {
    guard let first = Self.name(text, at: start, to: end, gazetteer),
      var place = Self.outer(first.name, gazetteer, year)
    else { return nil }
    var (behind, count) = (first.end, 1)
    while let next = Self.name(text, at: behind, to: end, gazetteer),
      !Self.isLandscape(text, next.end),
      let inner = gazetteer.places(named: gazetteer.names[next.name], within: place.code, in: year).first
    { (place, behind, count) = (inner, next.end, count + 1) }
    guard count > 1 || (place.level == .province && !Self.isLandscape(text, behind)) else { return nil }
    (self.place, self.end, self.count) = (place, behind, count)
  }

  private static func outer(_ name: Int, _ gazetteer: Gazetteer, _ year: Int?) -> Place? {
    if let province = gazetteer.province(named: name, in: year) { return province }
    let prefectures = gazetteer.places(meantBy: name, in: year).filter { $0.level == .prefecture }
    return prefectures.count == 1 ? prefectures[0] : nil
  }

  /// The name at `offset` by its index, and where it ends.
  private static func name(
    _ text: Bytes, at offset: Int, to end: Int, _ gazetteer: Gazetteer
  ) -> (name: Int, end: Int)? {
    guard offset < end, let match = gazetteer.words.longestMatch(in: text, at: offset), match.count >= 6,
      offset + match.count <= end
    else { return nil }
    // 恩施州: the class behind a short name.
    let behind = offset + match.count
    let isClassed = ["州", "市", "县", "区", "盟", "旗"].contains { (word: StaticString) in
      text.has(word, at: behind)
    }
    return (match.payload, isClassed && behind + 3 <= end ? behind + 3 : behind)
  }

  /// 科尔沁沙漠 is not 科尔沁区.
  private static func isLandscape(_ text: Bytes, _ end: Int) -> Bool {
    let words: [StaticString] = ["沙漠", "草原", "平原", "盆地", "高原", "山脉", "沙地"]
    return words.contains { text.has($0, at: end) }
  }
}
