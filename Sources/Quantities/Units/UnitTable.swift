import Records
import Vocabulary

/// The units of the vocabulary, found by what they are called.
final class UnitTable: Sendable {
  private let lexicon: Lexicon
  private let names: [UnitName]
  private let byId: [String: UnitName]
  private let byWords: [String: UnitName]
  private let counts: [String: UnitName]

  /// A unit that was found.
  struct Match {
    let name: UnitName
    let end: Int
  }

  init(_ units: [UnitOfMeasure]) {
    var names: [UnitName] = []
    // What is not ambiguous comes first: of equal names the first one stays.
    for isAmbiguous in [false, true] {
      for unit in units where unit.isAmbiguous == isAmbiguous {
        for surface in unit.surfaces { names.append(UnitName(surface, unit)) }
      }
    }
    // CM, Km and KM are written for cm and km; what the table has itself comes first.
    for unit in units {
      for surface in unit.surfaces where surface.utf8.count > 1 && surface.utf8.allSatisfy({ $0 < 0x80 }) {
        for variant in [surface.uppercased(), surface.lowercased(), Self.capitalized(surface)] {
          names.append(UnitName(variant, unit))
        }
      }
    }
    self.names = names
    lexicon = Lexicon(names.enumerated().map { (word: $1.words, payload: $0) })
    byId = Dictionary(names.map { ($0.id, $0) }) { first, _ in first }
    byWords = Dictionary(names.map { ($0.words, $0) }) { first, _ in first }
    counts = Dictionary(names.filter { $0.kind == .count }.map { ($0.words, $0) }) { first, _ in first }
  }

  private static func capitalized(_ surface: String) -> String {
    surface.prefix(1).uppercased() + surface.dropFirst().lowercased()
  }

  /// The unit that is called so.
  func named(_ words: String) -> UnitName? { byWords[words] }

  /// The unit with this id.
  func unit(id: String) -> UnitName? { byId[id] }

  /// The measure word that is written so, where a unit of measure is too.
  func count(_ words: String) -> UnitName? { counts[words] }

  /// The longest unit that is written at `offset`.
  func match(_ text: Prose, at offset: Int) -> Match? {
    guard let match = lexicon.longestMatch(in: text.bytes, at: offset) else { return nil }
    let name = names[match.payload]
    let end = offset + match.count
    if name.isLatin, text.isLatin(at: end) || text.glyph(at: end).arabicDigit != nil { return nil }
    return Match(name: name, end: end)
  }
}
