internal import Records

/// A document's text as blocks and tables for the template, with its marks.
struct DocumentBody {
  private let text: [UInt8]
  private let document: Document
  private let groups: [MarkGroup]
  private let terms: Terms

  init(_ document: Document, _ groups: [MarkGroup], _ terms: Terms) {
    text = Array(document.text.utf8)
    self.document = document
    self.groups = groups
    self.terms = terms
  }

  /// The blocks in the order of the text.
  var content: [Templates.Content] { document.blocks.map(block) }

  private func block(_ block: Block) -> Templates.Content {
    let table = block.kind == .table ? document.tables.first { block.span.contains($0.span) } : nil
    var content: Templates.Content = [
      "heading": false, "plain": false, "table": false, "kind": block.kind.rawValue, "level": 3,
    ]
    if let table {
      content["table"] = ["caption": table.caption ?? "", "unit": table.unit ?? "", "rows": rows(of: table)]
    } else {
      content[block.kind == .heading ? "heading" : "plain"] = true
      // The page's own headline is the first, its sections the second.
      content["level"] = min(6, max(2, block.level) + 1)
      content["pieces"] = pieces(in: block.span)
    }
    return content
  }

  private func rows(of table: DataTable) -> [Templates.Content] {
    let rows = Dictionary(grouping: table.cells, by: \.row)
    return rows.keys.sorted().map { row in
      let cells = (rows[row] ?? []).sorted { $0.column < $1.column }
      // A row of headings alone stands over columns.
      let isHead = cells.allSatisfy(\.isHeader)
      return [
        "cells": cells.map { cell -> Templates.Content in
          [
            "header": cell.isHeader, "scope": isHead ? "col" : "row",
            "columns": "\(min(1000, max(1, cell.columnSpan)))",
            "rows": "\(min(65534, max(1, cell.rowSpan)))", "pieces": pieces(in: cell.span),
          ]
        }
      ]
    }
  }

  /// The stretch cut where marks begin and end. A mark that goes beyond it is cut there.
  private func pieces(in span: ByteSpan) -> [Templates.Content] {
    var pieces: [Templates.Content] = []
    var place = span.start
    var index = firstGroup(endingBehind: span.start)
    while index < groups.count, groups[index].span.start < span.end {
      let group = groups[index]
      let (start, end) = (max(group.span.start, span.start), min(group.span.end, span.end))
      if place < start { pieces.append(plain(place, start)) }
      pieces.append(marked(index, start, end))
      place = end
      index += 1
    }
    if place < span.end { pieces.append(plain(place, span.end)) }
    return pieces
  }

  private func plain(_ start: Int, _ end: Int) -> Templates.Content {
    ["text": words(start, end), "mark": false, "named": false]
  }

  private func marked(_ index: Int, _ start: Int, _ end: Int) -> Templates.Content {
    let group = groups[index]
    if !group.kind.hasDetail {
      let isFirst = start == group.span.start
      let named: Templates.Content = [
        "kind": group.kind.code, "anchored": isFirst ? [["anchor": group.anchor]] : [], "hint": hint(group),
      ]
      return ["text": words(start, end), "mark": false, "named": named]
    }
    let isFirst = start == group.span.start
    let mark: Templates.Content = [
      "kind": group.kind.code, "detail": group.detail, "ids": isFirst ? ids(index) : [],
      "anchored": isFirst ? [["anchor": group.anchor]] : [], "hint": hint(group),
    ]
    return ["text": words(start, end), "mark": mark, "named": false]
  }

  /// What links lead to: the observations of a group, and the findings that begin in it or before it, each once in a page.
  private func ids(_ index: Int) -> [String] {
    var ids: [String] = []
    for mark in groups[index].marks {
      switch mark.outcome {
      case .observed(let figure, _): ids.append(figure.id)
      case .doubted where firstGroup(endingBehind: mark.span.start) == index:
        let id = FigureLink.finding(at: mark.span.start)
        if !ids.contains(id) { ids.append(id) }
      default: break
      }
    }
    return ids
  }

  /// What the mark became, in a few words.
  private func hint(_ group: MarkGroup) -> String {
    let kind = terms(.mark, group.kind.code).plain
    if case .time(let label)? = group.marks.first?.outcome { return "\(kind): \(label)" }
    guard case .observed(let figure, _)? = group.marks.first?.outcome else { return kind }
    let facts = [figure.indicator, figure.row["period"], figure.regionName].compactMap(\.self)
    return "\(kind): \(facts.joined(separator: ", "))"
  }

  private func words(_ start: Int, _ end: Int) -> String {
    String(decoding: text[start..<end], as: UTF8.self)
  }

  private func firstGroup(endingBehind place: Int) -> Int {
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].span.end <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
