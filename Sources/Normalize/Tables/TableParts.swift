internal import Records
internal import Vocabulary

/// Headings that name a part and no indicator: 男, 女, 城镇, 乡村, and what stands behind 其中.
///
/// The part becomes a breakdown of what the other heading names; in a row of its own, of the last row above that names no part.
struct TableParts {
  /// What the last row that names no part is about.
  private var whole = ""

  /// A row begins: one that names no part is the whole of those below it.
  mutating func begin(row: TableHeading) {
    let isPart = row.isPart || row.names.contains(where: \.isPart)
    if !isPart, !row.words.isEmpty { whole = row.words }
  }

  /// What a cell is about, and whether that is a part; nothing where no heading names anything.
  func subject(
    _ row: TableHeading, _ column: TableHeading, _ caption: TableHeading
  ) -> (subject: Subject, isPart: Bool)? {
    var names: [String] = []
    var parts: [String] = []
    for (word, isPart) in row.names + column.names {
      if isPart { parts.append(word) } else { names.append(word) }
    }
    if row.isPart, let name = names.first, !whole.isEmpty {
      names[0] = whole
      parts.insert(name, at: 0)
    }
    if names.isEmpty, !parts.isEmpty, !whole.isEmpty { names = [whole] }
    if names.isEmpty { names = caption.words.isEmpty ? parts : [caption.words] }
    if names.isEmpty { names = [row.place ?? column.place].compactMap { $0 } }
    guard !names.isEmpty else { return nil }
    let name = names.joined(separator: " ")
    if parts.isEmpty || parts == names { return (Subject(name), false) }
    return (Subject(parts.joined(separator: " ")).part(of: Subject(name), parts: parts), true)
  }
}
