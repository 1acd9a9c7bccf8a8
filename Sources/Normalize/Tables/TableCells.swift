internal import Quantities
internal import Records
internal import Vocabulary

/// Reads the data cells of a table: what the headings of row and column say, in the unit that the
/// column, the row, a note or the caption gives.
struct TableCells {
  let context: Context
  let table: DataTable
  /// What the caption, or the last words of the prose, say of all cells.
  let caption: TableHeading
  /// The columns that hold numbers, where each has a measure of its own.
  private let columns: [Int]
  /// The time of the table, by its caption or the document's title.
  private let reference: TableReference
  private let signs: CellSign
  /// The years of the columns, where bare numbers over them are such.
  private let years: [Int: Period]
  /// The headings of the columns that hold data.
  private let headings: [Int: [String]]
  /// The units of the rows, where a column without a heading of its own gives them.
  private let unitsOfRows: [Int: String]

  init(_ table: DataTable, _ context: Context, _ annotator: Annotator) {
    (self.table, self.context) = (table, context)
    unitsOfRows = Self.columnOfUnits(table, context)
    years = Self.yearsOfColumns(table)
    headings = Dictionary(
      table.cells.filter { !$0.isHeader }.map { ($0.column, $0.columnPath) },
      uniquingKeysWith: { first, _ in first })
    reference = TableReference(table.caption, context, annotator)
    signs = CellSign(table, context.text)
    columns = Self.columnsOfMeasures(table, context, annotator)
    caption = TableHeading(Self.title(table.caption ?? ""), context, annotator, day: reference.day)
  }

  /// The words of a caption behind the table's number: 表2 2021年主要农产品产量.
  private static func title(_ caption: String) -> String {
    for word in ["附表", "表", "专栏"] where caption.begins(with: word) {
      let rest = caption.unicodeScalars.dropFirst(word.unicodeScalars.count)
      let number = rest.prefix { "0123456789-—一二三四五六七八九十".unicodeScalars.contains($0) }
      let behind = rest.dropFirst(number.count)
      guard let mark = behind.first, number.count <= 4, " :：.　\t".unicodeScalars.contains(mark) else {
        return caption
      }
      return String(behind.dropFirst())
    }
    return caption
  }

  /// One cell as a statement.
  struct Statement {
    var quantity: Quantity
    var subject: Subject
    var measure: Measure
    var period: Period?
    /// The county or city inside the document's that its row or column is about.
    var region: Place?
    /// The town or institution that its row or column is about.
    var place: String?
    var isTarget: Bool
    var row: ByteSpan
    var rules = ["TableCells"]
    /// The unit, where the tables do not have it.
    var unknownUnit: String?
  }

  /// The statements of all data cells that hold a number, in the order of the text. Blanks, `-` and
  /// `…` are missing, not zero.
  func statements(_ annotator: Annotator) -> [Statement] {
    let rows = rowSpans()
    var columns: [HeadingPath: TableHeading] = [:]
    var lines: [HeadingPath: TableHeading] = [:]
    var statements: [Statement] = []
    let group = TableGroup(table.cells.lazy.filter { !$0.isHeader }.map(\.rowPath)) {
      heading([$0], &lines, annotator).unit
    }
    // Each group of columns side by side has rows of its own.
    var sides: [TableSide] = []
    var (side, lastRow, isBehindData) = (0, -1, false)
    let tellsChange = table.cells.contains { cell in
      !cell.isHeader
        && (heading(cell.columnPath, &columns, annotator).isChange
          || heading(cell.rowPath, &lines, annotator).isChange)
    }
    for cell in table.cells {
      if cell.row != lastRow {
        (side, lastRow, isBehindData) = (0, cell.row, false)
      } else if cell.isHeader, isBehindData {
        (side, isBehindData) = (side + 1, false)
      }
      if !cell.isHeader { isBehindData = true }
      guard !cell.isHeader, !cell.span.isEmpty, var quantity = number(cell) else { continue }
      let yearOfColumn = years[cell.column]
      let column = heading(
        yearOfColumn == nil ? cell.columnPath : cell.columnPath.filter { Self.bareYear($0) == nil }, &columns,
        annotator)
      let line = heading(cell.rowPath, &lines, annotator)
      if line.isCode || column.isCode || column.isBareComparison { continue }
      while sides.count <= side { sides.append(TableSide(group: group)) }
      let year = year(cell)
      sides[side].begin(cell.row, year == nil ? line : TableHeading(), of: cell.rowPath)
      guard
        let (subject, isPart) = sides[side].parts.subject(
          year == nil ? line : TableHeading(), column, caption)
      else {
        continue
      }
      if quantity.unit.isEmpty {
        let before = unitBefore(cell, column, &columns, annotator)
        let unit = unit(
          of: cell, quantity.value, column, line,
          column.isPart && !before.isEmpty ? before : sides[side].group.unit)
        TableUnit.apply(unit.isEmpty ? before : unit, to: &quantity, context.vocabulary)
      }
      let isRatio = quantity.unit.isOne(of: ["%", "‰", "倍"])
      if column.tellsFall || line.tellsFall { quantity = quantity.fallen }
      let isChange = column.isChange || line.isChange || (caption.isChange && !tellsChange && isRatio)
      let isShare = (column.isShare || line.isShare || caption.isShare) && isRatio
      let columnTime =
        yearOfColumn ?? yearBefore(cell, column, &columns, annotator)
        ?? column.months.period(in: reference.base) ?? column.period
        ?? timeBefore(cell, column, &columns, annotator)
      let crossed = CrossedTimes.period(
        column: columnTime, isColumnOpen: columnTime == column.period && column.isTimeOpen,
        row: year ?? line.period, isRowOpen: year == nil && line.isTimeOpen)
      statements.append(
        Statement(
          quantity: quantity, subject: subject,
          measure: isChange ? (isRatio ? .changeRate : .change) : isShare ? .share : .level,
          period: crossed ?? columnTime ?? sides[side].times.period ?? line.period ?? year
            ?? caption.period,
          region: line.region ?? column.region, place: line.place ?? column.place,
          isTarget: column.isTarget || line.isTarget || caption.isTarget,
          row: rows[cell.row] ?? cell.span, rules: isPart ? ["TableCells", "TableParts"] : ["TableCells"],
          unknownUnit: isUnknown(quantity.unit) ? quantity.unit : nil))
    }
    return statements
  }

