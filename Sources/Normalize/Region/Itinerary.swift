internal import Records
internal import Vocabulary

/// Which place the words are about in a text that is about no place as a whole: news from all over the country.
///
/// Reads: names at the head of a clause, behind 位于 or 来到, and at the head of a line (湖北荆门：, 【山西五寨】).
/// Yields: the place, to the next one or to the end of its paragraph, a line's name to the next such line; 全县 and 全市 take it up.
/// Refuses: names that several places share where none of them lies in the province named before; a province alone
/// holds for its sentence.
struct Itinerary {
  private enum Stop {
    case place(Place)
    /// The whole country, or a place that is not known.
    case elsewhere
  }

  private let gazetteer: Gazetteer
  private let year: Int?
  private var inSentence: Stop?
  private var inParagraph: Place?
  private var inSection: Place?
  /// The place that was named last.
  private var last: Place?

  init(_ gazetteer: Gazetteer, year: Int?) { (self.gazetteer, self.year) = (gazetteer, year) }

  var current: Place? {
    switch inSentence {
    case .place(let place): place
    case .elsewhere: nil
    case nil: inParagraph ?? inSection
    }
  }

  mutating func beginParagraph() { (inSentence, inParagraph) = (nil, nil) }

  mutating func endSection() { (inSection, inParagraph) = (nil, nil) }

  mutating func beginSentence() { inSentence = nil }

  mutating func see(_ place: Place) {
    (inSentence, last) = (.place(place), place)
    if place.level != .province { inParagraph = place }
  }

  /// A name alone at the head of a clause.
  mutating func see(named name: Int) {
    guard let place = meant(by: name) else {
      (inSentence, inParagraph) = (.elsewhere, nil)
      return
    }
    see(place)
  }

  /// The place that the name means beside what was named before.
  private func meant(by name: Int) -> Place? {
    let all = gazetteer.places(meantBy: name, in: year)
    let full = all.filter { $0.isNamedInFull(by: gazetteer.names[name]) }
    let options = full.isEmpty ? all.filter { $0.level != .county } : full
    if options.count == 1 { return options[0] }
    let path = (current ?? last).map { gazetteer.path(of: $0.code, in: year) } ?? []
    for around in path {
      let inside = options.filter { gazetteer.isWithin($0.code, around.code, in: year) }
      if inside.count == 1 { return inside[0] }
    }
    return nil
  }

  /// 全县, 该市: the place of that class among the one that is spoken of and those around it.
  mutating func seeScope(_ word: String) {
    guard word != "全国", word != "我国", let current, let tail = word.unicodeScalars.last else {
      inSentence = .elsewhere
      return
    }
    let path = gazetteer.path(of: current.code, in: year)
    let place =
      tail == "省" ? path.first { $0.level == .province } : path.first { $0.name.unicodeScalars.last == tail }
    inSentence = place.map { .place($0) } ?? .elsewhere
  }

  /// Names behind 位于 or 来到, and, where `heads`, at the heads of clauses.
  mutating func seePassing(_ text: Bytes, _ span: ByteSpan, heads: Bool) {
    var offset = span.start
    while let (start, match) = gazetteer.words.firstMatch(in: text, from: offset, to: span.end) {
      offset = start + text.width(at: start)
      guard isNamed(text, start, heads: heads && (start == span.start || Mark.ends(text, at: start)))
      else { continue }
      if let chain = PlaceChain(text, at: start, to: span.end, gazetteer, year: year), chain.count > 1 {
        see(chain.place)
        offset = chain.end
      } else if match.count >= 9 {
        see(named: match.payload)
        offset = start + match.count
      }
    }
  }

  private func isNamed(_ text: Bytes, _ start: Int, heads: Bool) -> Bool {
    let words: [StaticString] = ["位于", "来到", "走进", "地处"]
    return heads || words.contains { text.has($0, endingAt: start) }
  }

  /// 湖北荆门：…, 【山西五寨】…: the place that a line begins with holds for it; where nothing but a headline follows, for those below.
  mutating func seeLine(_ text: Bytes, _ span: ByteSpan, hasNumber: Bool) {
    guard span.count >= 9 else { return }
    let isOpen = text.has("【", at: span.start) || text.has("（", at: span.start)
    let start = isOpen ? span.start + 3 : span.start
    guard let (place, end) = opening(text, start, span.end),
      isOpen
        ? text.has("】", at: end) || text.has("）", at: end)
        : text.has("：", at: end) || text.has(":", at: end) || end == span.end
    else { return }
    if hasNumber || text.holds("。", in: ByteSpan(end, span.end)) {
      (inParagraph, last) = (place, place)
    } else {
      (inSection, last) = (place, place)
    }
  }

  private func opening(_ text: Bytes, _ start: Int, _ end: Int) -> (Place, Int)? {
    if let chain = PlaceChain(text, at: start, to: end, gazetteer, year: year) {
      return (chain.place, chain.end)
    }
    guard let match = gazetteer.words.longestMatch(in: text, at: start), match.count >= 6,
      start + match.count <= end, let place = meant(by: match.payload)
    else { return nil }
    return (place, start + match.count)
  }
}
