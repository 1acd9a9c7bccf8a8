internal import Records
internal import Vocabulary

/// What is finer than whether a number came about: 初步核算, 预计, a capacity, a price that is set.
enum StatusNotes {
  /// The note for a number about `label`, where the sentence said `estimate` before it.
  static func note(
    _ label: String, _ quantity: Quantity, estimate: String?, _ words: WordTable
  ) -> StatusNote? {
    if isNorm(label, quantity, words) { return .norm }
    if words.endsName(.capacity, of: label) || label.holds("容纳") { return .capacity }
    guard let estimate else { return nil }
    for word in ["预计", "测算", "估"] where estimate.holds(word) { return .estimated }
    return .provisional
  }

  /// A price or a standard: money, or money for a unit of something, whose name says so.
  private static func isNorm(_ label: String, _ quantity: Quantity, _ words: WordTable) -> Bool {
    guard quantity.kind == .money || quantity.unit.begins(with: "元/") else { return false }
    return words.endsName(.norm, of: label) || label.holds("标准")
  }
}
