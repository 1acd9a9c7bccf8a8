/// The rules that make quantities: each has a file of its name, which says what it reads, yields and
/// refuses.
enum Rule: UInt8, CaseIterable {
  case none
  case numeralReader, arabicLiteral, digitString, sign
  case unitReader, ambiguousUnit, compoundUnit, perUnit, halfUnit, fractionUnit, mixedUnits, overUnit,
    hundredMillions
  case boundBefore, boundAfter, rangeOf
  case fractions, discount, moneyParts, currencyMark, magnitude, ratio, ordinal, ordinalList

  /// The name of the file: what provenance shows.
  var name: String { Self.names[Int(rawValue)] }

  private static let names: [String] = allCases.map { rule in
    let name = String(describing: rule)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

/// The rules that a quantity went through, in order: eight at most, in one word.
struct RuleTrail {
  private var packed: UInt64 = 0
  private var count: UInt64 = 0

  /// Begins with one rule.
  init(_ rule: Rule) { add(rule) }

  /// Notes that `rule` had a part; a ninth one is left out, a repeated one is noted once.
  mutating func add(_ rule: Rule) {
    guard count < 8, last != rule else { return }
    packed |= UInt64(rule.rawValue) << (count * 8)
    count += 1
  }

  private var last: Rule? { count == 0 ? nil : Rule(rawValue: UInt8(packed >> ((count - 1) * 8) & 0xFF)) }

  /// The names in order: for a number and its unit, most of all trails, without an allocation.
  var names: [String] {
    if count == 2 { return Self.pairs[Int(packed & 0xFF) * Rule.allCases.count + Int(packed >> 8)] }
    return (0..<count).compactMap { Rule(rawValue: UInt8(packed >> ($0 * 8) & 0xFF))?.name }
  }

  /// The names of every two rules.
  private static let pairs = Rule.allCases.flatMap { first in Rule.allCases.map { [first.name, $0.name] } }
}
