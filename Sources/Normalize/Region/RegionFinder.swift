internal import Records
internal import Vocabulary

/// Which place of GB/T 2260 a document is about.
///
/// The caller's code comes first; then the names of the title, each inside the one before (铜仁江口);
/// then the names in full that the text repeats most, then those of the publisher. A name that several
/// places share counts only inside another name or the text's own prefecture or province; a short name that
/// the title begins with only where the text names no place in full and speaks of 全市 or 全县, or the publisher
/// begins with it too (白银 and 资源 are words as well); a province that the text names is not what 全县 and 全市
/// mean. A county's own publisher goes before another county that its text names in passing. A text that goes from one
/// place to another (`SeveralPlaces`) is about what lies around them all, and else about the whole country, as one is whose title
/// names several provinces.
struct RegionFinder {
  let gazetteer: Gazetteer
  let year: Int?

  /// What was found.
  enum Result {
    case place(Place)
    /// The document speaks of the whole country, or of places all over it.
    case nation
    case ambiguous(String)
    case nothing
  }

  /// What title, text and publisher tell.
  ///
  /// - Parameter landmarks: those of the document's text.
  func regionTold(by document: Document, _ landmarks: Landmarks) -> Result {
    if let code = document.regionCode {
      if let place = gazetteer.place(code: code, in: year) ?? gazetteer.history(of: code).last {
        return .place(place)
      }
    }
    let title = names(in: document.title ?? "", limit: 600)
    let text = landmarks.places.lazy.filter(\.isFull).map(\.name)
    let known = Set(text)
    if namesProvinces(title, document.title ?? "") { return .nation }
    if let found = chain(title, known: known, in: document.title ?? "") { return .place(found) }
    let scope = Scope(landmarks.scopes)
    if isNational(document.title ?? "") || (document.publisher.map(isNationalOffice) ?? false && scope.isOpen)
    {
      return .nation
    }
    switch mostNamed(Array(text), known) {
    case .nothing:
      return (begun(document, title.first, scope) ?? published(document, scope)).map { .place($0) }
        ?? .nothing
    case .place(let place) where headline(document, title.first, scope, in: place) != nil:
      return headline(document, title.first, scope, in: place).map { .place($0) } ?? .nothing
    case .place(let place)
    where several(landmarks, known).areMore(than: place, isOpen: scope.isOpen):
      return around(place, several(landmarks, known), document, title.first, scope)
    case .place(let place) where !scope.means(place) && onlyCounty(of: place, landmarks, known) != nil:
      return onlyCounty(of: place, landmarks, known).map { .place($0) } ?? .nothing
    case .place(let place) where isNeighbour(place, document, landmarks, scope):
      return published(document, scope).map { .place($0) } ?? .nothing
    case .place(let place) where isRoundUp(landmarks.places, place) && !scope.means(place): return .nation
    case .place(let place) where !scope.mayMean(place):
      return published(document, scope).map { .place($0) } ?? .nothing
    case .place(let place) where scope.isAbove(place):
      return .place(around(place, begun(document, title.first, scope) ?? published(document, scope), known))
    case .place(let place): return .place(titled(place, document.title ?? ""))
    case let found: return found
    }
  }

  /// What 全县, 全市 and 全州 say of the place that the text is about.
  private struct Scope {
    private let isCounty: Bool
    private let isCity: Bool
    private let isPrefecture: Bool
    private let isProvince: Bool
    private let hasCountyOffice: Bool

    init(_ words: ScopeWords) {
      (isCounty, isCity, isPrefecture, isProvince) =
        (
          words.contains(.county), words.contains(.city), words.contains(.prefecture),
          words.contains(.province)
        )
      hasCountyOffice = words.contains(.countyOffice)
    }

    /// Whether the words may mean the place. 全市 in the text of a county may be the city above it.
    func mayMean(_ place: Place) -> Bool {
      if isCounty { return place.level == .county }
      if isCity { return place.level != .province || place.name.ends(with: "市") }
      return !isPrefecture || place.level != .province
    }

