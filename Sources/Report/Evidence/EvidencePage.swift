internal import Records

/// The page of one document: its text as read, every number marked by what it became, and for each mark how that came about.
struct EvidencePage {
  let terms: Terms

  func content(_ sheet: EvidenceSheet) -> Templates.Content {
    let read = MarkGroup.groups(of: sheet.marks)
    let groups = MarkGroup.groups(of: sheet.marks + unread(sheet, read))
    let shown = groups.filter(\.kind.hasDetail)
    let document = sheet.document
    return [
      "pageTitle": document.title ?? document.source, "root": "../../", "script": "evidence.js",
      "isDocument": true,
      "facts": facts(of: document),
      "remarks": sheet.remarks.map { remark -> Templates.Content in
        ["code": terms(.finding, remark.code).content, "message": remark.message]
      },
      "hasRemarks": !sheet.remarks.isEmpty,
      "hasText": !document.text.isEmpty, "isArticle": document.kind == .article,
      "knowsRefusals": sheet.knowsRefusals || document.kind != .article,
      "legend": legend(groups),
      "blocks": DocumentBody(document, groups, terms).content,
      "details": shown.map { detail($0, groups, document) },
    ]
  }

  /// The numbers that nothing was made of, where it is known what became of all others.
  private func unread(_ sheet: EvidenceSheet, _ groups: [MarkGroup]) -> [NumberMark] {
    guard sheet.knowsRefusals, sheet.document.kind == .article else { return [] }
    return UnreadNumbers.spans(in: Array(sheet.document.text.utf8), outside: groups.map(\.span)).map {
      NumberMark(at: $0, .unread)
    }
  }

  private func facts(of document: Document) -> [Templates.Content] {
    var facts: [Templates.Content] = []
    func add(_ column: String, _ value: String?, link: String? = nil, term: Terms.Term? = nil) {
      guard let value else { return }
      facts.append([
        "label": terms.documentColumn(column).content, "value": value, "link": Templates.given(link),
        "term": term.map { $0.content as Any } ?? false,
      ])
    }
    add("source", document.source, link: WebLink(document.source)?.text)
    add("original_url", document.originalURL, link: document.originalURL.flatMap(WebLink.init)?.text)
    add("published", document.published?.description)
    add("publisher", document.publisher)
    add("author", document.author)
    add("tier", document.tier?.rawValue, term: document.tier.map { terms(.tier, $0.rawValue) })
    add("kind", document.kind.rawValue, term: terms(.page, document.kind.rawValue))
    add("charset", document.charset)
    add("document_id", document.id)
    return facts
  }

  /// The kinds of marks that the page has, with their numbers.
  private func legend(_ groups: [MarkGroup]) -> [Templates.Content] {
    NumberMark.Kind.allCases.filter { $0 != .words }.compactMap { kind in
      let count = groups.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return ["kind": kind.code, "count": "\(count)", "name": terms(.mark, kind.code).content]
    }
  }

  private func detail(_ group: MarkGroup, _ groups: [MarkGroup], _ document: Document) -> Templates.Content {
    let bytes = Array(document.text.utf8.dropFirst(group.span.start).prefix(group.span.count))
    return [
      "detail": group.detail, "anchor": group.anchor, "kind": group.kind.code,
      "words": String(decoding: bytes, as: UTF8.self), "name": terms(.mark, group.kind.code).content,
      "entries": group.marks.filter(\.kind.hasDetail).map { entry($0, groups, document) },
    ]
  }

  private func entry(_ mark: NumberMark, _ groups: [MarkGroup], _ document: Document) -> Templates.Content {
    var content: Templates.Content = ["figure": false, "reason": false, "doubt": false, "rule": false]
    switch mark.outcome {
    case .observed(let figure, let provenance):
      content["figure"] = FigureDetail(terms: terms).content(
        figure, origins: origins(provenance, groups, document))
    case .quarantined(let figure, let reason):
      content["figure"] = FigureDetail(terms: terms).content(figure, origins: [])
      content["reason"] = ["reason": reason]
    case .doubted(let remark):
      content["doubt"] = ["code": terms(.finding, remark.code).content, "message": remark.message]
    case .refused(let rule): content["rule"] = ["ruleName": rule]
    case .time, .words, .unread: break
    }
    return content
  }

  /// Where time and region come from, with links to the words that say so.
  private func origins(
    _ provenance: Provenance, _ groups: [MarkGroup], _ document: Document
  ) -> [Templates.Content] {
    [("period", provenance.period), ("region_name", provenance.region)].compactMap { column, origin in
      guard let origin else { return nil }
      var content: Templates.Content = ["label": terms.column(column).content, "words": false]
      switch origin {
      case .words(let span):
        content["term"] = terms(.origin, "words").content
        let bytes = Array(document.text.utf8.dropFirst(span.start).prefix(span.count))
        let group = groups.first { $0.span.overlaps(span) }
        content["words"] = [
          "said": String(decoding: bytes, as: UTF8.self), "anchor": group?.anchor ?? "text",
        ]
      case .title: content["term"] = terms(.origin, "title").content
      case .source: content["term"] = terms(.origin, "source").content
      case .published: content["term"] = terms(.origin, "published").content
      }
      return content
    }
  }
}
