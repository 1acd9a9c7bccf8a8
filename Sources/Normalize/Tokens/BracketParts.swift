internal import Records
internal import Vocabulary

/// Parts in brackets leave off the unit that their whole says: 总人口31万人（男16万、女15万）.
enum BracketParts {
  /// Gives plain numbers behind a noun in brackets the unit of the number right before the brackets.
  static func join(_ tokens: [Token], _ quantities: inout [Quantity]) {
    var index = 1
    while index < tokens.count {
      defer { index += 1 }
      guard tokens[index].kind == .open, tokens[index - 1].kind == .quantity else { continue }
      let whole = quantities[tokens[index - 1].index]
      guard [.count, .area, .mass, .volume, .length, .money].contains(whole.kind), !whole.unit.isEmpty else {
        continue
      }
      var inner = index + 1
      while inner < tokens.count, tokens[inner].kind != .close, tokens[inner].kind != .open {
        if tokens[inner].kind == .quantity, tokens[inner - 1].kind.isNominal {
          let number = tokens[inner].index
          if quantities[number].unit.isEmpty, quantities[number].kind == .number {
            quantities[number].takeUnit(of: whole)
          }
        }
        inner += 1
      }
      index = inner
    }
  }

  /// Whether a bracket that opens here holds parts of the number before: all of its numbers are in that unit.
  static func isOfParts(_ tokens: [Token], at index: Int, _ quantities: [Quantity]) -> Bool {
    guard index > 0, tokens[index].kind == .open, tokens[index - 1].kind == .quantity else { return false }
    let unit = quantities[tokens[index - 1].index].unit
    var (count, inner) = (0, index + 1)
    while inner < tokens.count, tokens[inner].kind != .close {
      if tokens[inner].kind == .quantity {
        guard quantities[tokens[inner].index].unit.isSame(unit), tokens[inner - 1].kind.isNominal else {
          return false
        }
        count += 1
      }
      inner += 1
    }
    return count > 1 && !unit.isEmpty
  }
}
