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
    var bytes: [UInt8]
    /// How many bytes stand before the first numeral.
    var lead: Int
  }

  /// Words with something behind their first numeral, by that numeral and what follows it.
  private var forward: [UInt64: [Entry]] = [:]
  /// Words that end with their first numeral, by what precedes it and the numeral.
  private var backward: [UInt64: [Entry]] = [:]

  /// Classes of `phrases.tsv` whose rows are samples of a pattern that has a rule of its own.
  private static let patterns: Set<String> = [
    "enumerator", "phone_id", "doc_reference", "brand_pattern", "pattern_value", "page_class",
    "template_header",
  ]

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
  }

  private mutating func add(_ words: String, _ glyphs: [UInt8]) {
    let scalars = Array(words.unicodeScalars)
    guard
      let index = scalars.firstIndex(where: { $0.value < 65_536 && Self.isNumeral(glyphs[Int($0.value)]) })
    else { return }
    let entry = Entry(
      bytes: Array(words.utf8),
      lead: scalars[..<index].reduce(0) { $0 + UTF8.width($1) })
    if index + 1 < scalars.count {
      forward[Self.key(scalars[index].value, scalars[index + 1].value), default: []].append(entry)
    } else if index > 0 {
      backward[Self.key(scalars[index - 1].value, scalars[index].value), default: []].append(entry)
    }
  }

  private static func isNumeral(_ glyph: UInt8) -> Bool { Glyph(rawValue: glyph).beginsNumeral }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  /// The longest name whose first numeral stands at `offset`.
  func match(_ text: Prose, at offset: Int) -> ByteSpan? {
    let scalar = text.scalar(at: offset)
    var longest: ByteSpan?
    if let entries = forward[Self.key(scalar, text.scalar(at: text.next(offset)))] {
      longest = Self.longest(entries, text, offset, nil)
    }
    if let entries = backward[Self.key(text.scalar(before: offset), scalar)] {
      longest = Self.longest(entries, text, offset, longest)
    }
    return longest
  }

  private static func longest(_ entries: [Entry], _ text: Prose, _ offset: Int, _ best: ByteSpan?)
    -> ByteSpan?
  {
    var longest = best
    for entry in entries {
      let start = offset - entry.lead
      let end = start + entry.bytes.count
      guard start >= 0, end <= text.count, end > longest?.end ?? 0 else { continue }
      var same = true
      for index in 0..<entry.bytes.count where entry.bytes[index] != text.bytes[start + index] {
        same = false
        break
      }
      if same { longest = ByteSpan(start, end) }
    }
    return longest
  }
}

extension UTF8 {
  /// How many bytes a scalar has.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
  }
}
