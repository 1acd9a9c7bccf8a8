import Vocabulary

/// A parsed page, its lines and tables, and where its main text is.
struct PageView {
  let tables: DataTableReader
  /// The elements that hold data tables.
  let dataTables: [DataTableReader.Found]
  let finder: MainTextFinder
  let place: MainTextFinder.Place?

  init(
    _ nodes: NodeTable, roles: ContainerRoles, judge: LineJudge, units: UnitWords, labels: Lexicon,
    withHidden: Bool
  ) {
    let lines = LineBuilder.lines(of: nodes, withHidden: withHidden)
    tables = DataTableReader(nodes: nodes, lines: lines, units: units)
    let found = tables.dataTables()
    var dataLines = [Bool](repeating: false, count: lines.lines.count)
    for table in found {
      for line in lines.lines(of: table.row, in: nodes) { dataLines[line] = true }
    }
    finder = MainTextFinder(nodes: nodes, lines: lines, roles: roles, judge: judge, dataLines: dataLines)
    let thread = FirstPost(finder: finder, labels: labels)
    let letter = Letter(finder: finder, labels: labels).place()
    place = letter ?? finder.place().map { thread.place(in: $0) ?? $0 }
    // The form of a letter is a table of words.
    dataTables = found.filter { table in
      !(letter?.letter.contains { $0.overlaps(lines.lines(of: table.row, in: nodes)) } ?? false)
    }
  }
}