  /// 5月 | 增长（%） | 1—5月 | 增长（%）: growth is that of the amounts in the columns before it, of the later where they are of two
  /// times: 本年 | 上年 | 增长（%）.
  private func timeBefore(
    _ cell: DataTable.Cell, _ heading: TableHeading, _ columns: inout [HeadingPath: TableHeading],
    _ annotator: Annotator
  ) -> Period? {
    guard heading.isChange else { return nil }
    var latest: Period?
    var column = cell.column - 1
    while column >= 0, let before = headings[column] {
      let amounts = self.heading(before, &columns, annotator)
      if amounts.isChange || amounts.isShare {
        if latest != nil { break }
      } else {
        guard
          let time = years[column] ?? amounts.months.period(in: reference.base) ?? amounts.period
        else { break }
        if latest.map({ $0.end < time.end }) ?? true { latest = time }
      }
      column -= 1
    }
    return latest
  }

  /// 累计 | 去年同期: the same months of the year before.
  private func yearBefore(
    _ cell: DataTable.Cell, _ heading: TableHeading, _ columns: inout [HeadingPath: TableHeading],
    _ annotator: Annotator
  ) -> Period? {
    guard heading.months.isYearBeforeAlone, cell.column > 0, let before = headings[cell.column - 1] else {
      return nil
    }
    let amounts = self.heading(before, &columns, annotator)
    guard let time = amounts.months.period(in: reference.base) ?? amounts.period,
      time.start.year == time.end.year
    else { return nil }
    return time.shifted(to: time.end.year - 1)
  }

  /// 余额（亿元） | 比年初增加, 企业数（个） | #亏损企业: an amount of change, or a part of what is counted, that has no unit of its own is
  /// in that of the column before it.
  private func unitBefore(
    _ cell: DataTable.Cell, _ heading: TableHeading, _ columns: inout [HeadingPath: TableHeading],
    _ annotator: Annotator
  ) -> String {
    let isAmount = heading.isChange && heading.tellsAmount && !heading.isGrowth
    guard isAmount || heading.isPart && !heading.isChange else { return "" }
    var column = cell.column - 1
    while column >= 0, let before = headings[column] {
      let whole = self.heading(before, &columns, annotator)
      if !isAmount, whole.isPart {
        column -= 1
        continue
      }
      guard !whole.isChange, let unit = whole.unit else { return "" }
      if isAmount { return unit }
      let isCount = TableUnit.known(unit, context.vocabulary)?.kind == .count
      let takes = CountedThings.takes(unit, row: TableHeading(), column: heading, context.vocabulary)
      return isCount && takes && !CountedThings.namesMoney(heading) ? unit : ""
    }
    return ""
  }