    /// Whether the text speaks of no place as its own.
    var isOpen: Bool { !isCounty && !isCity && !isPrefecture && !isProvince }

    /// Whether 县委 or 县政府 may be those of the place.
    func mayBeOffice(of place: Place) -> Bool {
      hasCountyOffice && place.level == .county && !place.name.ends(with: "区")
    }

    /// Whether they speak of a city or prefecture alone, and the place is a county that may lie in it.
    func isAbove(_ place: Place) -> Bool {
      place.level == .county && !isCounty && (isCity || isPrefecture) && !place.name.ends(with: "区")
        && !means(place)
    }

    /// Whether they say that the text is about such a place.
    func means(_ place: Place) -> Bool {
      switch place.level {
      case .county where place.name.ends(with: "县"): isCounty
      case .county, .prefecture:
        place.name.ends(with: "市") ? isCity && !isCounty : place.name.ends(with: "州") && isPrefecture
      case .province where place.name.ends(with: "市"): isCity && !isCounty
      case .province: isProvince && !isCounty && !isCity
      }
    }
  }

  /// The city or prefecture around a county that its text names most: the one that title or publisher tell, or
  /// the one in which all counties lie that the text names, two and more.
  private func around(_ county: Place, _ told: Place?, _ known: Set<Int>) -> Place {
    if let told, gazetteer.isWithin(county.code, told.code, in: year) { return told }
    let counties = known.compactMap { name in
      places(named: name).first { $0.level == .county && $0.isNamedInFull(by: gazetteer.names[name]) }
    }
    guard counties.count > 1, let parent = gazetteer.parent(of: county.code, in: year),
      counties.allSatisfy({ gazetteer.isWithin($0.code, parent.code, in: year) })
    else { return county }
    return parent
  }

  /// The places that the text names in full.
  private func several(_ landmarks: Landmarks, _ known: Set<Int>) -> SeveralPlaces {
    var several = SeveralPlaces(gazetteer, year: year)
    var found: [Int: Place] = [:]
    for mention in landmarks.places where mention.isFull {
      guard let place = found[mention.name] ?? place(inFull: mention.name, known) else { continue }
      found[mention.name] = place
      several.see(place, isHead: mention.isHead)
    }
    return several
  }

  /// What lies around several places: what the title begins with or the publisher is called after, or their prefecture.
  private func around(
    _ place: Place, _ several: SeveralPlaces, _ document: Document, _ name: Int?, _ scope: Scope
  ) -> Result {
    let title = document.title ?? ""
    let titled = name.flatMap {
      title.begins(with: gazetteer.names[$0]) ? gazetteer.province(named: $0, in: year) : nil
    }
    if let told = titled ?? published(document, scope), gazetteer.isWithin(place.code, told.code, in: year) {
      return .place(told)
    }
    return several.prefecture(around: place).map { .place($0) } ?? .nation
  }

  /// Whether the title joins two provinces: 四川、宁夏…, 广东省和海南省….
  private func namesProvinces(_ names: [Int], _ title: String) -> Bool {
    guard names.count > 1, let first = gazetteer.province(named: names[0], in: year),
      let second = gazetteer.province(named: names[1], in: year), first.code != second.code
    else { return false }
    return ["、", "和", "与"].contains {
      title.holds(gazetteer.names[names[0]] + $0 + gazetteer.names[names[1]])
    }
  }

  /// The place whose short name the title begins with, where the scope or the publisher bears it out.
  private func begun(_ document: Document, _ name: Int?, _ scope: Scope) -> Place? {
    guard let name, let title = document.title, title.begins(with: gazetteer.names[name]) else { return nil }
    let places = places(named: name)
    guard places.count == 1 else { return nil }
    let isSame =
      document.publisher?.begins(with: gazetteer.names[name]) ?? false
      || document.text.begins(with: gazetteer.names[name])
    return scope.means(places[0]) || isSame ? places[0] : nil
  }

