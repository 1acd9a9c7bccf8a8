import Records
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    "0", "7", "-12.30", "16.1", "0.05", "1610000000", "99999999999999999999999999999999999999",
  ])
  func printsWhatItReads(_ text: String) throws {
    #expect(try ExactDecimal(parsing: text).description == text)
  }

  @Test func shiftsWithoutBinaryRounding() throws {
    // 16.1 × 10⁸ in a Double is 1610000000.0000002.
    #expect(try ExactDecimal(parsing: "16.1").shifted(by: 8).description == "1610000000")
  }

  @Test func keepsPrintedDigits() throws {
    let precise = try ExactDecimal(parsing: "1.10").shifted(by: 4)
    let plain = try ExactDecimal(parsing: "1.1").shifted(by: 4)
    #expect(precise == plain)
    #expect(precise.hashValue == plain.hashValue)
    #expect(precise.digitCount == 3)
    #expect(plain.digitCount == 2)
  }

  @Test(arguments: [
    ("", 0), ("-", 1), ("1.", 2), (".5", 0), ("1,000", 1), ("1e5", 1), ("１", 0), ("1.2.3", 3), ("--1", 1),
  ])
  func refusesWhatIsNoPlainDecimal(_ text: String, _ at: Int) {
    #expect(throws: ArithmeticFault.notANumber(at: at)) { try ExactDecimal(parsing: text) }
  }

  @Test func overflowIsAFaultNotATrap() throws {
    let nines = String(repeating: "9", count: 38)
    let largest = try ExactDecimal(parsing: nines)
    #expect(throws: ArithmeticFault.overflow) { try ExactDecimal(parsing: "1" + nines) }
    #expect(throws: ArithmeticFault.overflow) { try largest.adding(ExactDecimal(1)) }
    #expect(throws: ArithmeticFault.overflow) { try largest.multiplied(by: largest) }
    #expect(throws: ArithmeticFault.overflow) { try largest.shifted(by: 401) }
    #expect(throws: ArithmeticFault.overflow) { try largest.multiplied(by: Fraction(2000, 3)) }
    #expect(try ExactDecimal(parsing: "-" + nines) < largest)
  }

  @Test func addsAndSubtractsExactly() throws {
    let sum = try ExactDecimal(parsing: "0.1").adding(ExactDecimal(parsing: "0.2"))
    #expect(sum.description == "0.3")
    #expect(try sum.subtracting(ExactDecimal(parsing: "0.30")) == .zero)
  }

  @Test(arguments: [("1.10", "1.1"), ("-0", "0"), ("100", "1e2")])
  func comparesValues(_ left: String, _ right: String) throws {
    let other =
      right == "1e2" ? try ExactDecimal(significand: 1, exponent: 2) : try ExactDecimal(parsing: right)
    let value = try ExactDecimal(parsing: left)
    #expect(value == other)
    #expect(!(value < other) && !(other < value))
  }

  @Test func ordersAcrossExponents() throws {
    let order = ["-1000", "-999.9", "-0.5", "0", "0.0001", "0.1", "0.12", "1.1", "9", "10", "1000000000000"]
    let values = try order.map { try ExactDecimal(parsing: $0) }
    for i in values.indices {
      for j in values.indices {
        #expect((values[i] < values[j]) == (i < j), "\(order[i]) and \(order[j])")
      }
    }
  }
}

@Suite struct FractionTests {
  @Test func muBecomesSquareMetres() throws {
    let mu = try Fraction(2000, 3)
    let forest = try ExactDecimal(4200).multiplied(by: mu)
    #expect(forest.value.description == "2800000")
    #expect(forest.isExact)
    let one = try ExactDecimal(1).multiplied(by: mu)
    #expect(one.value.description == "666.666666667")
    #expect(!one.isExact)
  }

  @Test func finiteDecimalsStayExact() throws {
    let horsepower = try ExactDecimal(parsing: "3").multiplied(by: Fraction(588_399, 800))
    #expect(horsepower.value.description == "2206.49625")
    #expect(horsepower.isExact)
  }

  @Test func roundsHalfToEven() throws {
    // 1/3 of …5 has no half; 1/7 of 1 does end in …857 1…: the thirteenth digit decides.
    #expect(try ExactDecimal(1).multiplied(by: Fraction(1, 7)).value.description == "0.142857142857")
    #expect(try ExactDecimal(2).multiplied(by: Fraction(1, 3)).value.description == "0.666666666667")
    #expect(try ExactDecimal(-2).multiplied(by: Fraction(1, 3)).value.description == "-0.666666666667")
  }

  @Test func comesBackToWhatWasPrinted() throws {
    var state: UInt64 = 42
    let mu = try Fraction(2000, 3)
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let printed = try ExactDecimal(significand: Int128(state >> 20), exponent: -Int(state % 6))
      let there = try printed.multiplied(by: mu).value
      let back = try there.multiplied(by: mu.inverted()).value
      // The way there was rounded six digits behind the printed ones: the difference is far below the last of them.
      let difference = try back.subtracting(printed)
      let last = try ExactDecimal(significand: 1, exponent: printed.exponent - 3)
      #expect(difference < last && difference.negated < last, "\(printed) became \(back)")
    }
  }

  @Test func refusesZeroBelowTheLine() {
    #expect(throws: ArithmeticFault.divisionByZero) { try Fraction(1, 0) }
  }
}