  /// The unit of a cell: the sign of a rate before all, then what the row, the column, the cell's own place, a note or the
  /// caption gives.
  private func unit(
    of cell: DataTable.Cell, _ value: ExactDecimal?, _ column: TableHeading, _ line: TableHeading,
    _ group: String?
  ) -> String {
    if let sign = column.rateUnit ?? line.rateUnit { return sign }
    let own =
      line.unit ?? unitsOfRows[cell.row] ?? column.unit ?? (cell.unit == table.unit ? nil : cell.unit)
    let unit = TableUnit.one(
      of: own ?? (column.isPart ? group : nil) ?? table.unit ?? caption.unit ?? group ?? "",
      isRate: column.isRate || line.isRate, column: place(of: cell))
    if own == nil, !CountedThings.takes(unit, row: line, column: column, context.vocabulary) {
      let isWhole = value.map { $0.exponent >= 0 } ?? true
      return !isWhole && isGrowthRate(value, column, line, "") ? "%" : ""
    }
    return isGrowthRate(value, column, line, unit) ? "%" : unit
  }

  /// Growth without a sign of its own is in %: the amounts beside it have the unit. People and things may grow by so many, where
  /// the number is a whole one.
  private func isGrowthRate(
    _ value: ExactDecimal?, _ column: TableHeading, _ line: TableHeading, _ unit: String
  ) -> Bool {
    guard column.isGrowth ? column.unit == nil : line.isGrowth && line.unit == nil else { return false }
    let isWhole = value.map { $0.exponent >= 0 } ?? true
    return !(isWhole && context.vocabulary.units(written: unit).first?.kind == .count)
  }

  /// Which of the columns of numbers the cell stands in; of none where they are not of different things.
  private func place(of cell: DataTable.Cell) -> (index: Int, count: Int) {
    (columns.firstIndex(of: cell.column) ?? 0, columns.count)
  }

  /// The units by row of the first column in which every cell names one.
  private static func columnOfUnits(_ table: DataTable, _ context: Context) -> [Int: String] {
    var units: [Int: [Int: String]] = [:]
    var others: Set<Int> = []
    for cell in table.cells where !cell.span.isEmpty && !(cell.isHeader && cell.rowPath.isEmpty) {
      let words = context.text.string(context.text.trimmed(cell.span))
      if cell.column > 0, TableHeading.isUnit(words, context.vocabulary) {
        units[cell.column, default: [:]][cell.row] = words
      } else if !cell.isHeader {
        others.insert(cell.column)
      }
    }
    let column = units.keys.sorted().first { !others.contains($0) && units[$0, default: [:]].count > 1 }
    return column.flatMap { units[$0] } ?? [:]
  }

  /// The columns of numbers, where each has a measure of its own: not years, parts, sums or changes of one.
  private static func columnsOfMeasures(
    _ table: DataTable, _ context: Context, _ annotator: Annotator
  ) -> [Int] {
    var columns: [Int: TableHeading] = [:]
    for cell in table.cells where !cell.isHeader && !cell.span.isEmpty && columns[cell.column] == nil {
      columns[cell.column] = TableHeading(
        cell.columnPath.joined(separator: " "), context, annotator, day: context.document.published)
    }
    let headings = columns.values
    let areMeasures = headings.allSatisfy {
      !$0.words.isEmpty && $0.period == nil && !$0.isChange && !$0.names.contains(where: \.isPart)
        && !["合计", "总计", "小计", "序号", "编号"].contains($0.words)
    }
    guard areMeasures, Set(headings.map(\.words)).count == headings.count else { return [] }
    return columns.keys.sorted()
  }

  /// A heading without the number that it has in its list, 一、地区生产总值; the sign of a part is 其中: #地方收入.
  private static func unnumbered(_ heading: String) -> String {
    heading.bytes { bytes in
      let own = bytes.trimmed(HeadingLine.unnumbered(bytes, bytes.trimmed(ByteSpan(0, bytes.count))))
      for sign in ["#", "＃"] as [StaticString] where bytes.has(sign, at: own.start) {
        return "其中：" + bytes.string(ByteSpan(own.start + sign.utf8CodeUnitCount, own.end))
      }
      return bytes.string(own)
    }
  }

  /// 播 种 面 积（千公顷）: characters that blanks spread over the width of their column are one word.
  private static func closed(_ heading: String) -> String {
    let scalars = Array(heading.unicodeScalars)
    let end = scalars.firstIndex { $0 == "（" || $0 == "(" } ?? scalars.count
    let pieces = scalars[..<end].split { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }
    guard pieces.count > 1,
      pieces.allSatisfy({ $0.count == 1 && $0.first.map { $0.value >= 0x4E00 } == true })
    else { return heading }
    var word = String.UnicodeScalarView()
    for piece in pieces { word.append(contentsOf: piece) }
    word.append(contentsOf: scalars[end...])
    return String(word)
  }

