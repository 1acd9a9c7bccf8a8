internal import Records

/// The labels of observations that the vocabulary has no indicator for, counted over any number of lines.
///
/// Memory grows with the number of different labels and of the documents that have them. What comes out does not depend
/// on the order of the observations.
struct LabelTally {
  /// What is known of one label.
  struct Entry {
    let label: String
    var count = 0
    var documents: Set<String> = []
    /// How often a level has each unit; the empty one for bare numbers.
    var units: [String: Int] = [:]
    /// How often each measure.
    var measures: [Measure: Int] = [:]
    /// Up to three sentences, the shortest.
    var examples: [Example] = []
  }

  /// A sentence that has the label.
  struct Example: Hashable {
    let documentID: String
    let surface: String
    let sentence: String

    /// Shorter sentences first; those of one length by their bytes.
    static func precedes(_ left: Example, _ right: Example) -> Bool {
      let (one, other) = (Array(left.sentence.utf8), Array(right.sentence.utf8))
      if one.count != other.count { return one.count < other.count }
      return (left.sentence, left.surface, left.documentID) < (
        right.sentence, right.surface, right.documentID
      )
    }
  }

  private static let exampleLimit = 3
  private var entries: [String: Entry] = [:]

  /// Counts an observation without an indicator of the vocabulary.
  mutating func add(_ observation: Observation) {
    guard observation.indicatorID == nil else { return }
    let label = observation.indicator
    entries[label, default: Entry(label: label)].add(
      observation,
      Example(
        documentID: observation.documentID, surface: observation.surface, sentence: observation.sentence),
      limit: Self.exampleLimit)
  }

  /// The labels that stand at least `least` times, the commonest first, at most `limit` of them.
  func commonest(_ limit: Int, atLeast least: Int) -> [Entry] {
    let sorted = entries.values.filter { $0.count >= least }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.label < $1.label
    }
    return Array(sorted.prefix(limit))
  }
}

extension LabelTally.Entry {
  fileprivate mutating func add(_ observation: Observation, _ example: LabelTally.Example, limit: Int) {
    count += 1
    documents.insert(observation.documentID)
    measures[observation.measure, default: 0] += 1
    if observation.measure == .level { units[observation.quantity.unit, default: 0] += 1 }
    // One example for each sentence: the same statement is often made twice.
    guard !example.sentence.isEmpty else { return }
    if let same = examples.firstIndex(where: { $0.sentence == example.sentence }) {
      if LabelTally.Example.precedes(example, examples[same]) { examples[same] = example }
    } else {
      examples.append(example)
    }
    examples.sort(by: LabelTally.Example.precedes)
    if examples.count > limit { examples.removeLast() }
  }

  /// The units of its levels, the commonest first.
  var commonestUnits: [String] {
    units.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
  }
}
