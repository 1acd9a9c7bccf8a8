internal import Records

/// What is finer than whether a number came about: 初步核算, 预计, a capacity, a price that is set.
enum StatusNotes {
  /// The note for a number about `label`, where the sentence said `estimate` before it.
  static func note(_ label: String, _ quantity: Quantity, estimate: String?) -> StatusNote? {
    if isNorm(label, quantity) { return .norm }
    if isCapacity(label) { return .capacity }
    guard let estimate else { return nil }
    for word in ["预计", "测算", "估"] where estimate.holds(word) { return .estimated }
    return .provisional
  }

  /// A price or a standard: money, or money for a unit of something, whose name says so.
  private static func isNorm(_ label: String, _ quantity: Quantity) -> Bool {
    guard quantity.kind == .money || quantity.unit.begins(with: "元/") else { return false }
    return ["标准", "地价", "定额", "限额", "起付线", "补贴标准", "票价", "指导价"].contains {
      label.ends(with: $0) || label.holds($0)
    }
  }

  private static func isCapacity(_ label: String) -> Bool {
    for word in ["能力", "产能", "装机容量", "总库容", "库容", "容量"] where label.ends(with: word) { return true }
    return label.holds("容纳")
  }
}
