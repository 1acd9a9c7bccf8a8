public import Records

/// Every table that the stages read: what things are called.
///
/// How names combine is code, in the stages.
public struct Vocabulary: Sendable {
  /// Units of measure and measure words.
  public let units: [UnitOfMeasure]
  /// Indicators.
  public let indicators: [Indicator]
  /// Set phrases that are no plain quantities.
  public let phrases: [Phrase]
  /// The words that carry statements.
  public let words: [Word]
  /// What the names of figures end with.
  public let endings: [Ending]
  /// By what wholes are broken down, by the name of the part: 男 to `sex`.
  public let breakdowns: [String: String]
  /// Censuses and surveys with their days.
  public let surveys: [Survey]
  /// Places with their look-ups.
  public let gazetteer: Gazetteer
  /// What the furniture of web pages is called.
  public let pageWords: PageWords
  /// The tables that it was read from, the built-in ones first.
  public let tables: [VocabularyTable]

  /// Finds the surfaces of units; a match's payload counts in `unitWordUnits`.
  public let unitWords: Lexicon
  /// For each word of `unitWords` the indices in `units` of the units that are written so.
  ///
  /// Those that are not ambiguous come first; 分 has several that are.
  public let unitWordUnits: [[Int]]
  /// Finds the forms of indicators; a match's payload counts in `indicatorForms`.
  public let indicatorWords: Lexicon
  /// The forms that `indicatorWords` finds.
  public let indicatorForms: [IndicatorForm]
  /// Finds set phrases; a match's payload counts in `phrases`.
  public let phraseWords: Lexicon

  private let unitById: [String: Int]
  private let indicatorById: [String: Int]

  /// Every place of every year.
  public var places: [Place] { gazetteer.places }

  /// The tables with their fingerprints, so that the record of a run can say what state they were in.
  ///
  /// - Complexity: O(n) in the bytes of the tables.
  public var fingerprints: [(name: String, fingerprint: String)] {
    tables.map { ($0.file, $0.fingerprint) }
  }

  /// The unit with this id.
  public func unit(id: String) -> UnitOfMeasure? { unitById[id].map { units[$0] } }

  /// The units that are written so, without 万 and 亿; those that are not ambiguous first.
  public func units(written surface: String) -> [UnitOfMeasure] {
    unitIndices(written: surface).map { units[$0] }
  }

  /// Where the units that are written so stand in `units`; those that are not ambiguous first.
  public func unitIndices(written surface: String) -> [Int] {
    unitWords.payload(of: surface).map { unitWordUnits[$0] } ?? []
  }

  /// The indicator with this id.
  public func indicator(id: String) -> Indicator? { indicatorById[id].map { indicators[$0] } }

  /// The form that these words, as a whole, are.
  public func indicatorForm(_ words: String) -> IndicatorForm? {
    indicatorWords.payload(of: words).map { indicatorForms[$0] }
  }

  /// Reads tables, of which a later one adds to an earlier one of its content; see `adding(_:)`.
  ///
  /// - Throws: a `Fault` naming file, line and column.
  public init(_ tables: [VocabularyTable]) throws(Fault) {
    var rows = VocabularyRows()
    for table in tables { try rows.add(table) }
    try rows.check()
    self.tables = tables
    (units, indicators, phrases) = (rows.units, rows.indicators, rows.phrases)
    (words, endings, surveys) = (rows.words, rows.endings, rows.surveys)
    breakdowns = Dictionary(uniqueKeysWithValues: rows.breakdowns.map { ($0.part, $0.dimension) })
    gazetteer = Gazetteer(rows.places)
    pageWords = PageWords(
      containers: rows.containers, labels: rows.labels, boilerplate: rows.boilerplate)

    unitById = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.id, $0) })
    let surfaces = Self.surfaces(of: units)
    unitWordUnits = surfaces.map(\.units)
    unitWords = Lexicon(surfaces.enumerated().lazy.map { (word: $1.word, payload: $0) })

    indicatorById = Dictionary(uniqueKeysWithValues: indicators.enumerated().map { ($1.id, $0) })
    indicatorForms = Self.forms(of: indicators)
    indicatorWords = Lexicon(indicatorForms.enumerated().lazy.map { (word: $1.words, payload: $0) })
    phraseWords = Lexicon(phrases.enumerated().lazy.map { (word: $1.words, payload: $0) })
  }

  /// The same vocabulary with a user's own tables on top.
  ///
  /// A row with a new id is a new unit, indicator or phrase. A row whose id is known takes the place of
  /// the known one, but the known surfaces, variants and weak forms stay beside its own. A phrase that
  /// is known gets the new class and action; a place row joins the places, and one with a known code
  /// and first year takes its place.
  ///
  /// - Throws: a `Fault` naming file, line and column.
  public func adding(_ tables: [VocabularyTable]) throws(Fault) -> Vocabulary {
    try Vocabulary(self.tables + tables)
  }

  private static func surfaces(of units: [UnitOfMeasure]) -> [(word: String, units: [Int])] {
    var found: [String: [Int]] = [:]
    for (index, unit) in units.enumerated() {
      for surface in unit.surfaces { found[surface, default: []].append(index) }
    }
    return found.keys.sorted().map { word in
      let indices = found[word] ?? []
      let clear = indices.filter { !units[$0].isAmbiguous }
      return (word, clear + indices.filter { units[$0].isAmbiguous })
    }
  }

  private static func forms(of indicators: [Indicator]) -> [IndicatorForm] {
    var found: [String: IndicatorForm] = [:]
    for (index, indicator) in indicators.enumerated() {
      for words in indicator.forms {
        let isWeak = indicator.isWeak(words)
        var form = found[words] ?? IndicatorForm(words: words, indicators: [], isWeak: isWeak)
        if !form.indicators.contains(index) { form.indicators.append(index) }
        form.isWeak = form.isWeak || isWeak || form.indicators.count > 1
        found[words] = form
      }
    }
    return found.values.sorted { $0.words < $1.words }
  }
}
