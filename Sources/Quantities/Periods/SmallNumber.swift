/// A whole number as dates have it: up to four Arabic digits, or Chinese up to 九十九.
struct SmallNumber {
  var value: Int
  var end: Int
  var isArabic: Bool
  /// How many digits or numerals it has.
  var count: Int

  init?(_ text: Prose, at start: Int) {
    let glyph = text.glyph(at: start)
    var at = start
    if glyph.arabicDigit != nil {
      var (value, count) = (0, 0)
      while count < 5, let digit = text.glyph(at: at).arabicDigit {
        value = value * 10 + digit
        count += 1
        at = text.next(at)
      }
      guard count < 5 else { return nil }
      (self.value, end, isArabic, self.count) = (value, at, true, count)
      return
    }
    var (total, pending, count) = (0, -1, 0)
    while count < 4 {
      let glyph = text.glyph(at: at)
      if let digit = glyph.chineseDigit {
        guard pending < 0 else { return nil }
        pending = digit
      } else if glyph == .ten, total == 0 {
        total = (pending < 0 ? 1 : pending) * 10
        pending = -1
      } else if glyph == .twenty || glyph == .thirty, total == 0, pending < 0 {
        total = glyph == .twenty ? 20 : 30
      } else {
        break
      }
      count += 1
      at = text.next(at)
    }
    guard count > 0 else { return nil }
    if text.glyph(at: at).power != nil { return nil }
    (value, end, isArabic, self.count) = (total + max(pending, 0), at, false, count)
  }
}

extension SmallNumber {
  /// The number behind a mark of lists (、 和 与 及) at `offset`.
  init?(_ text: Prose, afterListMarkAt offset: Int) {
    guard text.isAny("、和与及", at: offset) else { return nil }
    self.init(text, at: text.next(offset))
  }
}
