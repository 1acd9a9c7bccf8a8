/// The names that a page gives the site that it stands on, with the rules that found them.
struct SiteNames {
  let finder: MainTextFinder
  let meta: MetaTags
  let publishers: PublisherNames
  /// The lines of the main text, where there is one.
  let place: Range<Int>?

  /// How much a name tells: that of an office goes before that of a paper, and both before any other.
  private enum Worth: Int { case office, press, other }

  /// Sets the name that tells most, of equal ones the first in the order of the rules.
  ///
  /// - Parameter title: the page's own title, which is no name of a site.
  func read(title: String?, labels: SiteImprint, into found: inout Metadata) {
    var best: (name: String, rule: String, worth: Worth)?
    for (name, rule) in candidates(labels) {
      guard let name, name != title, !publishers.isNobody(name) else { continue }
      let worth = worth(of: name)
      if worth.rawValue < best?.worth.rawValue ?? .max { best = (name, rule, worth) }
    }
    if let best { found.set(\.site, best.name, "site", by: best.rule) }
  }

  private func candidates(_ imprint: SiteImprint) -> [(String?, String)] {
    [
      (SiteTag.name(meta), "SiteTag"), (imprint.name(below: place), "SiteImprint"),
      (TitleTail.name(meta.title, publishers), "TitleTail"),
      (BreadcrumbHead.name(in: finder, above: place, publishers), "BreadcrumbHead"),
    ]
  }

  private func worth(of name: String) -> Worth {
    guard publishers.endsAsPublisher(name) else { return .other }
    return publishers.endsAsOffice(name) || name.utf8.count > 6 && holdsGovernment(name) ? .office : .press
  }

  /// 某县政府网 and 某县人民政府门户网站 are the government's own.
  private func holdsGovernment(_ name: String) -> Bool {
    let word = Array("政府".utf8)
    let bytes = Array(name.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: word) }
  }
}
