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

  /// Makes the sketch.
  ///
  /// - Complexity: O(n) in the text.
  public init(_ text: String) {
    var words = [UInt32](repeating: .max, count: Self.wordBins)
    var numbers = [UInt32](repeating: .max, count: Self.numberBins)
    var window = [UInt64](repeating: 0, count: Self.stretch)
    var (count, number): (Int, UInt64) = (0, 0)
    for scalar in text.unicodeScalars {
      let isDigit = scalar.value < 0x80 && (scalar == "." || (0x30...0x39).contains(scalar.value))
      if isDigit {
        number = (number ^ UInt64(scalar.value) &+ 0x9E37) &* 0x100_0000_01b3
      } else if number != 0 {
        Self.add(number, to: &numbers)
        number = 0
      }
      guard isDigit || scalar.properties.isAlphabetic || scalar.properties.isIdeographic else { continue }
      window[count % Self.stretch] = UInt64(scalar.value)
      count += 1
      guard count >= Self.stretch else { continue }
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for offset in 0..<Self.stretch {
        hash = (hash ^ window[(count + offset) % Self.stretch]) &* 0x100_0000_01b3
      }
      Self.add(hash, to: &words)
    }
    if number != 0 { Self.add(number, to: &numbers) }
    let isLong = count >= Self.leastCharacters
    self.words = isLong ? words : []
    self.numbers = isLong ? numbers : []
  }

  private static func add(_ hash: UInt64, to bins: inout [UInt32]) {
    // The finalizer of SplitMix64: FNV's high bits are poor.
    var mixed = hash
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    let bin = Int(truncatingIfNeeded: mixed >> 32) & (bins.count - 1)
    bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: mixed))
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