  /// The county of a headline's short name, where the text names only the province or prefecture around it in full: 天台…，浙江省…，
  /// 县委、县政府. Headlines leave 县 out, and so does their text.
  private func headline(_ document: Document, _ name: Int?, _ scope: Scope, in outer: Place) -> Place? {
    guard outer.level != .county, let name, let title = document.title,
      title.begins(with: gazetteer.names[name]), document.text.holds(gazetteer.names[name])
    else { return nil }
    let inner = places(named: name).filter {
      gazetteer.isWithin($0.code, outer.code, in: year) && $0.code != outer.code
    }
    guard inner.count == 1, scope.mayBeOffice(of: inner[0]) || scope.means(inner[0]) else { return nil }
    return inner[0]
  }

  /// The place that the publisher is called after: 鹿邑县人民政府. The name of a paper or station counts where the
  /// text speaks of 全市 or 全县: 南阳日报, but 光明日报 is not that of 光明区.
  private func published(_ document: Document, _ scope: Scope) -> Place? {
    guard var publisher = document.publisher else { return nil }
    // 国家统计局上海调查总队: a post in a place.
    let bureau = "国家统计局"
    let isPost = publisher.begins(with: bureau) && publisher.holds("调查")
    if isPost { publisher = String(publisher.dropFirst(bureau.count)) }
    let found = names(in: publisher, limit: 200)
    if let place = chain(found, known: Set(found), in: publisher) { return place }
    guard let name = found.first.map({ gazetteer.names[$0] }), publisher.begins(with: name) else {
      return nil
    }
    // 龙山电视台 in a text that speaks of 我县 is that of 龙山县, not of 龙山区.
    let options = places(named: found[0])
    let places = options.count == 1 ? options : options.filter(scope.means)
    // 丰顺年鉴: a yearbook is that of its place, whatever the text speaks of.
    let books = ["年鉴", "县志", "市志", "区志", "史志"]
    if places.count == 1, isPost { return places[0] }
    if places.count == 1, books.contains(where: { publisher.begins(with: name + $0) }) { return places[0] }
    let kinds = ["日报", "晚报", "广播电视台", "电视台", "新闻网", "融媒"]
    // 通城电视台: a station's name counts where the title has it too.
    let isTitled = publisher.ends(with: "台") && (document.title?.holds(name) ?? false)
    guard places.count == 1, scope.means(places[0]) || isTitled,
      kinds.contains(where: { publisher.begins(with: name + $0) })
    else { return nil }
    return places[0]
  }

  /// The place around one that the text names, where the title speaks of 全省 or 全市: 全省夏粮收购进展顺利.
  private func titled(_ place: Place, _ title: String) -> Place {
    let path = gazetteer.path(of: place.code, in: year)
    if ["全省", "我省"].contains(where: { title.begins(with: $0) }) {
      return path.first { $0.level == .province } ?? place
    }
    if ["全市", "我市"].contains(where: { title.begins(with: $0) }), !place.name.ends(with: "市") {
      return path.first { $0.level == .prefecture } ?? place
    }
    return place
  }

  /// The county that the text writes out behind its city, where it names no other county of that: 建和乡是乐山市沐川县的一个乡.
  private func onlyCounty(of city: Place, _ landmarks: Landmarks, _ known: Set<Int>) -> Place? {
    guard city.level == .prefecture, landmarks.places.contains(where: { $0.isFull && $0.isBehindName }) else {
      return nil
    }
    func county(_ name: Int) -> Place? {
      places(named: name).first {
        $0.level == .county && $0.isNamedInFull(by: gazetteer.names[name])
          && gazetteer.isWithin($0.code, city.code, in: year)
      }
    }
    let counties = known.compactMap(county)
    guard counties.count == 1,
      landmarks.places.contains(where: { $0.isBehindName && county($0.name)?.code == counties[0].code })
    else { return nil }
    return counties[0]
  }

