internal import Records
internal import Vocabulary

/// Which town, village or institution inside the region the sentences are about.
///
/// The title or a heading (白沙镇概况) names the place of all below. In the text a name counts behind
/// the region's (临海市石桥村) until 全县 or the region's own name ends it; at the head of a clause it
/// counts for its sentence, and longer where 全镇 or 该村 takes it up; an institution's whose founding or
/// place is told (桃园中学创办于1956年) for its paragraph.
struct PlaceTracker {
  private var fromHeading: String?
  private var fromTitle: String?
  private var introduced: String?
  private var inSentence: String?
  /// The institution or village that the paragraph is about.
  private var ofParagraph: String?
  /// The last village and the last other place that were named.
  private var village: String?
  private var town: String?
  private var isWholeRegion = false
  /// The village that the paragraph named at the head of a clause.
  private var inParagraph: String?
  /// The place of the project or institution that the paragraph opened with: 白沙镇石桥村蔬菜基地.
  private var ofThing: String?
  /// The institution that the paragraph named last at the head of a clause.
  private var owner: String?
  /// Whether the sentence's place is an institution at the head of one of its clauses.
  private var isOwners = false

  /// The innermost place that the words seen so far are about.
  var current: String? {
    if isWholeRegion { return inSentence }
    return inSentence ?? ofParagraph ?? introduced ?? fromHeading ?? fromTitle
  }

  /// Whether the paragraph is about an institution.
  var isInstitution: Bool { ofParagraph != nil }

  mutating func title(_ title: String) { fromTitle = Settlement.titled(title) }

  mutating func heading(_ title: String) {
    (ofParagraph, introduced) = (nil, nil)
    fromHeading = Settlement.titled(title)
  }

  mutating func beginParagraph() { (ofParagraph, inParagraph, ofThing, owner) = (nil, nil, nil, nil) }

  mutating func beginSentence() {
    (inSentence, isWholeRegion, isOwners) = (nil, false, false)
  }

  /// 全县, 我市: the sentence is about the region as a whole.
  mutating func seeWholeRegion() {
    (inSentence, introduced, inParagraph, ofParagraph) = (nil, nil, nil, nil)
    (isWholeRegion, ofThing) = (true, nil)
  }

  /// 全镇, 该村: the town or village that was named last.
  mutating func seeWholeSettlement(tail: String) {
    if let current, current.ends(with: tail) { return }
    if let around = introduced ?? fromHeading ?? fromTitle, around.ends(with: tail) {
      inSentence = around
      return
    }
    // A town whose name is not known is still no county.
    inSentence = [village, town].compactMap { $0 }.first { $0.ends(with: tail) } ?? "该" + tail
  }

  private mutating func remember(_ name: String) {
    if name.ends(with: "村") { village = name } else { town = name }
  }

  /// A name right behind the region's.
  mutating func seeBehindRegion(
    _ tokens: [Token], at index: Int, _ text: Bytes, _ words: WordTable
  ) -> Bool {
    guard index < tokens.count else { return false }
    // 城关镇第二小学位于…: the school, not its town.
    if seeInstitution(tokens, at: index, text, words) { return true }
    guard let (name, _) = Settlement.name(tokens, at: index, text) else { return false }
    (introduced, ofParagraph) = (name, nil)
    remember(name)
    return true
  }

  /// A name at the head of a clause.
  ///
  /// - Parameter start: where the name may begin, behind those of regions in the same token.
  /// - Parameter isOpening: whether the clause opens its paragraph.
  mutating func seeHead(
    _ tokens: [Token], at index: Int, _ context: Context, from start: Int?, isOpening: Bool
  ) {
    guard index < tokens.count else { return }
    let text = context.text
    guard let (name, end) = Settlement.name(tokens, at: index, text, from: start) else {
      seeOwner(tokens, at: index, context)
      return
    }
    (inSentence, inParagraph) = (name, name)
    remember(name)
    // 白沙镇位于…: the sentences below are about it too.
    if ["位于", "地处", "坐落", "是", "属", "隶属", "辖", "下辖"].contains(where: { (word: StaticString) in
      text.has(word, at: end)
    }) {
      introduced = name
    }
    if isOpening, end < tokens[index].span.end { ofThing = name }
    // 三市镇金坪村，过去是穷山村。: those of its paragraph are.
    if isOpening, let (mark, _) = end < text.count ? Mark.read(text, at: end) : nil, mark == .comma {
      ofParagraph = name
    }
  }

  /// An institution at the head of a clause counts for its sentence; 该公司 and 该厂 take it up in the paragraph.
  private mutating func seeOwner(_ tokens: [Token], at index: Int, _ context: Context) {
    guard let name = Institution.owner(tokens, at: index, context), !isInstitution else { return }
    let around = isWholeRegion ? nil : introduced ?? fromHeading ?? fromTitle
    let isNamed = around.map { name.begins(with: $0) } ?? true
    inSentence = isNamed ? name : (around ?? "") + name
    (owner, isOwners) = (inSentence, true)
  }

  /// A later clause of the sentence goes on about the institution where it has no subject of its own (完成投资3亿元) or one
  /// that is somebody's (产值12亿元); 城镇新增就业1200人 is the region's again.
  mutating func seeNextClause(_ head: Token) {
    guard isOwners, head.kind.isNominal, head.kind != .word(.relational), head.kind != .word(.act) else {
      return
    }
    (inSentence, isOwners) = (nil, false)
  }

  /// 村集体, 村里 at the head of a clause take up the village that the paragraph named; 该项目, 总占地 and 目前 the
  /// project that it opened with.
  mutating func seeTakenUp(_ tokens: [Token], at index: Int, _ text: Bytes) {
    guard index < tokens.count else { return }
    let start = tokens[index].span.start
    if let ofThing, inSentence == nil {
      let words: [StaticString] = ["该项目", "该基地", "基地", "项目", "园区", "总占地", "占地", "目前"]
      if words.contains(where: { text.has($0, at: start) }) { inSentence = ofThing }
    }
    if let owner, inSentence == nil {
      let words: [StaticString] = ["该公司", "该企业", "该厂", "该合作社", "该校", "该院", "该园区", "该集团", "该基地", "该水库", "该电站"]
      if words.contains(where: { text.has($0, at: start) }) { inSentence = owner }
    }
    guard let inParagraph, inParagraph.ends(with: "村") else { return }
    if text.has("村集体", at: start) || text.has("村里", at: start) { inSentence = inParagraph }
  }

  /// An institution of which the sentence goes on to tell.
  mutating func seeInstitution(
    _ tokens: [Token], at index: Int, _ text: Bytes, _ words: WordTable
  ) -> Bool {
    guard let name = Institution.name(tokens, at: index, text, words) else { return false }
    ofParagraph = name
    return true
  }
}
