internal import Quantities
internal import Records
internal import Vocabulary

extension Reader {
  /// Takes from the title the time and the town that the whole document is about.
  mutating func title(_ title: String?, _ annotator: Annotator) {
    guard var title = title ?? firstLine else { return }
    places.title(title)
    let annotation = annotator.annotate(title, published: context.document.published)
    let survey = SurveyTime.period(inTitle: title, context.vocabulary.surveys)
    title.withUTF8 { bytes in
      // 2014年1月27日 in a title is when it was given; a year is what it is about.
      let mention = annotation.periods.first { mention in
        let isDay = mention.period.start == mention.period.end
        return !isDay && !bytes.isInBrackets(mention.span)
      }
      tracker.title(mention?.period ?? survey)
    }
  }

  /// The first line, where it reads as a title.
  private var firstLine: String? {
    guard let block = context.document.blocks.first,
      HeadingLine.isTitle(context.text, block.span)
        || Settlement.titled(context.text.string(block.span)) != nil
    else { return nil }
    return context.text.string(context.text.trimmed(block.span))
  }

  /// Reads the blocks in order: headings lead into sections, paragraphs are read.
  mutating func read(_ blocks: [Block], _ annotator: Annotator) {
    var table = 0
    for block in blocks {
      switch block.kind {
      case .table:
        if table < context.document.tables.count {
          self.table(context.document.tables[table], annotator)
          table += 1
        }
      case .heading: heading(block.span, level: HeadingLine.level(context.text, block.span) ?? 1)
      case .caption: break
      case .paragraph, .item, .note:
        if let level = headingLevel(block.span) {
          heading(block.span, level: level)
        } else {
          paragraph(block.span)
        }
      }
    }
  }

  /// Reads the cells of a table.
  private mutating func table(_ table: DataTable, _ annotator: Annotator) {
    tracker.beginSentence()
    let cells = TableCells(table, context, annotator)
    for cell in cells.statements(annotator) {
      recorder.begin(sentence: cell.row, section: outline.path)
      let known = cell.period.map { PeriodTracker.Known(period: $0, basis: .stated) } ?? tracker.current
      recorder.record(
        cell,
        Circumstances(
          period: known, region: context.region, place: cell.place ?? places.current,
          isTarget: cell.isTarget || isPlanSection))
    }
  }

  /// The level of a line that reads as a heading and holds no number.
  private func headingLevel(_ span: ByteSpan) -> Int? {
    let level = HeadingLine.level(context.text, span)
    guard level != nil ? span.count <= 120 : HeadingLine.isTitle(context.text, span) else { return nil }
    let start = span.start + (level == nil ? 0 : 6)
    let quantities = context.annotation.quantities
    let first = quantities.partitioningIndex { $0.span.start >= start }
    let hasNumber = first < quantities.count && quantities[first].span.end <= span.end
    return hasNumber ? nil : level ?? 1
  }

  private mutating func heading(_ span: ByteSpan, level: Int) {
    let title = context.text.string(context.text.trimmed(span))
    outline.enter(title, level: level)
    places.heading(title)
    let all = context.annotation.periods
    let mention = all[all.partitioningIndex { $0.span.start >= span.start }...]
      .prefix { $0.span.end <= span.end }.first { $0.period.start != $0.period.end }
    if level <= 2 {
      tracker.endSection()
      isPlanSection =
        context.words.contains([.plan, .target], in: context.text, span)
        && !context.words.contains([.review], in: context.text, span)
    }
    tracker.heading(mention?.period)
  }
}

extension Bytes {
  /// Whether brackets open before the stretch and close behind it.
  func isInBrackets(_ span: ByteSpan) -> Bool {
    var offset = span.start
    while offset > 0 {
      offset -= 1
      if self[offset] == UInt8(ascii: "(") || has("（", at: offset) { return true }
      if self[offset] == UInt8(ascii: ")") || has("）", at: offset) { return false }
    }
    return false
  }
}
