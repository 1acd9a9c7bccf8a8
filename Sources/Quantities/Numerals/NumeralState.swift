import Records

/// Everything that is known while the numeral is read.
struct NumeralState {
  let start: Int
  var end: Int
  var value = PositionalValue()
  var style: Numeral.Style = .chinese
  var isBare = false
  var multipliers = Multipliers()
  var surplus: Int?
  /// Whether 来 stands where 余 would: about the number, not more.
  var isAbout = false
  var hasFraction = false
  var glyphs = 0
  var isTooLong = false
  var isZero = false
  /// Whether it begins with 几 or 数: 几十 may be ten, 十几 is more.
  var opensWithFew = false
  /// How many spaces were passed: text set with a space between all characters is read too.
  var spaces = 0

  init(start: Int) {
    self.start = start
    end = start
  }

  var isEmpty: Bool { glyphs == 0 }

  func numeral(_ text: Prose) -> Numeral? {
    guard glyphs > 0 else { return nil }
    if isTooLong {
      var numeral = Numeral(start: start, end: end, value: .zero)
      numeral.isTooLong = true
      return numeral
    }
    var value = value
    guard let (low, high) = isZero ? (.zero, nil) : value.finish() else { return nil }
    var numeral = Numeral(start: start, end: end, value: low, high: high)
    numeral.sharedPower = multipliers.shared
    numeral.isHighOpen = high != nil && value.isOpen
    numeral.isLowOpen = numeral.isHighOpen && !opensWithFew
    numeral.surplus = isAbout ? nil : surplus
    numeral.isAbout = isAbout
    numeral.reading = value.reading
    numeral.style = isBare ? .bare : style
    numeral.glyphs = glyphs
    return numeral
  }
}

/// The multipliers behind the last digits: what the other end of a range may share.
struct Multipliers {
  private var digits = 0
  private var trailing = 0
  private var trailingLarge = 0
  private var hasInner = false

  mutating func takeDigits() {
    digits += 1
    if trailingLarge > 0 { hasInner = true }
    (trailing, trailingLarge) = (0, 0)
  }

  mutating func take(_ power: Int) {
    trailing += power
    if power >= 4 { trailingLarge += power } else if trailingLarge > 0 { hasInner = true }
  }

  /// All of them behind a single digit or literal (五百, 9百亿), 万 and 亿 alone behind more (一百五十万).
  var shared: Int { hasInner ? 0 : digits == 1 ? trailing : trailingLarge }
}
