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
  /// - Parameter found: the data tables of the page, in order.
  mutating func write(
    _ main: MainText, dataTables found: [DataTableReader.Found], into document: inout Document
  ) {
    text.reserveCapacity(lines.text.count)
    let wrapped = WrappedLines(lines, verdicts: main.verdicts)
    let paragraphs = WrappedParagraphs(
      lines, in: nodes, verdicts: main.verdicts, data: found.map { lines.lines(of: $0.row, in: nodes) })
    var nextTable = 0
    /// No table is drawn in the lines before this one.
    var drawnFrom = 0
    var line = 0
    var caption: String?
    var unit: String?
    /// The line just above, where it is as short as a title: what a table is called whose unit stands below it.
    var title: String?
    while line < main.verdicts.count {
      while nextTable < found.count,
        lines.lines(of: found[nextTable].row, in: nodes).lowerBound < line
      {
        nextTable += 1
      }
      if nextTable < found.count {
        let range = lines.lines(of: found[nextTable].row, in: nodes)
        if range.lowerBound == line, !range.isEmpty, range.contains(where: { main.verdicts[$0] == .kept }),
          let read = tables.table(found[nextTable], captionAbove: caption, unitAbove: unit)
        {
          markCaptions()
          (captionLines, caption, unit) = (0, nil, nil)
          append(read)
          line = range.upperBound
          continue
        }
      }
      if line >= drawnFrom, main.verdicts[line] == .kept, lines.lines[line].place.contains(.preformatted) {
        let (drawn, end) = PreformattedTable.scan(at: line, in: lines)
        drawnFrom = end
        if let drawn,
          let read = tables.table(
            drawn.grid, drawn.texts, drawn.captions, captionAbove: caption, unitAbove: unit)
        {
          markCaptions()
          (captionLines, caption, unit) = (0, nil, nil)
          append(read)
          line = drawn.lines.upperBound
          continue
        }
      }
      if main.verdicts[line] == .kept, wrapped.continues(line) || paragraphs.continued.contains(line) {
        continueBlock(lines.bytes(of: line))
      } else if main.verdicts[line] == .kept {
        let bytes = lines.bytes(of: line)
        let canCaption = HeadingRules.canCaption(lines.lines[line], bytes)
        let kind = HeadingRules.kind(lines.lines[line], bytes)
        let isTitle = kind.kind == .paragraph && HeadingRules.canTitle(lines.lines[line])
        if bytes.count <= 120, let found = UnitNote.afterLabel(bytes) {
          unit = found
          caption = TableCaption.joined(caption ?? title, bytes)
        } else {
          unit = isTitle ? UnitNote.inBrackets(Array(bytes), isUnit: tables.units.contains) : nil
          caption = canCaption || unit != nil ? TableCaption.joined(caption, bytes) : nil
        }
        title = isTitle && caption == nil ? String(decoding: bytes, as: UTF8.self) : nil
        append(bytes, kind.kind, level: kind.level)
        captionLines = canCaption ? captionLines + 1 : 0
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
    text.append(contentsOf: bytes)
    if kind != .table {
      // A tab stands only between the cells of a table.
      for index in start..<text.count where text[index] == 0x09 { text[index] = 0x20 }
    }
    blocks.append(Block(kind, level: level, span: ByteSpan(start, text.count)))
  }

  /// Goes on with the last block; a space stands between words that are not set solid, but not within a number.
  private mutating func continueBlock(_ bytes: ArraySlice<UInt8>) {
    guard let last = blocks.indices.last else { return append(bytes, .paragraph) }
    if let before = text.last, let first = bytes.first, before < 0x80, first < 0x80,
      !(Self.isOfNumber(before) && Self.isOfNumber(first))
    {
      text.append(0x20)
    }
    text.append(contentsOf: bytes)
    blocks[last].span.end = text.count
    if blocks[last].kind == .heading { (blocks[last].kind, blocks[last].level) = (.paragraph, 0) }
  }

  /// Whether a number may be broken before or behind the byte: `12` `.5%`.
  private static func isOfNumber(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%")
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
