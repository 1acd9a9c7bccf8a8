internal import Records

/// Observations with what tells at little cost which of them a check is about: most are none of its business, and
/// an observation is large to look at.
struct WeighedObservations {
  /// What an observation is.
  struct Traits: OptionSet {
    let rawValue: UInt8

    static let level = Traits(rawValue: 1)
    static let share = Traits(rawValue: 2)
    /// It has a breakdown.
    static let part = Traits(rawValue: 4)
    /// The vocabulary has its indicator.
    static let identified = Traits(rawValue: 8)
    static let dated = Traits(rawValue: 16)
    /// Its number is exact.
    static let exact = Traits(rawValue: 32)
    /// It is an exact number of a whole region that came about: only such can be reckoned with.
    static let plain = Traits(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    @inline(__always)
    fileprivate init(_ observation: borrowing Observation) {
      self = []
      if observation.measure == .level { insert(.level) }
      if observation.measure == .share { insert(.share) }
      if !observation.breakdown.isEmpty { insert(.part) }
      if observation.indicatorID != nil { insert(.identified) }
      if observation.period != nil { insert(.dated) }
      guard observation.quantity.relation == .equal else { return }
      insert(.exact)
      if observation.quantity.value != nil, observation.status == .actual, observation.place == nil,
        !contains(.part)
      {
        insert(.plain)
      }
    }
  }

  /// The observations in the order of the text.
  let all: [Observation]
  private let traits: [Traits]

  init(_ observations: [Observation]) {
    all = observations
    traits = observations.indices.map { Traits(observations[$0]) }
  }

  /// Where those stand that are all of `wanted` and none of `unwanted`.
  func indices(_ wanted: Traits, without unwanted: Traits = []) -> [Int] {
    traits.indices.filter { traits[$0].isSuperset(of: wanted) && traits[$0].isDisjoint(with: unwanted) }
  }

  /// Whether the vocabulary has the indicator of the one at `index`.
  func isIdentified(_ index: Int) -> Bool { traits[index].contains(.identified) }

  /// Whether one of them is all of `wanted`.
  func has(_ wanted: Traits) -> Bool { traits.contains { $0.isSuperset(of: wanted) } }
}
