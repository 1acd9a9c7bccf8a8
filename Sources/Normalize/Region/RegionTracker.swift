internal import Records
internal import Vocabulary

/// Which place of GB/T 2260 a sentence is about where it names another than the document's.
///
/// A document without a place of its own goes by its `Itinerary`.
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

  private var itinerary: Itinerary?

  init(_ gazetteer: Gazetteer, region: Place?, year: Int?) {
    (self.gazetteer, self.region, self.year) = (gazetteer, region, year)
    if region == nil { itinerary = Itinerary(gazetteer, year: year) }
  }

  /// Whether the document has no place of its own.
  var isTravelling: Bool { itinerary != nil }

  /// The place that the words seen so far are about.
  var current: Place? {
    if let itinerary { return itinerary.current }
    return switch override {
    case .place(let place): place
    case .nation: nil
    case nil: inParagraph ?? region
    }
  }

  mutating func beginParagraph() {
    (override, inParagraph) = (nil, nil)
    itinerary?.beginParagraph()
  }

  /// The head of a paragraph or heading.
  mutating func seeLine(_ text: Bytes, _ span: ByteSpan, hasNumber: Bool) {
    itinerary?.seeLine(text, span, hasNumber: hasNumber)
  }

  /// A heading ends what the one before said of its place.
  mutating func heading(_ text: Bytes, _ span: ByteSpan) {
    itinerary?.endSection()
    itinerary?.seeLine(text, span, hasNumber: false)
  }

  /// A sentence without a number, which may still say where the text has come to.
  mutating func seePassing(_ text: Bytes, _ span: ByteSpan) {
    itinerary?.beginSentence()
    itinerary?.seePassing(text, span, heads: true)
  }

  /// Places one inside the other at the head of a clause, as news name them: 四川眉山团结村的柑橘喜获丰收, 绥化兰西县大豆丰收; in a text
  /// without a place of its own a province alone too (浙江已建成…), for its sentence.
  ///
  /// Gives where these names end. The sentences of the paragraph that follow are about that place.
  mutating func seeHead(_ text: Bytes, _ span: ByteSpan) -> Int {
    itinerary?.seePassing(text, span, heads: false)
    let start = text.has("在", at: span.start) ? span.start + 3 : span.start
    guard let chain = PlaceChain(text, at: start, to: span.end, gazetteer, year: year) else {
      return span.start
    }
    if itinerary != nil {
      itinerary?.see(chain.place)
      return chain.end
    }
    guard let region, chain.place.level != .province else { return span.start }
    if gazetteer.isWithin(region.code, chain.place.code, in: year) {
      inParagraph = nil
    } else {
      inParagraph = chain.place
    }
    return chain.end
  }

  mutating func beginSentence() {
    override = nil
    itinerary?.beginSentence()
  }

  /// A semicolon ends what a clause said of its place.
  mutating func seeSemicolon() { override = nil }

  /// A place named at the head of a clause: one inside the document's, or around it. Others are only
  /// mentioned. A paragraph that opens with a place inside goes on about it.
  mutating func see(_ name: String, isOpening: Bool = false) {
    guard let region else {
      if let name = gazetteer.words.payload(of: name) { itinerary?.see(named: name) }
      return
    }
    guard !region.names.contains(where: { name.isSame($0) && region.isNamedInFull(by: name) }) else {
      (override, inParagraph) = (nil, nil)
      return
    }
    if let inner = gazetteer.places(named: name, within: region.code, in: year).first {
      override = .place(inner)
      if isOpening { inParagraph = inner }
    } else if let outer = gazetteer.path(of: region.code, in: year).first(where: {
      $0.names.contains(name) && $0.isNamedInFull(by: name)
    }) {
      override = .place(outer)
    }
  }

  /// 全省 and 全国 in a county's text are not the county; 全市 is not where the county is no city.
  mutating func seeScope(_ word: String) {
    guard let region else {
      itinerary?.seeScope(word)
      return
    }
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
