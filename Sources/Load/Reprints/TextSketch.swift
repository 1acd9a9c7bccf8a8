/// What is kept of a document's text to tell how like it is to others: the least hashes of its stretches of characters.
///
/// One-permutation MinHash (Li, Owen, Zhang: One Permutation Hashing, NIPS 2012): the space of hashes is cut into bins, each keeps its
/// least, and the share of bins that agree estimates the share of stretches that two texts have in common. White space
/// and punctuation are left out, since sites set them as they like. Numbers have a sketch of their own: reports
/// of two years may share every word and no figure.
public struct TextSketch: Sendable {
  static let wordBins = 64
  static let numberBins = 32
  /// How many characters a stretch has.
  private static let stretch = 8
  /// Texts with fewer are too short to be told apart by likeness.
  private static let leastCharacters = 80

  /// The least hash of each bin; `UInt32.max` where nothing fell into it. Empty where the text is too short.
  let words: [UInt32]
  let numbers: [UInt32]
  /// The sum of the hashes of all numbers: another one where a single number is another.
  let numberSum: UInt64

  /// Makes the sketch.
  ///
  /// - Complexity: O(n) in the text.
  public init(_ text: String) {
    var words = [UInt32](repeating: .max, count: Self.wordBins)
    var numbers = [UInt32](repeating: .max, count: Self.numberBins)
    var window = [UInt64](repeating: 0, count: Self.stretch)
    var (count, hash, number): (Int, UInt64, UInt64) = (0, 0, 0)
    var numberSum: UInt64 = 0
    for scalar in text.unicodeScalars {
      let isDigit = scalar == "." || (0x30...0x39).contains(scalar.value)
      if isDigit {
        number = (number ^ UInt64(scalar.value) &+ 0x9E37) &* Self.base
      } else if number != 0 {
        numberSum &+= Self.add(number, to: &numbers)
        number = 0
      }
      guard isDigit || Self.isLetter(scalar.value) else { continue }
      // A rolling hash: the character that leaves the stretch is taken out of it.
      let place = count % Self.stretch
      hash = hash &* Self.base &+ UInt64(scalar.value) &- window[place] &* Self.baseOfLeaving
      window[place] = UInt64(scalar.value)
      count += 1
      if count >= Self.stretch { Self.add(hash, to: &words) }
    }
    if number != 0 { numberSum &+= Self.add(number, to: &numbers) }
    self.numberSum = numberSum
    let isLong = count >= Self.leastCharacters
    self.words = isLong ? words : []
    self.numbers = isLong ? numbers : []
  }

  private static let base: UInt64 = 0x100_0000_01b3
  /// `base` to the power of `stretch`.
  private static let baseOfLeaving = (0..<stretch).reduce(UInt64(1)) { power, _ in power &* base }

  /// Whether a scalar counts: letters and characters do, white space, punctuation and symbols do not.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE10...0xFFEF: false
    default: true
    }
  }

  /// Adds a hash to its bin, and gives it as it is there.
  @discardableResult
  private static func add(_ hash: UInt64, to bins: inout [UInt32]) -> UInt64 {
    // The finalizer of SplitMix64: the bits of a rolling hash are poor.
    var mixed = hash
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    let bin = Int(truncatingIfNeeded: mixed >> 32) & (bins.count - 1)
    bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: mixed))
    return mixed
  }

  /// Whether the other text is this one printed again: four fifths of its stretches and of its numbers are the same.
  func isLike(_ other: TextSketch) -> Bool {
    !words.isEmpty && !other.words.isEmpty && Self.isLike(words, other.words)
      && Self.isLike(numbers, other.numbers)
  }

  private static func isLike(_ bins: [UInt32], _ others: [UInt32]) -> Bool {
    var (same, filled) = (0, 0)
    for (bin, other) in zip(bins, others) where bin != .max || other != .max {
      filled += 1
      if bin == other { same += 1 }
    }
    return same * 5 >= filled * 4
  }
}
