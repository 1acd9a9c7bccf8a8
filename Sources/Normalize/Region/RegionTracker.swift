internal import Records
internal import Vocabulary

/// Which place of GB/T 2260 a sentence is about where it names another than the document's.
struct RegionTracker {
  private let gazetteer: Gazetteer
  private let region: Place?
  private let year: Int?
  private var override: Override?
  private var inParagraph: Place?

  private enum Override {
    case place(Place)
    case nation
  }

  /// Whether the document is about the whole country.
  private let isNation: Bool

  init(_ gazetteer: Gazetteer, region: Place?, year: Int?, isNation: Bool) {
    (self.gazetteer, self.region, self.year, self.isNation) = (gazetteer, region, year, isNation)
  }

  /// The place that the words seen so far are about.
  var current: Place? {
    switch override {
    case .place(let place): place
    case .nation: nil
    case nil: inParagraph ?? region
    }
  }

  mutating func beginParagraph() { (override, inParagraph) = (nil, nil) }

  /// A province and a place in it at the head of a clause, as news name them: 四川眉山团结村的柑橘喜获丰收; in a text about the whole country
  /// a province alone too (浙江已建成…), for its sentence.
  ///
  /// Gives where these names end. The sentences of the paragraph that follow are about that place.
  mutating func seeHead(_ text: Bytes, _ span: ByteSpan) -> Int {
    let start = text.has("在", at: span.start) ? span.start + 3 : span.start
    guard let first = name(text, at: start, to: span.end),
      var place = gazetteer.province(named: first.name, in: year)
    else { return span.start }
    var end = first.end
    while let next = name(text, at: end, to: span.end), !isLandscape(text, next.end),
      let inner = gazetteer.places(named: gazetteer.names[next.name], within: place.code, in: year).first
    { (place, end) = (inner, next.end) }
    guard place.level != .province else {
      // 浙江已建成…: news of the whole country calls provinces by their short names.
      guard isNation, !isLandscape(text, end) else { return span.start }
      override = .place(place)
      return end
    }
    let isOwn = region.map { gazetteer.isWithin($0.code, place.code, in: year) } ?? false
    inParagraph = isOwn ? nil : place
    return end
  }

  /// 科尔沁沙漠 is not 科尔沁区.
  private func isLandscape(_ text: Bytes, _ end: Int) -> Bool {
    let words: [StaticString] = ["沙漠", "草原", "平原", "盆地", "高原", "山脉", "沙地"]
    return words.contains { text.has($0, at: end) }
  }

  /// The name at `offset` by its index, and where it ends.
  private func name(_ text: Bytes, at offset: Int, to end: Int) -> (name: Int, end: Int)? {
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

  mutating func beginSentence() { override = nil }

  /// A semicolon ends what a clause said of its place.
  mutating func seeSemicolon() { override = nil }

  /// A place named at the head of a clause: one inside the document's, or around it. Others are only
  /// mentioned. A paragraph that opens with a place inside goes on about it.
  mutating func see(_ name: String, isOpening: Bool = false) {
    guard let region else {
      // A text about the whole country says of which province it speaks.
      if let place = gazetteer.places(named: name, in: year).first(where: { $0.name.isSame(name) }),
        place.level == .province
      {
        override = .place(place)
        if isOpening { inParagraph = place }
      }
      return
    }
    guard !name.isSame(region.name) else {
      (override, inParagraph) = (nil, nil)
      return
    }
    if let inner = gazetteer.places(named: name, within: region.code, in: year).first {
      override = .place(inner)
      if isOpening { inParagraph = inner }
    } else if let outer = gazetteer.path(of: region.code, in: year).first(where: { $0.name == name }) {
      override = .place(outer)
    }
  }

  /// 全省 and 全国 in a county's text are not the county; 全市 is not where the county is no city.
  mutating func seeScope(_ word: String) {
    guard let region else { return }
    if let inner = inParagraph, gazetteer.isWithin(inner.code, region.code, in: year) {
      // 全县 in a paragraph about a county of the city is that county; 全市 ends it.
      if inner.name.unicodeScalars.last == word.unicodeScalars.last { return }
      inParagraph = nil
    }
    switch word {
    case "全国", "我国": override = .nation
    case "全省", "我省", "该省":
      override = gazetteer.path(of: region.code, in: year).last.map { .place($0) }
    case "全市", "我市":
      guard region.level == .county, !region.name.ends(with: "市"), !region.name.ends(with: "区") else {
        override = nil
        return
      }
      override = gazetteer.parent(of: region.code, in: year).map { .place($0) }
    default: override = nil
    }
  }
}
