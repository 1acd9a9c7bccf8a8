import Records
import Vocabulary

/// The units of the vocabulary, found by what they are called.
struct UnitTable: Sendable {
  private let lexicon: Lexicon
  private let names: [Name]

  /// A way of writing a unit.
  struct Name: Sendable {
    /// As it stands in the text.
    let words: String
    /// As the unit is given out.
    let surface: String
    let unit: UnitOfMeasure
    /// Whether it is written in Latin letters, which must not run on: 5G is no gram.
    let isLatin: Bool
    /// Whether it begins with 千, 百 or 兆.
    let hasPrefix: Bool
  }

  /// A unit that was found.
  struct Match {
    let name: Name
    let end: Int
  }

  init(_ units: [UnitOfMeasure]) {
    var names: [Name] = []
    // What is not ambiguous comes first: of equal names the first one stays.
    for isAmbiguous in [false, true] {
      for unit in units where unit.isAmbiguous == isAmbiguous {
        for surface in unit.surfaces { names.append(Self.name(surface, unit)) }
      }
    }
    // CM, Km and KM are written for cm and km; what the table has itself comes first.
    for unit in units {
      for surface in unit.surfaces where surface.utf8.count > 1 && surface.utf8.allSatisfy({ $0 < 0x80 }) {
        for variant in [surface.uppercased(), surface.lowercased(), Self.capitalized(surface)] {
          names.append(Self.name(variant, unit))
        }
      }
    }
    self.names = names
    lexicon = Lexicon(names.enumerated().map { (word: $1.words, payload: $0) })
  }

  private static func name(_ surface: String, _ unit: UnitOfMeasure) -> Name {
    let bytes = Array(surface.utf8)
    // 个百分点 is printed for 百分点: 个 belongs to the number.
    var shown = surface
    if surface.hasPrefix("个"), unit.surfaces.contains(String(surface.dropFirst())) { shown.removeFirst() }
    // 元整, 元钱 and 块钱 are 元 with a word behind.
    if shown == "％" || shown == "﹪" { shown = "%" }
    if unit.kind == .money, let first = shown.first, "元圆块".contains(first), !shown.contains("/") { shown = String(first) }
    if shown.hasPrefix("人民币") || shown.hasPrefix("人民幣") { shown = "元" }
    // 元每平方米 is given out as 元/平方米.
    if unit.kind == .derived, let index = shown.firstIndex(of: "每"), index != shown.startIndex {
      shown.replaceSubrange(index...index, with: "/")
    }
    let isLatin = bytes.last.map { ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A) } ?? false
    return Name(
      words: surface, surface: shown, unit: unit, isLatin: isLatin,
      hasPrefix: bytes.count > 3 && ["千", "百", "兆"].contains { surface.hasPrefix($0) })
  }

  private static func capitalized(_ surface: String) -> String {
    surface.prefix(1).uppercased() + surface.dropFirst().lowercased()
  }

  /// The unit that is called `surface`, standing nowhere.
  func named(_ surface: String) -> UnitReading? {
    var surface = surface
    let match = surface.withUTF8 { lexicon.longestMatch(in: $0, at: 0) }
    guard let match, match.count == surface.utf8.count else { return nil }
    return UnitReading(Match(name: names[match.payload], end: 0))
  }

  /// The unit with this id, standing nowhere.
  func unit(id: String) -> UnitReading? {
    names.first { $0.unit.id == id }.map { UnitReading(Match(name: $0, end: 0)) }
  }

  /// The measure word that is written so, where a unit of measure is too.
  func count(_ surface: String) -> UnitReading? {
    names.first { $0.unit.kind == .count && $0.words == surface }.map { UnitReading(Match(name: $0, end: 0)) }
  }

  /// The longest unit that is written at `offset`.
  func match(_ text: Prose, at offset: Int) -> Match? {
    guard let match = lexicon.longestMatch(in: text.bytes, at: offset) else { return nil }
    let name = names[match.payload]
    let end = offset + match.count
    if name.isLatin, text.isLatin(at: end) || text.glyph(at: end).arabicDigit != nil { return nil }
    return Match(name: name, end: end)
  }
}