  /// Whether the place that the text names most is only one beside the publisher's, of which it speaks as 我县 or, where it
  /// names the other once, as 全县: 我县总量超过肥东县 on a page of 肥西县政府网.
  private func isNeighbour(
    _ place: Place, _ document: Document, _ landmarks: Landmarks, _ scope: Scope
  ) -> Bool {
    guard let own = published(document, scope), own.code != place.code else { return false }
    let name = gazetteer.words.payload(of: place.name)
    let isNamedOnce = landmarks.places.count(where: { $0.name == name }) == 1
    // 天台县发展茶产业…，全县…: who is spoken of first is spoken of, whoever reprints it.
    if document.text.begins(with: place.name) { return false }
    let isElsewhere =
      !gazetteer.isWithin(place.code, own.code, in: year)
      && !gazetteer.isWithin(own.code, place.code, in: year)
    // 台州史志网 tells of 太平县 once.
    if isElsewhere, isNamedOnce { return true }
    guard scope.means(own) else { return false }
    // 全市…，和浦东新区: a district of the city that the text names once.
    if gazetteer.isWithin(place.code, own.code, in: year) { return isNamedOnce && !scope.means(place) }
    guard own.level == place.level else { return false }
    let speaksForItself = ["我县", "我市", "我区", "我州"].contains { document.text.holds($0) }
    return speaksForItself || isNamedOnce
  }

  /// A round-up of news from several provinces that names no place twice is about none of them.
  private func isRoundUp(_ mentions: [PlaceMention], _ place: Place) -> Bool {
    let own = gazetteer.words.payload(of: place.name)
    guard mentions.count(where: { $0.name == own }) == 1 else { return false }
    let provinces = Set(mentions.map(\.name)).flatMap { places(named: $0) }.filter { $0.level == .province }
    return Set(provinces.map(\.code)).count >= 3
  }

  /// The names in the order of the text, by their indices in the gazetteer.
  func names(in text: String, limit: Int) -> [Int] {
    text.bytes { bytes in
      var found: [Int] = []
      var offset = 0
      let end = min(bytes.count, limit)
      while let (start, match) = gazetteer.words.firstMatch(in: bytes, from: offset, to: end) {
        if match.count >= 6 {
          if !isTown(bytes, start, match.count) { found.append(match.payload) }
          offset = start + match.count
        } else {
          offset = start + bytes.width(at: start)
        }
      }
      return found
    }
  }

  /// 振兴镇 is no name of 振兴区: whether a town's tail stands behind a short name.
  private func isTown(_ text: Bytes, _ start: Int, _ count: Int) -> Bool {
    guard count == 6 else { return false }
    return ["镇", "乡", "街道", "村"].contains { (tail: StaticString) in text.has(tail, at: start + count) }
  }

  /// The last place of a chain of names, each inside the one before.
  ///
  /// - Parameters:
  ///   - known: the names that may tell places of one name apart.
  ///   - words: the words that the names stand in.
  func chain(_ names: [Int], known: Set<Int>, in words: String) -> Place? {
    var chosen: Place?
    var isSure = false
    for name in names {
      let options = classed(places(named: name), gazetteer.names[name], words)
      if let outer = chosen {
        if let inner = options.first(where: {
          $0.code != outer.code && gazetteer.isWithin($0.code, outer.code, in: year)
        }) {
          (chosen, isSure) = (inner, true)
        }
        continue
      }
      let fitting = options.count == 1 ? options : narrowed(options, by: known)
      guard fitting.count == 1 else { continue }
      let place = fitting[0]
      chosen = place
      isSure =
        gazetteer.names[name] != place.shortName
        || (gazetteer.names[name] == place.name && words.begins(with: place.name))
        || isKnown(place, known)
        || isClassed(gazetteer.names[name], words)
        || gazetteer.parent(of: place.code, in: year).map { isKnown($0, known) } ?? false
    }
    return isSure ? chosen : nil
  }

