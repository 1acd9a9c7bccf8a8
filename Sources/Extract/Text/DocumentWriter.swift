import Records

/// Writes the lines of a main text as a document's text, blocks and tables.
struct DocumentWriter {
  let nodes: NodeTable
  let lines: LineTable
  let tables: DataTableReader
  private var text: [UInt8] = []
  private var blocks: [Block] = []
  private var dataTables: [DataTable] = []
  /// How many of the last blocks can be the caption of a table behind them.
  private var captionLines = 0

  init(nodes: NodeTable, lines: LineTable, tables: DataTableReader) {
    self.nodes = nodes
    self.lines = lines
    self.tables = tables
  }

  /// Writes what `main` keeps into `document`.
  ///
  /// - Parameter tableRows: the data tables' rows in the node table, in order.
  mutating func write(_ main: MainText, tableRows: [Int], into document: inout Document) {
    text.reserveCapacity(lines.text.count)
    var nextTable = 0
    var line = 0
    var caption: String?
    var unit: String?
    while line < main.verdicts.count {
      while nextTable < tableRows.count,
        lines.lines(of: tableRows[nextTable], in: nodes).lowerBound < line
      {
        nextTable += 1
      }
      if nextTable < tableRows.count {
        let range = lines.lines(of: tableRows[nextTable], in: nodes)
        if range.lowerBound == line, !range.isEmpty, range.contains(where: { main.verdicts[$0] == .kept }),
          let read = tables.table(at: tableRows[nextTable], captionAbove: caption, unitAbove: unit)
        {
          markCaptions()
          (captionLines, caption, unit) = (0, nil, nil)
          append(read)
          line = range.upperBound
          continue
        }
      }
      if main.verdicts[line] == .kept, lines.lines[line].place.contains(.preformatted),
        let drawn = PreformattedTable(at: line, in: lines),
        let read = tables.table(
          drawn.grid, drawn.texts, drawn.captions, captionAbove: caption, unitAbove: unit)
      {
        markCaptions()
        (captionLines, caption, unit) = (0, nil, nil)
        append(read)
        line = drawn.lines.upperBound
        continue
      }
      if main.verdicts[line] == .kept {
        let bytes = lines.bytes(of: line)
        if bytes.count <= 120, let found = UnitNote.afterLabel(bytes) {
          unit = found
        } else {
          unit = nil
          let isCaption = HeadingRules.canCaption(lines.lines[line], bytes)
          caption = isCaption ? String(decoding: bytes, as: UTF8.self) : nil
        }
        let kind = HeadingRules.kind(lines.lines[line], bytes)
        append(bytes, kind.kind, level: kind.level)
        captionLines = HeadingRules.canCaption(lines.lines[line], bytes) ? captionLines + 1 : 0
      }
      line += 1
    }
    document.text = String(decoding: text, as: UTF8.self)
    document.blocks = blocks
    document.tables = dataTables
  }

  private mutating func append(_ bytes: some Collection<UInt8>, _ kind: BlockKind, level: Int = 0) {
    if !text.isEmpty { text.append(0x0A) }
    let start = text.count
    if kind == .table {
      text.append(contentsOf: bytes)
    } else {
      // A tab stands only between the cells of a table.
      text.append(contentsOf: bytes.lazy.map { $0 == 0x09 ? 0x20 : $0 })
    }
    blocks.append(Block(kind, level: level, span: ByteSpan(start, text.count)))
  }

  /// Makes the lines just above a table, at most two, its caption.
  private mutating func markCaptions() {
    for index in blocks.indices.suffix(min(captionLines, 2)) {
      blocks[index].kind = .caption
      blocks[index].level = 0
    }
  }

  private mutating func append(_ read: DataTableReader.Read) {
    for caption in read.captions { append(caption.utf8, .caption) }
    append(read.text, .table)
    let base = text.count - read.text.count
    var table = read.table
    table.span = ByteSpan(base, text.count)
    for index in table.cells.indices {
      let span = table.cells[index].span
      table.cells[index].span = ByteSpan(span.start + base, span.end + base)
    }
    dataTables.append(table)
    for note in read.notes { append(note.utf8, .note) }
  }
}
