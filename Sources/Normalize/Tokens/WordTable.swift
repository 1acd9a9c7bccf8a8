internal import Records
internal import Vocabulary

/// The words and the names of places as the tokenizer asks for them. A class, since it is handed to every rule.
final class WordTable: Sendable {
  private let lexicon: Lexicon
  private let places: Lexicon
  /// Places and words in one; the payload of a word lies behind those of the places.
  private let both: Lexicon
  private let placeCount: Int
  private let classes: [WordClass]
  private let endings: EndingTable

  /// Makes the look-ups; the payload of a place counts in `places`.
  init(_ words: [Word], _ endings: [Ending] = [], places names: [String] = []) {
    classes = words.map(\.wordClass)
    lexicon = Lexicon(words.enumerated().lazy.map { (word: $1.text, payload: $0) })
    // Names of two characters are words too: 城区, 郊区.
    let full = names.enumerated().lazy.filter { $1.utf8.count >= 9 }.map { (word: $1, payload: $0) }
    let places = Lexicon(full)
    // A word that begins with a place's name is never asked for: the place comes first.
    let rest = words.enumerated().lazy.filter { word in
      word.element.text.bytes { places.longestMatch(in: $0, at: 0) == nil }
    }
    both = Lexicon(Array(full) + rest.map { (word: $1.text, payload: $0 + names.count) })
    (self.places, placeCount) = (places, names.count)
    self.endings = EndingTable(endings)
  }

  /// Whether a name that ends right before `offset` ends as those of the class do.
  ///
  /// - Complexity: O(endings that share the last character).
  func endsName(_ endingClass: EndingClass, in text: Bytes, at offset: Int) -> Bool {
    endings.has(endingClass, in: text, at: offset)
  }

  /// Where a name begins whose end before `offset` words of the class make up: those of 农业产业化龙头 are all kinds.
  func stripped(_ endingClass: EndingClass, from text: Bytes, _ span: ByteSpan) -> ByteSpan {
    var end = span.end
    while end > span.start, let length = endings.length(endingClass, in: text, at: end),
      end - length >= span.start
    {
      end -= length
    }
    return ByteSpan(span.start, end)
  }

  /// Whether the name ends as those of the class do.
  func endsName(_ endingClass: EndingClass, of name: String) -> Bool {
    name.bytes { endings.has(endingClass, in: $0, at: $0.count) }
  }

  /// What the tables have at a place of a text.
  enum Entry {
    /// A place's name in full, of three characters and more, by its index.
    case place(Int)
    case word(WordClass)
  }

  /// The longest name of a place that begins at `offset`; without one the longest word.
  func entry(in text: Bytes, at offset: Int) -> (entry: Entry, count: Int)? {
    guard let match = both.longestMatch(in: text, at: offset) else { return nil }
    if match.payload < placeCount { return (.place(match.payload), match.count) }
    return (.word(classes[match.payload - placeCount]), match.count)
  }

  /// Where the first character behind `start` stands, before `end`, at which a word, a name or a mark may begin.
  @inline(__always)
  func next(in text: Bytes, from start: Int, to end: Int) -> Int {
    both.plainRun(in: text, from: start, to: end)
  }

  /// Whether the name of a place begins at `offset`.
  func isPlace(_ text: Bytes, at offset: Int) -> Bool { places.longestMatch(in: text, at: offset) != nil }

  /// The longest word that begins at `offset`.
  func word(in text: Bytes, at offset: Int) -> (wordClass: WordClass, count: Int)? {
    guard let match = lexicon.longestMatch(in: text, at: offset) else { return nil }
    return (classes[match.payload], match.count)
  }

  /// The classes of the words in the stretch, one behind the other.
  func classes(in text: Bytes, _ span: ByteSpan) -> [WordClass] {
    var found: [WordClass] = []
    var offset = span.start
    while let (start, match) = lexicon.firstMatch(in: text, from: offset, to: span.end) {
      if start + match.count <= span.end {
        found.append(classes[match.payload])
        offset = start + match.count
      } else {
        offset = start + text.width(at: start)
      }
    }
    return found
  }
}
