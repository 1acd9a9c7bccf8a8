import Testing

@testable import Load

/// Records come back as they were written.
@Suite struct CSVCellsTests {
  @Test(arguments: [
    [""], ["", ""], ["a"], ["a", "", "b"], ["a,b", "c"], ["\"", "\"\"", "a\"b"], ["县\",", ",\"县"],
    ["\",\"", ""], ["a b", "  "],
  ])
  func readsWhatTheWriterWrites(_ cells: [String]) {
    for ended in [true, false] {
      var csv = CSVWriter()
      for cell in cells { csv.text(cell) }
      if ended { csv.endRecord() }
      let read = CSVCells(csv.finish())
      #expect((0..<read.count).map { read[$0] } == cells)
    }
  }

  @Test func anEmptyCellHoldsNothing() {
    let cells = CSVCells(Array("a,,\"\"".utf8))
    #expect(!cells.isEmpty(0) && cells.isEmpty(1))
    #expect(cells.holds(0, "a") && !cells.holds(0, "ab") && cells.holds(1, ""))
  }
}
