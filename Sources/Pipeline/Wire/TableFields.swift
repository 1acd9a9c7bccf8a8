internal import Records

/// The fields of a data table while a document's line is read.
struct TableFields {
  private var table = DataTable(columnCount: 0, cells: [], span: ByteSpan(0, 0))
  private var span = WireSpan()
  private var cells: [(cell: DataTable.Cell, span: WireSpan)] = []

  init(_ cursor: inout JSONCursor) throws(JSONFault) {
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) {
      switch key {
      case "caption": table.caption = try cursor.optionalString()
      case "unit": table.unit = try cursor.optionalString()
      case "column_count": table.columnCount = try cursor.integer()
      case "start": span.start = try cursor.integer()
      case "end": span.end = try cursor.integer()
      case "cells": try readCells(&cursor)
      default: try cursor.skip()
      }
    }
  }

  private mutating func readCells(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.beginArray()
    while try cursor.nextElement(isFirst: cells.isEmpty) { try readCell(&cursor) }
  }

  private mutating func readCell(_ cursor: inout JSONCursor) throws(JSONFault) {
    var cell = DataTable.Cell(row: 0, column: 0, span: ByteSpan(0, 0))
    var span = WireSpan()
    var keys = try cursor.beginObject()
    while let key = try cursor.nextKey(&keys) {
      switch key {
      case "row": cell.row = try cursor.integer()
      case "column": cell.column = try cursor.integer()
      case "row_span": cell.rowSpan = try cursor.integer()
      case "column_span": cell.columnSpan = try cursor.integer()
      case "is_header": cell.isHeader = try cursor.boolean()
      case "row_path": cell.rowPath = try cursor.strings()
      case "column_path": cell.columnPath = try cursor.strings()
      case "unit": cell.unit = try cursor.optionalString()
      case "start": span.start = try cursor.integer()
      case "end": span.end = try cursor.integer()
      default: try cursor.skip()
      }
    }
    cells.append((cell, span))
  }

  /// The table, its spans turned into bytes of the text that `map` is of.
  ///
  /// - Throws: a `Fault` where a span does not lie in the text.
  func table(_ map: OffsetMap, _ path: String, _ line: WireLine) throws(Fault) -> DataTable {
    var table = table
    table.span = try span.bytes(in: map, path, of: line)
    for (index, entry) in cells.enumerated() {
      var cell = entry.cell
      cell.span = try entry.span.bytes(in: map, "\(path).cells[\(index)]", of: line)
      table.cells.append(cell)
    }
    return table
  }
}
