import Report
import Testing

/// Tables are read back by the names of their columns.
@Suite struct TableRowTests {
  @Test(arguments: [
    ("a,b", ["a", "b"]), ("", [""]), (",", ["", ""]), (#""a,b",c"#, ["a,b", "c"]),
    (#""say ""x""","#, [#"say "x""#, ""]),
    (#"5" wide,2"#, [#"5" wide"#, "2"]), (#""""#, [""]), ("耕地，12,亩", ["耕地，12", "亩"]),
  ])
  func recordsBecomeCells(_ record: String, _ expected: [String]) {
    #expect(TableRow.cells(of: Array(record.utf8)) == expected)
  }

  @Test func absentColumnsAndEmptyCellsAreNothing() {
    let row = TableRow(TableColumns(["a", "b", "a"]), ["1", ""])
    #expect(row["a"] == "1")
    #expect(row["b"] == nil)
    #expect(row["preferred"] == nil)
    #expect(TableRow(TableColumns(["a", "b"]), ["1"])["b"] == nil)
  }
}
