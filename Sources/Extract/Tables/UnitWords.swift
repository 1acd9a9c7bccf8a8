/// Tells the names of units from other words: 万元, 亿元, 元/人, %.
struct UnitWords: Sendable {
  private let surfaces: Set<String>

  /// - Parameter surfaces: the names of units without multipliers.
  init(_ surfaces: Set<String>) { self.surfaces = surfaces }

  /// Whether `word` is a unit with or without 百, 千, 万, 亿 in front, or one per another.
  func contains(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.isEmpty && parts.allSatisfy { isSimple(String($0)) }
  }

  private func isSimple(_ word: String) -> Bool {
    var rest = Substring(word)
    while !rest.isEmpty {
      if surfaces.contains(String(rest)) { return true }
      guard let first = rest.unicodeScalars.first, "十百千万亿".unicodeScalars.contains(first) else {
        return false
      }
      rest = rest.dropFirst()
    }
    return false
  }
}
