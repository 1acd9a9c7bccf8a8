internal import Load
internal import Records

/// The rows of the search page as scripts: a page that is opened from disk may not fetch a file, but it may load one as a script.
///
/// Each script is whole by itself: its documents, sentences, regions and other words stand once, and rows name them by number.
struct SearchData {
  /// How many rows a script has.
  static let rowsPerFile = 5_000

  private var lists: [[String]] = Array(repeating: [], count: 8)
  private var numbers: [[String: Int]] = Array(repeating: [:], count: 8)
  private var rows: [UInt8] = []
  private(set) var count = 0

  /// The words that stand once, in the order in which a script has them.
  private enum List: Int { case document, region, indicator, unit, period, sentence, tier, part }

  private mutating func number(of text: String, in list: List) -> Int {
    if let known = numbers[list.rawValue][text] { return known }
    let number = lists[list.rawValue].count
    numbers[list.rawValue][text] = number
    lists[list.rawValue].append(text)
    return number
  }

  /// Adds a figure.
  ///
  /// A row is: id, document, region, indicator, measure, whether it is a goal, value, unit, period, text, sentence, tier, part,
  /// whether it is the preferred one.
  mutating func add(_ figure: Figure) {
    let path = EvidencePath.of(figure.documentID) ?? ""
    let document = [path, figure.document.name, figure.published ?? ""].joined(separator: "\u{1F}")
    let region = [figure.regionCode ?? "", figure.regionName ?? ""].joined(separator: "\u{1F}")
    let indicator = [figure.indicatorID ?? "", figure.indicator].joined(separator: "\u{1F}")
    let cells = [
      number(of: document, in: .document), number(of: region, in: .region),
      number(of: indicator, in: .indicator),
    ]
    let measure = Measure(rawValue: figure.measure).flatMap { Measure.allCases.firstIndex(of: $0) } ?? 0
    let (unit, period) = (figure.row["unit"] ?? "", figure.row["period"] ?? "")
    let tail = [number(of: unit, in: .unit), number(of: period, in: .period)]
    let sentence = number(of: figure.sentence, in: .sentence)
    let (tier, part) = (number(of: figure.tier ?? "", in: .tier), number(of: figure.part, in: .part))
    if count > 0 { rows.append(UInt8(ascii: ",")) }
    var bytes: [UInt8] = []
    swap(&bytes, &rows)
    var row = JSONWriter(appendingTo: bytes)
    row.beginArray()
    row.string(figure.id)
    for cell in cells { row.integer(cell) }
    row.integer(measure)
    row.integer(figure.isTarget ? 1 : 0)
    row.string(FigureDetail.value(figure))
    for cell in tail { row.integer(cell) }
    row.string(figure.text)
    row.integer(sentence)
    row.integer(tier)
    row.integer(part)
    row.integer(figure.isPreferred == false ? 0 : 1)
    row.endArray()
    rows = row.finish()
    count += 1
  }

  /// The script; it calls a function with the lists and the rows.
  func script() -> [UInt8] {
    var json = JSONWriter(appendingTo: Array("xianzhiRows(".utf8))
    json.beginArray()
    for list in lists {
      json.beginArray()
      for text in list { json.string(text) }
      json.endArray()
    }
    json.endArray()
    return json.finish() + Array(",[".utf8) + rows + Array("]);\n".utf8)
  }
}
