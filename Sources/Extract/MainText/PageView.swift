/// A parsed page, its lines and tables, and where its main text is.
struct PageView {
  let tables: DataTableReader
  /// The rows of the node table that hold data tables.
  let tableRows: [Int]
  let finder: MainTextFinder
  let place: MainTextFinder.Place?

  init(_ nodes: NodeTable, roles: ContainerRoles, judge: LineJudge, units: UnitWords, withHidden: Bool) {
    let lines = LineBuilder.lines(of: nodes, withHidden: withHidden)
    tables = DataTableReader(nodes: nodes, lines: lines, units: units)
    tableRows = tables.dataTables()
    var dataLines = [Bool](repeating: false, count: lines.lines.count)
    for row in tableRows {
      for line in lines.lines(of: row, in: nodes) { dataLines[line] = true }
    }
    finder = MainTextFinder(nodes: nodes, lines: lines, roles: roles, judge: judge, dataLines: dataLines)
    place = finder.place()
  }
}
