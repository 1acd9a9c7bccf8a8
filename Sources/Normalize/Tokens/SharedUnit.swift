internal import Records
internal import Vocabulary

/// Numbers of a list whose unit is said once, behind the last: 分别增长1.0、4.7和2.6个百分点.
enum SharedUnit {
  /// Gives plain numbers that 、 or 和 joins to a number in percent or points its unit.
  static func join(_ tokens: [Token], _ quantities: inout [Quantity]) {
    var index = tokens.count - 1
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
      guard last.unit.is("百分点") || last.unit.is("%"), quantities[first].unit.isEmpty,
        quantities[first].kind == .number
      else { continue }
      quantities[first].takeUnit(of: last)
    }
  }
}
