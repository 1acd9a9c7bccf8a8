internal import Records
internal import Vocabulary

/// What whole documents are asked about, found in one pass over the text.
struct Landmarks {
  /// Names of places before `LandmarkTable.placeLimit`, in full and in short, none inside another.
  var places: [PlaceMention] = []
  /// Of what kinds of place the text speaks as its own.
  var scopes: ScopeWords = []
  /// Why the text is no source; nothing where it is one.
  var refusal: Finding?
  /// Where the titles stand that the text cites between 《 and 》; titles inside a title belong to it.
  var titles: [ByteSpan] = []
}

/// Which of 全县, 全市, 全州 and 全省, or 我县, 我市, 我州 and 我省, stand in a text.
struct ScopeWords: OptionSet {
  let rawValue: UInt8

  static let county = ScopeWords(rawValue: 1)
  static let city = ScopeWords(rawValue: 2)
  static let prefecture = ScopeWords(rawValue: 4)
  static let province = ScopeWords(rawValue: 8)
  /// 县委, 县政府 and 该县 name a county's offices; a text about a city may speak of them too.
  static let countyOffice = ScopeWords(rawValue: 16)

  fileprivate static let words = [
    "全县", "我县", "全市", "我市", "全州", "我州", "全省", "我省", "县委", "县政府", "县人民政府", "该县",
  ]

  /// Takes in the word that begins at `offset`, if one does: 全州 begins the name of a county too.
  fileprivate mutating func see(_ text: Bytes, at offset: Int) {
    if text.has("县", at: offset) || text.has("该县", at: offset) { insert(.countyOffice) }
    guard text.has("全", at: offset) || text.has("我", at: offset) else { return }
    if text.has("县", at: offset + 3) { insert(.county) }
    if text.has("市", at: offset + 3) { insert(.city) }
    if text.has("州", at: offset + 3) { insert(.prefecture) }
    if text.has("省", at: offset + 3) { insert(.province) }
  }
}

/// The name of a place, wherever it stands.
struct PlaceMention {
  /// Its index in the names of the gazetteer.
  var name: Int
  /// Whether it has three characters and more: short names are words too.
  var isFull: Bool
  /// Whether it stands right behind another name: 桂林市龙胜县.
  var isBehindName = false
  /// Whether a clause begins with it.
  var isHead = false
}

/// Finds the landmarks of texts.
struct LandmarkTable: Sendable {
  /// How much of a text tells which place it is about, in bytes.
  static let placeLimit = 9000
  private static let marks = ["《", "》", "\n", "("]

  private let words: Lexicon
  private let pages: PageRefusal
  /// Names have the payloads before it, the phrases of `pages` those from it on.
  private let firstPhrase: Int
  private let firstMark: Int

  init(names: [String], pages: PageRefusal) {
    self.pages = pages
    firstPhrase = names.count
    firstMark = firstPhrase + pages.phrases.count
    let places = names.enumerated().filter { $1.utf8.count >= 6 }.map { (word: $1, payload: $0) }
    let phrases = pages.phrases.enumerated().map { (word: $1.words, payload: names.count + $0) }
    let marks = (Self.marks + ScopeWords.words).enumerated().map {
      (word: $1, payload: names.count + pages.phrases.count + $0)
    }
    words = Lexicon(places + phrases + marks)
  }

  /// - Complexity: O(bytes of the text).
  func read(_ text: Bytes) -> Landmarks {
    var landmarks = Landmarks()
    var titles = CitedTitles()
    var judge = pages.judge()
    var (offset, placeEnd) = (0, 0)
    while let (start, match) = words.firstMatch(in: text, from: offset, to: text.count) {
      offset = start + text.width(at: start)
      switch match.payload {
      case ..<firstPhrase:
        landmarks.scopes.see(text, at: start)
        guard start >= placeEnd, start < Self.placeLimit else { continue }
        let isBehindName = start == placeEnd && start > 0
        // 甘肃徽县: two characters are a name in full behind that of the province.
        let isFull = match.count >= 9 || isBehindName && text.has("县", endingAt: start + match.count)
        landmarks.places.append(
          PlaceMention(
            name: match.payload, isFull: isFull, isBehindName: isBehindName,
            isHead: start == 0 || Mark.ends(text, at: start)))
        placeEnd = start + match.count
      case ..<firstMark: judge.see(phrase: match.payload - firstPhrase, match.count, text, at: start)
      case firstMark: titles.open(at: start)
      case firstMark + 1: titles.close(at: start)
      case firstMark + 2: titles.endLine()
      case firstMark + 3: judge.seeBracket(text, at: start)
      default: landmarks.scopes.see(text, at: start)
      }
    }
    landmarks.refusal = judge.refusal
    landmarks.titles = titles.spans
    return landmarks
  }
}

/// The titles between 《 and 》 as their marks go by: those that lie in no other one, each within its line.
private struct CitedTitles {
  private(set) var spans: [ByteSpan] = []
  private var opened: [Int] = []

  mutating func open(at offset: Int) { opened.append(offset) }

  mutating func close(at offset: Int) {
    guard let start = opened.popLast() else { return }
    while let last = spans.last, last.start > start { spans.removeLast() }
    spans.append(ByteSpan(start, offset + 3))
  }

  mutating func endLine() { opened.removeAll(keepingCapacity: true) }
}
