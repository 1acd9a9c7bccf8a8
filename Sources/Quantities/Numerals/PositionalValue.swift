import Records

/// The value of a numeral as it grows: 二十 三 万 五 千 are taken one by one.
///
/// 万 multiplies what stands before it below 万, 亿 what stands before it below 亿 (so 4569万8311亿 is
/// read), 兆 likewise. A part that may not follow is refused, and the numeral ends before it.
struct PositionalValue {
  /// The parts that are closed by 兆, 亿 and 万.
  private var trillions: ExactDecimal?
  private var hundredMillions: ExactDecimal?
  private var myriads: ExactDecimal?
  /// What stands below the last of these, closed by 千 百 十.
  private var section: ExactDecimal?
  private var sectionPower = 9
  /// The digits that no multiplier has taken yet; two values in 三四百.
  private(set) var pending: ExactDecimal?
  private(set) var pendingHigh: ExactDecimal?
  private var pendingIsOpen = false
  /// Whether the pending part is one digit, which the colloquial reading may scale: 三万五.
  private var pendingIsSingle = false
  /// The power of the last multiplier, and of the last one of 万 and above.
  private(set) var lastPower: Int?
  private var closedPower = 99
  private var hasGap = false
  /// Whether a range was taken: 十七八万.
  private(set) var isRange = false
  private(set) var isOpen = false
  private var rangeSum: ExactDecimal?
  private(set) var reading: Reading

  init(reading: Reading = .strict) {
    self.reading = reading
  }

  var isEmpty: Bool { lastPower == nil && pending == nil && !hasGap }

  /// Whether a digit or a literal may follow.
  var takesDigits: Bool { pending == nil }

  /// Takes a single digit.
  mutating func take(digit: Int) {
    pending = ExactDecimal(digit)
    pendingIsSingle = true
  }

  /// Takes two digits that span a range: 三四 in 三四百; `isOpen` for 几.
  mutating func take(_ low: Int, to high: Int, isOpen: Bool) {
    pending = ExactDecimal(low)
    pendingHigh = ExactDecimal(high)
    pendingIsOpen = isOpen
    pendingIsSingle = true
  }

  /// Takes a number of several digits: 4000 in 3万4000. False where it does not fit below what stands
  /// before it.
  mutating func take(literal: ExactDecimal, digits: Int, isWhole: Bool) -> Bool {
    if let lastPower {
      guard isWhole, digits <= lastPower else { return false }
      reading = max(reading, .normal)
    }
    pending = literal
    pendingIsSingle = digits == 1 && isWhole
    return true
  }

  /// Takes the fraction of `pending`, as digits behind 点.
  mutating func take(fraction: ExactDecimal) -> Bool {
    guard let whole = pending, let sum = try? whole.adding(fraction) else { return false }
    pending = sum
    pendingIsSingle = false
    return true
  }

  /// Notes that the numeral is not as the rules of writing have it.
  mutating func relax() { reading = max(reading, .normal) }

  /// Takes 零.
  mutating func takeGap() -> Bool {
    guard lastPower != nil, pending == nil, !hasGap else { return false }
    hasGap = true
    return true
  }

  /// Takes 十, 百 or 千.
  mutating func take(small power: Int) -> Bool {
    guard power < sectionPower, power < closedPower else { return false }
    if pending == nil {
      guard power == 1 || hasGap || isEmpty else { return false }
      if section != nil || (hasGap && power != 1) { reading = max(reading, .normal) }
    }
    guard close(power, of: pending ?? ExactDecimal(1)) else { return false }
    sectionPower = power
    lastPower = power
    hasGap = false
    return true
  }

  /// Takes 万, 亿 or 兆.
  mutating func take(large power: Int) -> Bool {
    switch power {
    case 4:
      if myriads != nil {
        // 万万 is 亿.
        guard section == nil, pending == nil, hundredMillions == nil, lastPower == 4 else { return false }
        guard let scaled = try? myriads?.shifted(by: 4) else { return false }
        hundredMillions = scaled
        myriads = nil
        lastPower = 8
        closedPower = 8
        return true
      }
      guard closedPower > 4, let below = sum(section, pending) ?? lone else { return false }
      guard let scaled = try? below.shifted(by: 4) else { return false }
      myriads = scaled
    case 8:
      guard hundredMillions == nil, let below = sum(sum(myriads, section), pending) ?? lone,
        let scaled = try? below.shifted(by: 8)
      else { return false }
      hundredMillions = scaled
      myriads = nil
    default:
      guard trillions == nil,
        let below = sum(sum(sum(hundredMillions, myriads), section), pending),
        let scaled = try? below.shifted(by: 12)
      else { return false }
      trillions = scaled
      hundredMillions = nil
      myriads = nil
    }
    scaleRange(by: power)
    section = nil
    sectionPower = 9
    closedPower = power
    pending = nil
    lastPower = power
    hasGap = false
    return true
  }

  /// One, for 万 and 亿 that nothing stands before.
  private var lone: ExactDecimal? { isEmpty ? ExactDecimal(1) : nil }

  /// Ends the numeral: the value, and the upper one of a range.
  mutating func finish() -> (value: ExactDecimal, high: ExactDecimal?)? {
    if let digits = pending {
      var power = 0
      if pendingIsSingle, let lastPower, lastPower >= 2, !hasGap {
        // 三万五 is 35000, 二百五 is 250.
        power = lastPower - 1
        reading = .colloquial
      }
      guard close(power, of: digits) else { return nil }
    }
    guard let total = sum(sum(trillions, hundredMillions), sum(myriads, section)) else { return nil }
    guard isRange, let width = rangeSum, let high = try? total.adding(width) else { return (total, nil) }
    return (total, high)
  }

  /// Moves the pending digits, times 10^`power`, into the section.
  private mutating func close(_ power: Int, of digits: ExactDecimal) -> Bool {
    guard let scaled = try? digits.shifted(by: power), let total = sum(section, scaled) else { return false }
    if let high = pendingHigh {
      guard let width = try? high.subtracting(digits), let scaledWidth = try? width.shifted(by: power) else {
        return false
      }
      rangeSum = scaledWidth
      isRange = true
      isOpen = pendingIsOpen
    }
    section = total
    pending = nil
    pendingHigh = nil
    return true
  }

  private mutating func scaleRange(by power: Int) {
    if let high = pendingHigh, let digits = pending {
      rangeSum = try? high.subtracting(digits)
      isRange = true
      isOpen = pendingIsOpen
      pendingHigh = nil
    }
    rangeSum = try? rangeSum?.shifted(by: power)
  }

  private func sum(_ a: ExactDecimal?, _ b: ExactDecimal?) -> ExactDecimal? {
    guard let a else { return b }
    guard let b else { return a }
    return try? a.adding(b)
  }
}

/// The freer of two readings.
func max(_ a: Reading, _ b: Reading) -> Reading {
  a == .colloquial || b == .colloquial ? .colloquial : a == .normal || b == .normal ? .normal : .strict
}