  /// 阿坝州 is the prefecture and not the county of that name.
  private func classed(_ options: [Place], _ name: String, _ words: String) -> [Place] {
    guard options.count > 1 else { return options }
    for tail in ["州", "市", "县", "区", "旗", "盟"] where words.holds(name + tail) {
      let fitting = options.filter { $0.shortName == name && $0.name.ends(with: tail) }
      if !fitting.isEmpty { return fitting }
    }
    return options
  }

  /// Whether one of its names in full is known.
  private func isKnown(_ place: Place, _ known: Set<Int>) -> Bool {
    place.names.contains { place.isNamedInFull(by: $0) && isKnown($0, known) }
  }

  private func isKnown(_ name: String, _ known: Set<Int>) -> Bool {
    gazetteer.words.payload(of: name).map(known.contains) ?? false
  }

  /// Whether a class stands behind the short name: 关岭自治县, 果洛州人大.
  private func isClassed(_ name: String, _ words: String) -> Bool {
    ["自治县", "自治州", "县", "市", "区", "旗", "州", "人民政府"].contains { words.holds(name + $0) }
  }

  /// The place that is named in full most often; of equals the smaller one, then the first.
  private func mostNamed(_ names: [Int], _ known: Set<Int>) -> Result {
    var counts: [Int: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    var places: [(place: Place, count: Int)] = []
    var unclear: (name: String, count: Int)?
    var seen: Set<Int> = []
    for name in names where seen.insert(name).inserted {
      let count = counts[name] ?? 0
      guard let place = place(inFull: name, known) else {
        if isShared(name), count > unclear?.count ?? 0 { unclear = (gazetteer.names[name], count) }
        continue
      }
      if let same = places.firstIndex(where: { $0.place.code == place.code }) {
        places[same].count += count
      } else {
        places.append((place, count))
      }
    }
    var best: (place: Place, count: Int)?
    for (place, count) in places {
      guard let current = best else {
        best = (place, count)
        continue
      }
      let isInside = gazetteer.isWithin(place.code, current.place.code, in: year)
      if count > current.count || (count == current.count && isInside) { best = (place, count) }
    }
    if let unclear, unclear.count > best?.count ?? 0 { return .ambiguous(unclear.name) }
    return best.map { .place($0.place) } ?? .nothing
  }

  /// The one place that a name in full means beside those that are known.
  private func place(inFull name: Int, _ known: Set<Int>) -> Place? {
    let options = places(inFull: name)
    let fitting = options.count <= 1 ? options : narrowed(options, by: known)
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func places(inFull name: Int) -> [Place] {
    places(named: name).filter { $0.isNamedInFull(by: gazetteer.names[name]) }
  }

  /// Whether several places have the name.
  private func isShared(_ name: Int) -> Bool { places(inFull: name).count > 1 }

  private func narrowed(_ options: [Place], by known: Set<Int>) -> [Place] {
    options.filter { option in
      guard let parent = gazetteer.parent(of: option.code, in: year) else { return false }
      let above = [parent] + (gazetteer.parent(of: parent.code, in: year).map { [$0] } ?? [])
      return above.contains { isKnown($0, known) || isKnown($0.shortName, known) }
    }
  }

  func places(named name: Int) -> [Place] { gazetteer.places(meantBy: name, in: year) }

  /// Whether the publisher is an office of the whole country, and none of its posts in a place.
  private func isNationalOffice(_ publisher: String) -> Bool {
    ["国家统计局", "国家统计局网站", "国务院", "中国政府网", "新闻联播", "中央电视台"].contains { publisher.isSame($0) }
  }

  private func isNational(_ title: String) -> Bool {
    // 国家统计局铜仁调查队 is a post in a place.
    if title.begins(with: "国家统计局") { return !title.holds("调查队") && !title.holds("调查总队") }
    return ["中华人民共和国", "全国", "我国", "中国"].contains { title.begins(with: $0) }
  }
}
