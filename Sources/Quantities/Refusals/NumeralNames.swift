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
    var start: Int
    var count: Int
    /// How many bytes stand before the first numeral.
    var lead: Int
    /// Where the entry is grouped.
    var key: Int
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

    mutating func close() {
      entries.sort { $0.key < $1.key }
      starts = [Int32](repeating: 0, count: keys + 1)
      for entry in entries { starts[entry.key + 1] += 1 }
      for key in 0..<keys { starts[key + 1] += starts[key] }
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
    if index + 1 < scalars.count {
      let key = Self.key(scalars[index].value, scalars[index + 1].value)
      forward.entries.append(Entry(start: start, count: count, lead: lead, key: key))
    } else if index > 0 {
      let key = Self.key(scalars[index - 1].value, scalars[index].value)
      backward.entries.append(Entry(start: start, count: count, lead: lead, key: key))
    }
    bytes.append(contentsOf: words.utf8)
  }

  private static func isNumeral(_ glyph: UInt8) -> Bool { Glyph(rawValue: glyph & Glyph.mask).beginsNumeral }

  private static let keys = 8192

  /// Two characters in thirteen bits: words of different ones may share a key.
  private static func key(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37 ^ second &* 0x6A99) >> 3) & (keys - 1)
  }

  /// The longest name whose first numeral stands at `offset`.
  func match(_ text: Prose, at offset: Int) -> ByteSpan? {
    let scalar = text.scalar(at: offset)
    let ahead = Self.key(scalar, text.scalar(at: text.next(offset)))
    var found: ByteSpan?
    for index in Int(forward.starts[ahead])..<Int(forward.starts[ahead + 1]) {
      longer(forward.entries[index], text, offset, &found)
    }
    // Names that end with a number end with a Chinese one.
    guard scalar > 0xFF else { return found }
    let behind = Self.key(text.scalar(before: offset), scalar)
    for index in Int(backward.starts[behind])..<Int(backward.starts[behind + 1]) {
      longer(backward.entries[index], text, offset, &found)
    }
    return found
  }

  private func longer(_ entry: Entry, _ text: Prose, _ offset: Int, _ found: inout ByteSpan?) {
    let start = offset - entry.lead
    let end = start + entry.count
    guard start >= 0, end <= text.count, end > found?.end ?? 0 else { return }
    for index in 0..<entry.count where bytes[entry.start + index] != text.bytes[start + index] { return }
    found = ByteSpan(start, end)
  }
}

extension UTF8 {
  /// How many bytes a scalar has.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
  }
}
