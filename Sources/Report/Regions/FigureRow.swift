internal import Records

/// A figure as a row of a table of the report.
struct FigureRow {
  let terms: Terms

  func content(_ figure: Figure, root: String) -> Templates.Content {
    let unit = figure.row["standard_unit"] ?? ""
    let standard = figure.row["standard_value"].map { FigureDetail.standard($0, unit) } ?? ""
    return [
      "period": figure.row["period"] ?? "", "text": figure.text, "standard": standard, "part": figure.part,
      "measure": terms(.measure, figure.measure).content,
      "status": figure.isTarget ? terms(.status, Status.target.rawValue).content as Any : false,
      "link": FigureLink.evidence(figure, root: root), "source": figure.document.name,
      "tier": figure.tier.map { terms(.tier, $0).content as Any } ?? false,
      "published": figure.published ?? "",
      "isOther": figure.isPreferred == false, "kind": figure.isTarget ? "goal" : "fact",
    ]
  }
}
