internal import Records
internal import Vocabulary

/// Numbers of a list whose unit is said once, behind the last: 分别增长1.0、4.7和2.6个百分点, 分别实现零售额12.5、8.1、6.3亿元.
enum SharedUnit {
  /// Gives plain numbers that 、 or 和 joins to a number in percent or points its unit; those behind 分别 any unit, with 万 or 亿.
  static func join(_ tokens: [Token], _ quantities: inout [Quantity], _ text: Bytes) {
    var index = tokens.count - 1
    // The power of ten that the number at `dealt` was given from the one behind it.
    var (dealt, power) = (-1, 0)
    while index >= 2 {
      defer { index -= 1 }
      guard tokens[index].kind == .quantity else { continue }
      // 分别回落0.6、提高1.5个百分点: a word of change may stand between.
      var joint = index - 1
      while joint > 1, tokens[joint].kind.isChange { joint -= 1 }
      guard joint >= 1, tokens[joint].kind == .pause || tokens[joint].kind == .word(.joint),
        tokens[joint - 1].kind == .quantity,
        // 价格指数102.3、上涨2.3%: the first is no change.
        joint == index - 1 || (joint > 1 && tokens[joint - 2].kind.isChange)
      else { continue }
      let last = quantities[tokens[index].index]
      let first = tokens[joint - 1].index
      guard quantities[first].unit.isEmpty, quantities[first].kind == .number else { continue }
      if last.unit.is("百分点") || last.unit.is("%") {
        quantities[first].takeUnit(of: last)
      } else if !last.unit.isEmpty, last.value != nil, dealt == index || isDealt(tokens, joint - 1),
        let value = quantities[first].value, self.power(quantities[first], text) == 0
      {
        quantities[first].takeUnit(of: last)
        if dealt != index { power = self.power(last, text) }
        dealt = joint - 1
        quantities[first].value = (try? value.shifted(by: power)) ?? value
      }
    }
  }

  /// Whether 分别 stands before the number in its clause.
  private static func isDealt(_ tokens: [Token], _ index: Int) -> Bool {
    var before = index
    while before > 0, !tokens[before - 1].kind.endsClause {
      before -= 1
      if tokens[before].kind == .word(.respectively) { return true }
    }
    return false
  }

  /// The power of ten of the 万 or 亿 that the number is printed with.
  private static func power(_ quantity: Quantity, _ text: Bytes) -> Int {
    text.has("亿", endingAt: quantity.numeral.end) ? 8 : text.has("万", endingAt: quantity.numeral.end) ? 4 : 0
  }
}
