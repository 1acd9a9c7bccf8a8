import Vocabulary

/// What an annotator knows, built once from the vocabulary.
final class Tables: Sendable {
  let glyphs: [UInt8]
  let units: UnitTable
  let names: NumeralNames

  init(_ vocabulary: Vocabulary) {
    glyphs = GlyphTable.make(units: vocabulary.units.lazy.flatMap(\.surfaces))
    units = UnitTable(vocabulary.units)
    names = NumeralNames(vocabulary, glyphs: glyphs)
  }
}
