import Records

/// A quantity while it is read.
struct Draft {
  /// The numeral, unit and marks taken so far, in bytes.
  var start: Int
  var end: Int
  var numeral: ByteSpan
  var value: ExactDecimal
  /// The upper value of 三四百 and of ranges.
  var high: ExactDecimal?
  var isLowOpen = false
  var isHighOpen = false
  /// The power of ten of the step of 余 and 多.
  var surplus: Int?
  var mark: Mark?
  var unit: UnitReading?
  var kind: QuantityKind = .number
  var reading: Reading
  var style: Numeral.Style
  var glyphs: Int
  var sharedPower: Int
  /// The value before the multipliers at its end: 3 for 3万.
  var coefficient: ExactDecimal { (try? value.shifted(by: -sharedPower)) ?? value }
  /// Whether 万 or 亿 stands in the numeral, or any multiplier behind its last digits.
  var hasMultipliers: Bool { sharedPower > 0 || (style == .chinese && !(0..<10_000).contains(value.small)) }
  var rules: RuleTrail
  /// What a rule has decided about the number without a unit: 三分之二, 1/2.
  var isComplete = false

  init(_ numeral: Numeral) {
    start = numeral.start
    end = numeral.end
    self.numeral = ByteSpan(numeral.start, numeral.end)
    value = numeral.value
    high = numeral.high
    isLowOpen = numeral.isLowOpen
    isHighOpen = numeral.isHighOpen
    surplus = numeral.surplus
    if numeral.isAbout { mark = .approximate }
    reading = numeral.reading
    style = numeral.style
    glyphs = numeral.glyphs
    sharedPower = numeral.sharedPower
    rules = RuleTrail(
      numeral.style == .arabic ? .arabicLiteral : numeral.style == .digits ? .digitString : .numeralReader)
  }

  /// Takes a unit that stands nowhere or elsewhere: the quantity's end stays.
  mutating func set(_ name: UnitName) {
    unit = UnitReading(name: name, end: end, rule: .none)
    kind = name.kind
  }

  /// Takes the unit behind the number.
  mutating func take(_ unit: UnitReading) {
    self.unit = unit
    kind = unit.name.kind
    end = unit.end
    rules.add(unit.rule)
  }

  mutating func negate() {
    value = value.negated
    surplus = nil
    if let upper = high {
      high = value
      value = upper.negated
    }
  }

  /// The quantity that it came to.
  func quantity() -> Quantity {
    var quantity = Quantity(span: ByteSpan(start, end), numeral: numeral, kind: kind, value: value)
    quantity.reading = reading
    quantity.rules = rules.names
    quantity.unit = unit?.name.surface ?? ""
    if let high {
      quantity.value = nil
      quantity.relation = .range
      quantity.low = Bound(value, isClosed: !isLowOpen)
      quantity.high = Bound(high, isClosed: !isHighOpen)
      convert(&quantity)
      return quantity
    }
    if let surplus {
      quantity.relation = .greater
      quantity.low = Bound(value, isClosed: false)
      if let step = try? ExactDecimal(significand: 1, exponent: surplus), let limit = try? value.adding(step)
      {
        quantity.high = Bound(limit, isClosed: false)
      }
    }
    if let mark, surplus == nil || mark != .approximate {
      quantity.relation = mark.relation
      switch mark {
      case .approximate: break
      case .greater: (quantity.low, quantity.high) = (Bound(value, isClosed: false), nil)
      case .greaterOrEqual: (quantity.low, quantity.high) = (Bound(value, isClosed: true), nil)
      case .less: (quantity.low, quantity.high) = (nil, Bound(value, isClosed: false))
      case .lessOrEqual: (quantity.low, quantity.high) = (nil, Bound(value, isClosed: true))
      }
    }
    convert(&quantity)
    return quantity
  }

  private func convert(_ quantity: inout Quantity) {
    guard let name = unit?.name, let factor = name.factor else { return }
    quantity.standardUnit = name.standardUnit
    guard let value = quantity.value else { return }
    if let power = name.factorPower {
      quantity.standardValue = try? value.shifted(by: power)
    } else if let scaled = try? value.multiplied(by: factor) {
      quantity.standardValue = scaled.value
      quantity.isExact = scaled.isExact
    }
  }
}
