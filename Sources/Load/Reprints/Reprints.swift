public import Records

/// Which documents print others again.
///
/// Documents that are like each other are one family, and its first by tier, date and id is the original of the others. A
/// document is compared with the first of those that share a part of its sketch, never with all: the work grows with
/// the documents, not with their pairs.
///
/// A later document of the same tier in which a number is another revises the first and is no reprint, however like it is.
public struct Reprints: Sendable {
  private var originals: [String: String] = [:]
  private var reprinted: Set<String> = []

  /// Knows of no reprints.
  public init() {}

  /// Finds the reprints among documents, which may come in any order.
  ///
  /// - Complexity: O(n log n) in the documents.
  public init(among documents: [SketchedDocument]) {
    let documents = documents.filter { !$0.sketch.words.isEmpty }.sorted { $0.precedes($1) }
    var families = Array(documents.indices)
    for band in 0..<(TextSketch.wordBins / Self.bandWidth) {
      var first: [UInt64: Int] = [:]
      for index in documents.indices {
        let other = first[Self.hash(documents[index].sketch, band), default: index]
        if other == index {
          first[Self.hash(documents[index].sketch, band)] = index
        } else if Self.root(index, &families) != Self.root(other, &families),
          documents[index].sketch.isLike(documents[other].sketch), !documents[index].revises(documents[other])
        {
          let roots = [Self.root(index, &families), Self.root(other, &families)].sorted()
          if !documents[roots[1]].revises(documents[roots[0]]) { families[roots[1]] = roots[0] }
        }
      }
    }
    for index in documents.indices {
      let root = Self.root(index, &families)
      if root != index { originals[documents[index].id] = documents[root].id }
    }
    reprinted = Set(originals.values)
  }

  /// How many there are.
  public var count: Int { originals.count }

  /// The document that this one prints again; nothing where it is an original.
  public func original(of id: String) -> String? { originals.isEmpty ? nil : originals[id] }

  /// Whether another document prints this one again.
  func isReprinted(_ id: String) -> Bool { !reprinted.isEmpty && reprinted.contains(id) }

  /// Two texts that share four fifths of their stretches agree in a band of four bins with 0.41, and in one of sixteen bands
  /// nearly always.
  private static let bandWidth = 4

  private static func hash(_ sketch: TextSketch, _ band: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for bin in sketch.words[(band * bandWidth)..<((band + 1) * bandWidth)] {
      hash = (hash ^ UInt64(bin)) &* 0x100_0000_01b3
    }
    return hash
  }

  private static func root(_ index: Int, _ families: inout [Int]) -> Int {
    var root = index
    while families[root] != root {
      families[root] = families[families[root]]
      root = families[root]
    }
    return root
  }
}

/// What is kept of a document to find out whether it prints another again.
public struct SketchedDocument: Sendable {
  let id: String
  let tier: Tier?
  let published: Day?
  let sketch: TextSketch

  /// Makes the sketch of a document.
  public init(_ document: Document) {
    (id, tier, published) = (document.id, document.tier, document.published)
    sketch = TextSketch(document.text)
  }

  /// Whether it comes later from the same tier and a number is another in it.
  func revises(_ other: SketchedDocument) -> Bool {
    guard let tier, tier == other.tier, let published, let before = other.published else { return false }
    return before < published && sketch.numberSum != other.sketch.numberSum
  }

  /// Whether it is the original where both have the same text: by tier, then date, then id.
  func precedes(_ other: SketchedDocument) -> Bool {
    let last = Tier.allCases.count
    let tiers = (
      tier.flatMap(Tier.allCases.firstIndex) ?? last, other.tier.flatMap(Tier.allCases.firstIndex) ?? last
    )
    if tiers.0 != tiers.1 { return tiers.0 < tiers.1 }
    if published != other.published {
      guard let published else { return false }
      return other.published.map { published < $0 } ?? true
    }
    return id < other.id
  }
}
