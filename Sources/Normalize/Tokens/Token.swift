internal import Records
internal import Vocabulary

/// A stretch of a sentence, covered by what it does.
struct Token {
  var kind: TokenKind
  /// Where it stands in the document's text.
  var span: ByteSpan
  /// For a quantity or a period: its index in the annotation; for a place: that of its name.
  var index: Int = 0
}

/// What a stretch of a sentence does.
enum TokenKind: Equatable {
  /// A number with its unit.
  case quantity
  /// A time.
  case period
  /// A name of the gazetteer, in full.
  case place
  /// What is left between the others.
  case noun
  /// A bound that is a piece of a noun's name: 50万元以上.
  case condition
  /// A word of the table of words.
  case word(WordClass)
  /// What numbers the measures of an enumeration: 一是.
  case item
  /// ，
  case comma
  /// ；
  case semicolon
  /// ：
  case colon
  /// 、
  case pause
  /// （ and （ with a number inside
  case open
  /// ）
  case close
  /// Brackets without a number, 《titles》, footnote marks: they are not read.
  case aside
}

extension TokenKind {
  /// Whether it can be part of the name of what is counted.
  var isNominal: Bool {
    switch self {
    case .noun, .condition, .word(.act), .word(.relational), .word(.member), .word(.institution),
      .word(.settlement), .word(.generic), .word(.district), .word(.rhetoric):
      true
    default: false
    }
  }

  /// Whether it joins the parts of a name.
  var isJoint: Bool { self == .word(.joint) || self == .word(.of) || self == .pause || self == .aside }

  /// Whether it says that something grew or fell.
  var isChange: Bool { self == .word(.up) || self == .word(.down) }

  /// Whether a clause ends at it.
  var endsClause: Bool {
    switch self {
    case .comma, .semicolon, .colon, .open, .close: true
    default: false
    }
  }
}
