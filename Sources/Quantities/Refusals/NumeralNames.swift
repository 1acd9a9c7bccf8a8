import Records
import Vocabulary

/// Reads: a set phrase or the name of a place that has a numeral in it, wherever in it the numeral
/// stands: 两委, 统一, 三台县, 第三产业, 一心一意.
/// Yields: nothing; it gives the place behind the words.
/// Refuses: every number in them.
///
/// The words are found from their first numeral on: by that character and its neighbour, so that a
/// numeral costs one look-up and the prose between numerals nothing.
struct NumeralNames: Sendable {
  private struct Entry {
    /// Where its bytes begin in `bytes`, and how many they are.
    var start: Int32
    var count: Int32
    /// How many bytes stand before the first numeral.
    var lead: Int32
    /// Where the entry is grouped.
    var key: Int16
    /// The two characters that the key is made of.
    var pair: UInt32
  }

  /// The bytes of all words, one after another.
  private var bytes: [UInt8] = []
  /// Words with something behind their first numeral, by that numeral and what follows it.
  private var forward = Groups()
  /// Words that end with their first numeral, by what precedes it and the numeral.
  private var backward = Groups()

  /// Entries in the order of their keys, and where each key's begin.
  private struct Groups {
    var entries: [Entry] = []
    var starts: [Int32] = []
    /// A bit for each sixteen bits that pairs hash to: whether there is one. Most places are refused by it.
    private var filter = [UInt64](repeating: 0, count: 1024)

    mutating func close() {
      // Of one key the one that goes on furthest comes first, and of those the longest.
      entries.sort { a, b in
        if a.key != b.key { return a.key < b.key }
        return (b.count - b.lead, b.lead) < (a.count - a.lead, a.lead)
      }
      starts = [Int32](repeating: 0, count: keys + 1)
      for entry in entries {
        starts[Int(entry.key) + 1] += 1
        let hash = NumeralNames.hash(entry.pair)
        filter[hash >> 6] |= 1 << UInt64(hash & 63)
      }
      for key in 0..<keys { starts[key + 1] += starts[key] }
    }

    /// The first entry of `pair` that stands around `offset`.
    func match(_ pair: UInt32, _ text: Prose, _ offset: Int, _ bytes: [UInt8]) -> ByteSpan? {
      let hash = NumeralNames.hash(pair)
      guard filter[hash >> 6] &>> UInt64(hash & 63) & 1 != 0 else { return nil }
      let key = NumeralNames.key(pair)
      for index in Int(starts[key])..<Int(starts[key + 1]) where entries[index].pair == pair {
        let entry = entries[index]
        let (start, count, first) = (offset - Int(entry.lead), Int(entry.count), Int(entry.start))
        guard start >= 0, start + count <= text.count else { continue }
        var at = 0
        while at < count, bytes[first + at] == text.bytes[start + at] { at += 1 }
        if at == count { return ByteSpan(start, start + at) }
      }
      return nil
    }
  }

  /// Classes of `phrases.tsv` whose rows are samples of a pattern that has a rule of its own.
  private static let patterns: Set<String> = ["enumerator", "page_class", "template_header"]

  init(_ vocabulary: Vocabulary, glyphs: [UInt8]) {
    for phrase in vocabulary.phrases
    where phrase.action == .skip && !Self.patterns.contains(phrase.phraseClass) {
      add(phrase.words, glyphs)
    }
    for place in vocabulary.places {
      add(place.name, glyphs)
      // A short name of one numeral and a measure-like word (三台, 六合) is a place only in full.
      if place.shortName.unicodeScalars.count > 2 { add(place.shortName, glyphs) }
    }
    forward.close()
    backward.close()
  }

  private mutating func add(_ words: String, _ glyphs: [UInt8]) {
    let scalars = Array(words.unicodeScalars)
    guard
      let index = scalars.firstIndex(where: { $0.value < 65_536 && Self.isNumeral(glyphs[Int($0.value)]) })
    else { return }
    let (start, count) = (bytes.count, words.utf8.count)
    let lead = scalars[..<index].reduce(0) { $0 + UTF8.width($1) }
    func entry(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Entry {
      let pair = Self.pair(first.value, second.value)
      return Entry(
        start: Int32(start), count: Int32(count), lead: Int32(lead), key: Int16(Self.key(pair)), pair: pair)
    }
    if index + 1 < scalars.count {
      forward.entries.append(entry(scalars[index], scalars[index + 1]))
    } else if index > 0 {
      backward.entries.append(entry(scalars[index - 1], scalars[index]))
    }
    bytes.append(contentsOf: words.utf8)
  }

  private static func isNumeral(_ glyph: UInt8) -> Bool { Glyph(rawValue: glyph & Glyph.mask).beginsNumeral }

  private static let keys = 8192

  /// Two characters in one word; those beyond U+FFFF lose their plane.
  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 { first << 16 | second & 0xFFFF }

  private static func hash(_ pair: UInt32) -> Int { Int((pair &* 0x9E37_79B1) >> 16) }

  /// A pair in thirteen bits: different ones may share a key.
  private static func key(_ pair: UInt32) -> Int { hash(pair) & (keys - 1) }

  /// The name whose first numeral stands at `offset` and that goes on furthest.
  func match(_ text: Prose, at offset: Int) -> ByteSpan? {
    let scalar = text.scalar(at: offset)
    let ahead = forward.match(Self.pair(scalar, text.scalar(at: text.next(offset))), text, offset, bytes)
    // Names that end with a number end with a Chinese one.
    guard ahead == nil, scalar > 0xFF else { return ahead }
    return backward.match(Self.pair(text.scalar(before: offset), scalar), text, offset, bytes)
  }
}

extension UTF8 {
  /// How many bytes a scalar has.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
  }
}
