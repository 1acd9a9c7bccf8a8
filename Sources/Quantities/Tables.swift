import Vocabulary

/// What an annotator knows, built once from the vocabulary.
final class Tables: Sendable {
  let glyphs: [UInt8]
  let marks: [UInt64]
  let units: UnitTable
  let names: NumeralNames

  init(_ vocabulary: Vocabulary) {
    glyphs = GlyphTable.make(units: vocabulary.units.lazy.flatMap(\.surfaces))
    marks = GlyphTable.marks(glyphs)
    units = UnitTable(vocabulary.units)
    names = NumeralNames(vocabulary, glyphs: glyphs)
  }
}
