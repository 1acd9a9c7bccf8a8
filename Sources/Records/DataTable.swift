/// A table whose cells are data, not layout; spanned cells stand at each place that they cover.
public struct DataTable: Hashable, Sendable {
  /// The words over the table, `表1 2021年主要指标`.
  public var caption: String?
  /// The unit that holds for the whole table, `万元` of `单位：万元`.
  public var unit: String?
  /// How many columns the widest row has.
  public var columnCount: Int
  /// The cells by row, then by column; a cell that spans others is given once, at its first place.
  public var cells: [Cell]
  /// Where its rows stand in the document's text.
  public var span: ByteSpan

  /// Makes the table.
  public init(caption: String? = nil, unit: String? = nil, columnCount: Int, cells: [Cell], span: ByteSpan) {
    self.caption = caption
    self.unit = unit
    self.columnCount = columnCount
    self.cells = cells
    self.span = span
  }

  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// Its row, from 0.
    public var row: Int
    /// Its first column, from 0.
    public var column: Int
    /// How many rows it covers.
    public var rowSpan: Int
    /// How many columns it covers.
    public var columnSpan: Int
    /// Whether it names things rather than says a value.
    public var isHeader: Bool
    /// The headings of its row from the outermost in: `["第一产业", "农业"]`.
    public var rowPath: [String]
    /// The headings of its column from the top down: `["2021年", "绝对数"]`.
    public var columnPath: [String]
    /// The unit that its column, its row or the table gives it.
    public var unit: String?
    /// Where it stands in the document's text; empty for an empty cell.
    public var span: ByteSpan

    /// Makes the cell.
    public init(
      row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, isHeader: Bool = false,
      rowPath: [String] = [], columnPath: [String] = [], unit: String? = nil, span: ByteSpan
    ) {
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.isHeader = isHeader
      self.rowPath = rowPath
      self.columnPath = columnPath
      self.unit = unit
      self.span = span
    }
  }
}
