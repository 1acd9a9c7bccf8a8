internal import Records
internal import Vocabulary

/// Which place a document is about where title, text and publisher tell none: that of the government on whose site it
/// stands, 某某县人民政府, if the text speaks of 全县 or 我县, or of 县委、县政府, as its own.
///
/// The name of the site must be that of an office or of what one runs (政府网, 县情网), and must name one place. What
/// speaks for another place outweighs it: a place that title, text or publisher begin with or name in full, or 全市 in a
/// text on the site of a province. A wrong place is worse than none.
extension RegionFinder {
  /// Which place a document is about.
  ///
  /// - Parameter landmarks: those of the document's text.
  func region(of document: Document, _ landmarks: Landmarks) -> Result {
    let told = regionTold(by: document, landmarks)
    switch told {
    case .place, .nation: return told
    case .ambiguous, .nothing: return siteRegion(of: document, landmarks).map { .place($0) } ?? told
    }
  }

  private func siteRegion(of document: Document, _ landmarks: Landmarks) -> Place? {
    guard let site = document.site else { return nil }
    let found = names(in: site, limit: 200)
    guard let place = chain(found, known: Set(found), in: site), isOffice(site, behind: place),
      found.allSatisfy({ fits($0, place) }), speaks(document.text, landmarks.scopes, of: place)
    else { return nil }
    let text = landmarks.places.filter {
      $0.isFull && isPlainly(gazetteer.names[$0.name], $0.name)
        || document.text.begins(with: gazetteer.names[$0.name])
    }
    let others =
      text.map(\.name) + told(by: document.title ?? "") + told(by: document.publisher ?? "")
    return others.allSatisfy { fits($0, place) } ? place : nil
  }

  /// The names of a title or publisher that are no other words: those in full, and the one that it begins with.
  private func told(by words: String) -> [Int] {
    names(in: words, limit: 600).filter {
      gazetteer.names[$0].utf8.count >= 9 || words.begins(with: gazetteer.names[$0])
    }
  }

  /// Whether a name is no river's: one in full, or a province's. 松花江 was a prefecture's too.
  private func isPlainly(_ words: String, _ name: Int) -> Bool {
    places(named: name).contains { $0.name == words || $0.level == .province }
  }

  /// Whether a place of the name lies around or within `place`, or is it.
  private func fits(_ name: Int, _ place: Place) -> Bool {
    places(named: name).contains {
      gazetteer.isWithin($0.code, place.code, in: year) || gazetteer.isWithin(place.code, $0.code, in: year)
    }
  }

  private static let offices = [
    "政府", "政务", "局", "委", "办公室", "省情网", "市情网", "县情网", "区情网", "省情资料库",
  ]

  /// Whether an office stands behind the name of the place, and the site is no paper's or station's.
  private func isOffice(_ site: String, behind place: Place) -> Bool {
    guard !["报", "台", "社", "融媒体中心"].contains(where: { site.ends(with: $0) }) else { return false }
    return Self.offices.contains { office in site.holds(office) }
  }

  /// Whether the text speaks of a place of such a level as its own, and of no lower one.
  private func speaks(_ text: String, _ scopes: ScopeWords, of place: Place) -> Bool {
    guard let level = place.name.unicodeScalars.last.map(String.init) else { return false }
    let means = ["全", "我", "本"].contains { text.holds($0 + level) }
    let below: ScopeWords =
      switch place.level {
      case .county: []
      case .prefecture: [.county, .countyOffice]
      case .province: place.name.ends(with: "市") ? [.county, .countyOffice] : [.county, .city, .prefecture]
      }
    guard scopes.isDisjoint(with: below) else { return false }
    // 全区 is any district's as well as an autonomous region's, and one in a city's text is no city's.
    if place.level != .county {
      if level == "区" { return place.level == .province && text.holds("自治区") && means }
      return means && !text.holds("我区")
    }
    if means { return true }
    let isOpen = scopes.isDisjoint(with: [.county, .city, .prefecture, .province])
    return isOpen
      && (text.holds(level + "委、" + level + "政府") || text.holds(level + "委" + level + "政府")
        || level == "县" && scopes.contains(.countyOffice))
  }
}