  private func heading(
    _ path: [String], _ known: inout [HeadingPath: TableHeading], _ annotator: Annotator
  ) -> TableHeading {
    if let heading = known[HeadingPath(words: path)] { return heading }
    let words = path.map { Self.closed(Self.unnumbered($0)) }.joined(separator: " ")
    let heading = TableHeading(words, context, annotator, day: reference.day)
    known[HeadingPath(words: path)] = heading
    return heading
  }

  /// A row that is headed by four digits in a table whose first column is one of years: 年份.
  private func year(_ cell: DataTable.Cell) -> Period? {
    guard cell.rowPath.count == 1, isOfYears else { return nil }
    return Self.bareYear(cell.rowPath[0])
  }

  /// Bare years over two columns and more: 2002 | 2006 | 2007.
  private static func yearsOfColumns(_ table: DataTable) -> [Int: Period] {
    var years: [Int: Period] = [:]
    for cell in table.cells where !cell.isHeader && years[cell.column] == nil {
      if let year = cell.columnPath.lazy.compactMap(bareYear).first { years[cell.column] = year }
    }
    return Set(years.values.map(\.end.year)).count > 1 ? years : [:]
  }

  private static func bareYear(_ heading: String) -> Period? {
    guard heading.utf8.count == 4, let year = Int(heading), (1900...2100).contains(year) else { return nil }
    return Period(year: year)
  }

  /// Whether the table's first cell says that the rows are years.
  private var isOfYears: Bool {
    guard let first = table.cells.first, first.isHeader else { return false }
    let words = context.text.string(context.text.trimmed(first.span))
    return ["年份", "年度", "年 份", "年"].contains { words.isSame($0) }
  }

  /// Whether the tables do not have the unit; 元/栋 is one where they have both.
  private func isUnknown(_ unit: String) -> Bool {
    if unit.isEmpty || !context.vocabulary.units(written: unit).isEmpty { return false }
    let parts = unit.split(separator: "/").map(String.init)
    return parts.count < 2 || parts.contains { context.vocabulary.units(written: $0).isEmpty }
  }

  private func rowSpans() -> [Int: ByteSpan] {
    var rows: [Int: ByteSpan] = [:]
    for cell in table.cells {
      let old = rows[cell.row] ?? cell.span
      rows[cell.row] = ByteSpan(min(old.start, cell.span.start), max(old.end, cell.span.end))
    }
    return rows
  }

  /// The number of a cell that holds one and little else, with the sign before it.
  private func number(_ cell: DataTable.Cell) -> Quantity? {
    let span = context.text.trimmed(cell.span)
    let quantities = context.annotation.quantities
    let first = quantities.partitioningIndex { $0.span.start >= span.start }
    guard first >= quantities.count || quantities[first].span.start != span.start,
      let sign = signs.read(context.text, span, column: cell.column)
    else { return number(in: span) }
    var rest = context.text.trimmed(ByteSpan(span.start + sign.count, span.end))
    let percent = ["%", "％"].first { (mark: StaticString) in context.text.has(mark, endingAt: rest.end) }
    if let percent { rest.end -= percent.utf8CodeUnitCount }
    guard sign.reading != .unclear, var quantity = number(in: rest) else { return nil }
    if percent != nil, quantity.unit.isEmpty { TableUnit.apply("%", to: &quantity, context.vocabulary) }
    if sign.reading == .fall { quantity = quantity.fallen }
    quantity.span = ByteSpan(span.start, max(span.end, quantity.span.end))
    return quantity
  }

  private func number(in span: ByteSpan) -> Quantity? {
    let quantities = context.annotation.quantities
    var index = quantities.partitioningIndex { $0.span.start >= span.start }
    guard index < quantities.count, quantities[index].span.end <= span.end else {
      return CellNumber.read(context.text, span)
    }
    let first = quantities[index]
    index += 1
    if index < quantities.count, quantities[index].span.end <= span.end { return nil }
    let isWhole = span.count - first.span.count <= 2
    return isWhole ? first : CellNumber.read(context.text, span)
  }
}

/// The words above or before a cell. They are hashed by their bytes: to weigh how they may be composed costs more.
private struct HeadingPath: Hashable {
  let words: [String]

  func hash(into hasher: inout Hasher) {
    for word in words {
      word.bytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(words.count)
    }
  }
}

extension Array {
  /// The first index for which `test` holds, where it holds for all behind it. Complexity: O(log n).
  func partitioningIndex(where test: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
