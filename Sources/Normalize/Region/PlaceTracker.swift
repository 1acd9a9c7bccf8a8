internal import Records
internal import Vocabulary

/// Which town, village or institution inside the region the sentences are about.
///
/// A name is learned where it stands in full behind the region's (玉环市上栈头村), or as the title or a
/// heading (三源浦朝鲜镇). An institution's name counts only where its sentence tells of its founding or
/// place, and for its paragraph; a town's or village's until 全县, the region's own name or another
/// heading ends it.
struct PlaceTracker {
  private(set) var place: String?
  private var institution: String?
  private var learned: [String] = []
  private var fromTitle: String?

  /// The innermost place that the words seen so far are about.
  var current: String? { institution ?? place }

  /// Whether the paragraph is about an institution.
  var isInstitution: Bool { institution != nil }

  mutating func title(_ title: String) {
    if let name = Settlement.whole(title) {
      (fromTitle, place) = (name, name)
      learned.append(name)
    }
  }

  mutating func heading(_ title: String) {
    institution = nil
    place = Settlement.whole(title) ?? fromTitle
  }

  mutating func beginParagraph() { institution = nil }

  /// The region as a whole is spoken of: 全县.
  mutating func seeWholeRegion() { (place, institution) = (nil, nil) }

  /// Looks at the head of a sentence, or at a name of the gazetteer inside it.
  mutating func see(_ tokens: [Token], from start: Int, _ text: Bytes) -> Bool {
    guard start < tokens.count else { return false }
    if let (name, _) = Settlement.name(tokens, at: start, text) {
      place = name
      institution = nil
      if !learned.contains(name) { learned.append(name) }
      return true
    }
    if let name = Institution.name(tokens, at: start, text) {
      institution = name
      return true
    }
    return false
  }

  /// A sentence that begins with a name known from before.
  mutating func seeHead(_ token: Token, _ text: Bytes) {
    guard token.kind == .noun else { return }
    let words = text.string(token.span)
    if let name = learned.first(where: { words.hasPrefix($0) }) { place = name }
  }
}
