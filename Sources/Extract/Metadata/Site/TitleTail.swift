/// Reads the name of the site from the end of `<title>`: 水利建设成绩显著-某某县人民政府.
///
/// Reads: what stands behind the last `-`, `_`, `|`, `–`, `—` or `｜`; all of a `<title>` without one.
/// Yields: it, where it ends as the names of offices, papers and sites do (`PublisherNames`).
/// Refuses: anything else: a column (政务动态), the rest of a title; less than 4 characters and more than 30.
enum TitleTail {
  private static let separators: Set<Unicode.Scalar> = ["-", "_", "|", "–", "—", "｜"]

  static func name(_ title: String, _ publishers: PublisherNames) -> String? {
    let scalars = title.unicodeScalars
    let start = scalars.lastIndex(where: separators.contains).map { scalars.index(after: $0) }
    let tail = scalars[(start ?? scalars.startIndex)...].drop { $0 == " " }
    guard (4...30).contains(tail.count) else { return nil }
    let name = String(tail)
    return publishers.endsAsPublisher(name) ? name : nil
  }
}
