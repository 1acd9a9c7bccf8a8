import Records
import Vocabulary

/// Reads what a page says of itself, rule after rule: the first that says anything of a field has it.
///
/// What readers see goes before what only machines do: labels beside the title, then a date there without one,
/// then tags and attributes, then labels below the text.
struct MetadataReader {
  let finder: MainTextFinder
  let meta: MetaTags
  let linkedData: [[UInt8]]
  let labels: Lexicon
  let publishers: PublisherNames
  /// The lines of each data table.
  let tables: [Range<Int>]

  /// How far above a text an info line is looked for where no title is known, in lines.
  private static let reach = 40
  /// How far above the title: the table of a policy page has its properties there.
  private static let reachAboveTitle = 14
  /// How far below the text, and how far into it.
  private static let reachBelow = 12

  /// - Parameters:
  ///   - place: the lines of the main text.
  ///   - stamp: the line that gives the date of the first of several posts.
  ///   - isLetter: whether the text is a letter and its answer.
  ///   - source: where the page came from.
  func metadata(around place: Range<Int>?, stamp: Int?, isLetter: Bool, titleLine: Int?, source: String)
    -> Metadata
  {
    var found = Metadata()
    finder.lines.text.withUnsafeBufferPointer { text in
      let fields = LabelledFields(finder: finder, labels: labels, names: publishers, text: text)
      if let place {
        let head = head(of: place, titleLine, fields)
        let tables = tables.filter { $0.overlaps(head) }
        let data = tables.filter { !PropertySheet(fields: fields).matches($0) }
        fields.read(head, areAbove: true, into: &found)
        found.signature = HeadSignature(fields: fields, names: publishers)
          .lines(head.clamped(to: place), behind: titleLine, of: place)
        DateLine(fields: fields).read(head, behind: titleLine, outside: data, into: &found)
        PublisherBesideDate(fields: fields, names: publishers).read(head, behind: titleLine, into: &found)
        // The lines of a table belong to the head or to the text, all of them.
        for table in tables { found.infoLines.formUnion(table) }
        for table in data { found.infoLines.subtract(table) }
        if let stamp {
          found.set(\.published, fields.firstDay(in: stamp), "published", by: "FirstPost")
        }
        TagFields.read(meta, publishers, into: &found)
        LinkedDataDate.read(linkedData, into: &found)
        TimeElement.read(finder, above: place, into: &found)
        let end = place.upperBound
        let below = max(head.upperBound, end - Self.reachBelow)..<max(end, head.upperBound) + Self.reachBelow
        fields.readDates(head.upperBound..<max(head.upperBound, below.lowerBound), into: &found)
        fields.read(below.clamped(to: finder.lines.lines.indices), areAbove: false, into: &found)
        SigningDate.read(into: &found)
        AnswerDate(fields: fields).read(
          head.lowerBound..<min(below.upperBound, finder.lines.lines.count), isLetter: isLetter, into: &found)
        LoneDateAbove(fields: fields).read(0..<place.lowerBound, into: &found)
      } else {
        TagFields.read(meta, publishers, into: &found)
        LinkedDataDate.read(linkedData, into: &found)
      }
      AddressDate.read([source, meta["og:url", "url"] ?? ""], into: &found)
    }
    return found
  }

  /// The lines between the title and the text, with some above the title. A title may be a question (新市场什么时候建好？):
  /// one with an info line right behind it is not the first line of the text.
  private func head(of place: Range<Int>, _ titleLine: Int?, _ fields: LabelledFields) -> Range<Int> {
    let firstText =
      place.first { line in
        finder.lines.lines[line].stops > 0 && finder.scores[line] > 0
          && !(line < place.lowerBound + 3 && place.contains(line + 1) && fields.isQuestion(line)
            && fields.isDated(line + 1))
      } ?? place.upperBound
    let above = titleLine == nil ? Self.reach : Self.reachAboveTitle
    let top = max(0, min(titleLine ?? Int.max, place.lowerBound) - above)
    let start = max(place.lowerBound, titleLine ?? 0)
    let end = min(firstText, start + Self.reachBelow, finder.lines.lines.count)
    return top..<max(top, end)
  }
}
