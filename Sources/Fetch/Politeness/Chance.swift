/// Numbers by chance that are the same for the same seed and name (SplitMix64).
struct Chance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins at the seed, for each name at another place.
  init(seed: UInt64, name: String) {
    // FNV-1a, 64 bits.
    state = name.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
