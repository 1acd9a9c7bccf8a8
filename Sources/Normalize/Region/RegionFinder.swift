internal import Records
internal import Vocabulary

/// Which place of GB/T 2260 a document is about.
///
/// The caller's code comes first; then the names of the title, each inside the one before (铜仁江口);
/// then the names in full that the text repeats most, then those of the publisher. A name that several
/// places share counts only inside another name or the text's own prefecture or province.
struct RegionFinder {
  let gazetteer: Gazetteer
  let year: Int?

  /// What was found.
  enum Result {
    case place(Place)
    /// The document speaks of the whole country.
    case nation
    case ambiguous(String)
    case nothing
  }

  /// - Parameter mentions: the names of places in the document's text.
  func region(of document: Document, _ mentions: [PlaceMention]) -> Result {
    if let code = document.regionCode {
      if let place = gazetteer.place(code: code, in: year) ?? gazetteer.history(of: code).last {
        return .place(place)
      }
    }
    let title = names(in: document.title ?? "", limit: 600)
    let text = mentions.lazy.filter(\.isFull).map(\.name)
    let known = Set(text)
    if let found = chain(title, known: known, title: document.title ?? "") { return .place(found) }
    if isNational(document.title ?? "") { return .nation }
    switch mostNamed(Array(text), known) {
    case .nothing:
      let publisher = names(in: document.publisher ?? "", limit: 200)
      if let found = chain(publisher, known: Set(publisher), title: "") { return .place(found) }
      return .nothing
    case .place(let place) where isRoundUp(mentions, place): return .nation
    case let found: return found
    }
  }

  /// A round-up of news from several provinces that names no place twice is about none of them.
  private func isRoundUp(_ mentions: [PlaceMention], _ place: Place) -> Bool {
    let own = gazetteer.words.payload(of: place.name)
    guard mentions.count(where: { $0.name == own }) == 1 else { return false }
    let provinces = Set(mentions.map(\.name)).flatMap { places(named: $0) }.filter { $0.level == .province }
    return Set(provinces.map(\.code)).count >= 3
  }

  /// The names in the order of the text, by their indices in the gazetteer.
  private func names(in text: String, limit: Int) -> [Int] {
    text.bytes { bytes in
      var found: [Int] = []
      var offset = 0
      let end = min(bytes.count, limit)
      while let (start, match) = gazetteer.words.firstMatch(in: bytes, from: offset, to: end) {
        if match.count >= 6 {
          found.append(match.payload)
          offset = start + match.count
        } else {
          offset = start + bytes.width(at: start)
        }
      }
      return found
    }
  }

  /// The last place of a chain of names, each inside the one before.
  private func chain(_ names: [Int], known: Set<Int>, title: String) -> Place? {
    var chosen: Place?
    var isSure = false
    for name in names {
      let options = places(named: name)
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
      chosen = fitting[0]
      isSure =
        fitting[0].name == gazetteer.names[name] || isKnown(fitting[0].name, known)
        || isClassed(gazetteer.names[name], title)
        || gazetteer.parent(of: fitting[0].code, in: year).map { isKnown($0.name, known) } ?? false
    }
    return isSure ? chosen : nil
  }

  private func isKnown(_ name: String, _ known: Set<Int>) -> Bool {
    gazetteer.words.payload(of: name).map(known.contains) ?? false
  }

  /// Whether the title puts a class behind the short name: 关岭自治县.
  private func isClassed(_ name: String, _ title: String) -> Bool {
    ["自治县", "自治州", "县", "市", "区", "旗"].contains { title.holds(name + $0) }
  }

  /// The place that is named in full most often; of equals the smaller one, then the first.
  private func mostNamed(_ names: [Int], _ known: Set<Int>) -> Result {
    var counts: [Int: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    var best: (place: Place, count: Int)?
    var unclear: (name: String, count: Int)?
    var seen: Set<Int> = []
    for name in names where seen.insert(name).inserted {
      let options = places(named: name).filter { $0.name == gazetteer.names[name] }
      let fitting = options.count <= 1 ? options : narrowed(options, by: known)
      let count = counts[name] ?? 0
      guard let place = fitting.first, fitting.count == 1 else {
        if options.count > 1, count > unclear?.count ?? 0 { unclear = (gazetteer.names[name], count) }
        continue
      }
      if let current = best {
        let isInside = gazetteer.isWithin(place.code, current.place.code, in: year)
        if count > current.count || (count == current.count && isInside) { best = (place, count) }
      } else {
        best = (place, count)
      }
    }
    if let unclear, unclear.count > best?.count ?? 0 { return .ambiguous(unclear.name) }
    return best.map { .place($0.place) } ?? .nothing
  }

  private func narrowed(_ options: [Place], by known: Set<Int>) -> [Place] {
    options.filter { option in
      guard let parent = gazetteer.parent(of: option.code, in: year) else { return false }
      let above = [parent] + (gazetteer.parent(of: parent.code, in: year).map { [$0] } ?? [])
      return above.contains { isKnown($0.name, known) || isKnown($0.shortName, known) }
    }
  }

  private func places(named name: Int) -> [Place] {
    let now = gazetteer.places(named: name, in: year)
    return now.isEmpty ? lastOfEach(gazetteer.placesEver(named: gazetteer.names[name])) : now
  }

  /// Of the rows of one place under its former codes the last one: 监利县 had two before it became a city.
  private func lastOfEach(_ rows: [Place]) -> [Place] {
    var last: [String: Place] = [:]
    for row in rows {
      let key = gazetteer.codeToday(of: row.code) ?? row.code
      if let known = last[key], known.years.upperBound >= row.years.upperBound { continue }
      last[key] = row
    }
    return last.keys.sorted().compactMap { last[$0] }
  }

  private func isNational(_ title: String) -> Bool {
    for name in ["中华人民共和国", "全国", "我国"] where title.begins(with: name) { return true }
    return false
  }
}
