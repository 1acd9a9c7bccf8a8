internal import Records

/// The sign before the number of a cell: +12.1, △3.2, ↓3.2.
///
/// Reads: the marks of the column's cells.
/// Yields: whether the number is a fall, and how long the sign is. △ and ▲ are signs of a fall where other numbers of the column
///   have no such sign; beside ▼ they are signs of a rise.
/// Refuses: numbers in brackets and triangles that may mean either.
struct CellSign {
  private struct Marks {
    var bare = false
    /// A minus or an arrow tells the falls.
    var otherFall = false
    var downward = false
  }
  private var marks: [Int: Marks] = [:]

  init(_ table: DataTable, _ text: Bytes) {
    for cell in table.cells where !cell.isHeader && !cell.span.isEmpty {
      let start = text.trimmed(cell.span).start
      guard start < cell.span.end else { continue }
      var own = marks[cell.column] ?? Marks()
      let has = { (signs: [StaticString]) in signs.contains { text.has($0, at: start) } }
      if text[start] >= 0x30 && text[start] <= 0x39 || has(Self.rise) { own.bare = true }
      // A lone dash says that there is no number.
      if has(Self.fall), text.trimmed(cell.span).count > 3 { own.otherFall = true }
      if has(Self.downward) { own.downward = true }
      marks[cell.column] = own
    }
  }

  /// What a sign says.
  enum Reading: Equatable {
    case rise, fall, unclear
  }

  /// The sign that a cell's text begins with and its length; nothing where it has none.
  func read(_ text: Bytes, _ span: ByteSpan, column: Int) -> (reading: Reading, count: Int)? {
    guard span.count > 1 else { return nil }
    func sign(_ signs: [StaticString]) -> Int? {
      signs.first { text.has($0, at: span.start) }?.utf8CodeUnitCount
    }
    if let count = sign(Self.rise) { return (.rise, count) }
    if let count = sign(Self.downward) ?? sign(Self.fall) { return (.fall, count) }
    if let count = sign(["△", "▲"]) {
      guard let own = marks[column] else { return (.unclear, count) }
      if own.otherFall { return (.unclear, count) }
      return (own.downward ? .rise : own.bare ? .fall : .unclear, count)
    }
    if sign(["(", "（"]) != nil, text.has(")", endingAt: span.end) || text.has("）", endingAt: span.end) {
      return (.unclear, 1)
    }
    return nil
  }

  private static let rise: [StaticString] = ["+", "＋", "↑"]
  private static let fall: [StaticString] = ["-", "－", "–", "—", "−", "↓"]
  private static let downward: [StaticString] = ["▼", "▽"]
}
