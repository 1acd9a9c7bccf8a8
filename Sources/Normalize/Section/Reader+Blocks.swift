internal import Quantities
internal import Records
internal import Vocabulary

extension Reader {
  /// Whether the words stand under a heading of plans.
  var isPlanSection: Bool { part.isPlan || areGoalsBelow || planBelow.holds }

  /// Takes from the title the time and the town that the whole document is about.
  mutating func title(_ title: String?, _ annotator: Annotator) {
    guard var title = title ?? firstLine else { return }
    places.title(title)
    let annotation = annotator.annotate(title, published: context.document.published)
    let survey = SurveyTime.period(inTitle: title, context.surveys)
    // 2014年1月27日 in a title is when it was given; a year is what it is about.
    let mentions = annotation.periods.filter { $0.period.start != $0.period.end }
    let isNamedReport = title.holds("报告")
    let times = title.withUTF8 { bytes in
      let plain = mentions.filter { !bytes.isInBrackets($0.span) }
      // 统计公报（2020年）, but a report with a year in brackets is one of its session.
      return plain.isEmpty && !isNamedReport ? mentions : plain
    }.map(\.period)
    tracker.title(times.first ?? survey)
    let isMet = title.withUTF8 { HeadingLine.isMet($0, ByteSpan(0, $0.count)) }
    if title.holds("目标"), !isMet, let last = times.first, let published = context.document.published {
      titleSetsGoals = last.end > published
    }
    // 政府工作报告——1999年2月25日在市人民代表大会上: the day on which it was given tells the year where the title does not.
    let given = context.report.flatMap { $0.isStated ? $0.day : nil }
    if isNamedReport, title.holds("政府工作报告") || (given != nil && times.count < 2) {
      isReport = true
      let day = given ?? context.document.published.flatMap { $0.month <= 3 ? $0 : nil }
      tracker.title(
        reportOf: times.first ?? day.flatMap { Period(year: $0.year) }, published: context.document.published)
      yearOfGoals = tracker.plan.map(\.end.year)
    } else if let last = times.last, let first = times.first, last.start > first.end {
      tracker.title(plan: last)
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
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .table:
        if table < context.document.tables.count {
          self.table(context.document.tables[table], annotator)
          table += 1
        }
      case .heading, .paragraph, .item, .note:
        if HeadingLine.isOccasion(context.text, block.span) { continue }
        if HeadingLine.isFigureCaption(context.text, block.span) { continue }
        if isDate(block.span)
          || index + 1 < blocks.count && isSignature(block.span, before: blocks[index + 1].span)
        {
          continue
        }
        line(block)
      case .caption: break
      }
    }
  }

  /// Whether a line is no more than a day, in brackets perhaps: the date of a signature.
  private func isDate(_ span: ByteSpan) -> Bool {
    let line = text.trimmed(span)
    guard line.count <= 48 else { return false }
    let all = context.annotation.periods
    let first = all.partitioningIndex { $0.span.start >= line.start }
    guard first < all.count, all[first].period.start == all[first].period.end else { return false }
    return all[first].span.start - line.start <= 3 && line.end - all[first].span.end <= 3
      && all[first].span.end <= line.end
  }

  /// 白沙县统计局 above the date: who signs heads no section.
  private func isSignature(_ span: ByteSpan, before next: ByteSpan) -> Bool {
    guard isDate(next), HeadingLine.isTitle(text, span), HeadingLine.level(text, span) == nil else {
      return false
    }
    let title = text.string(text.trimmed(span))
    return context.document.title.map { !title.isSame($0) } ?? false
  }

  /// A block of prose: a heading, whatever the page marked it as, or a paragraph.
  private mutating func line(_ block: Block) {
    if block.kind == .heading {
      heading(block.span, level: HeadingLine.level(context.text, block.span) ?? 1)
      if statesNumber(block.span) { paragraph(HeadingLine.unnumbered(context.text, block.span)) }
    } else if let level = levelOfHeading(block.span) {
      heading(block.span, level: level)
    } else {
      paragraph(block.span)
    }
  }

  /// 一、耕地63941公顷: whether a heading has a number with a unit that counts or measures.
  private func statesNumber(_ span: ByteSpan) -> Bool {
    let quantities = context.annotation.quantities
    return quantities[quantities.partitioningIndex { $0.span.start >= span.start }...]
      .prefix { $0.span.end <= span.end }
      .contains { !$0.unit.isEmpty && $0.kind != .ordinal && $0.kind != .duration }
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
          period: known, region: cell.region ?? context.region,
          place: cell.place ?? (cell.region == nil ? places.current : nil),
          isTarget: cell.isTarget || isPlanSection))
    }
  }

  /// The level of a line that reads as a heading and holds no number.
  private func levelOfHeading(_ span: ByteSpan) -> Int? {
    let level = HeadingLine.level(context.text, span)
    guard level != nil ? span.count <= 120 : HeadingLine.isTitle(context.text, span) else { return nil }
    let start = span.start + (level == nil ? 0 : 6)
    let quantities = context.annotation.quantities
    let first = quantities.partitioningIndex { $0.span.start >= start }
    let hasNumber = first < quantities.count && quantities[first].span.end <= span.end
    return hasNumber ? nil : level ?? 1
  }

  /// 一、2017年工作成效。全年…: a numbered heading that its paragraph goes on from; tells whether the sentence was one.
  mutating func inlineHeading(_ sentence: ByteSpan) -> Bool {
    guard text.has("。", endingAt: sentence.end), let level = levelOfHeading(sentence), level >= 2, level <= 3
    else { return false }
    let title = ByteSpan(sentence.start, sentence.end - 3)
    let all = context.annotation.periods
    let hasTime =
      all[all.partitioningIndex { $0.span.start >= title.start }...]
      .first.map { $0.span.end <= title.end } ?? false
    if level == 2 || hasTime {
      heading(title, level: level)
    } else {
      outline.enter(text.string(title), level: level)
      tracker.passHeading()
    }
    return true
  }

  private mutating func heading(_ span: ByteSpan, level: Int) {
    let title = context.text.string(context.text.trimmed(span))
    outline.enter(title, level: level)
    areGoalsBelow = false
    places.heading(title)
    if regions.isTravelling { regions.heading(text, span) }
    let all = context.annotation.periods
    let mention = all[all.partitioningIndex { $0.span.start >= span.start }...]
      .prefix { $0.span.end <= span.end }
      .first { $0.period.start != $0.period.end && !text.has("年初", at: $0.span.start) }
    let stated = mention.map { mention in
      PastYears.place(mention, published: context.document.published, text) ?? mention.period
    }
    let kind = HeadingKind(span, level: level, of: stated, isBegun: isYearBegun(mention?.period), context)
    planBelow.enter(level: level, isReview: kind.isReview)
    headingLevel = level
    if level <= 2 {
      tracker.endSection()
      part.enter(
        kind,
        isTitle: context.document.title.map { title.isSame($0) } ?? false)
    }
    tracker.heading(stated ?? (level <= 2 ? part.period ?? (isPlanSection ? tracker.plan : nil) : nil))
  }

  /// Whether a heading's year has hardly begun at publication: what a report of January says of it is planned.
  private func isYearBegun(_ period: Period?) -> Bool {
    guard let period, let published = context.document.published, published.month <= 3 else { return false }
    return period == Period(year: published.year)
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
