internal import Records
internal import Vocabulary

/// Counties whose name is one character with its class: 应县, 歙县, 泾县. As words they are hidden in others (建成县城, 到达县里),
/// so they are read only at the head of a clause, in a text about their own prefecture, before none of the words that go on.
///
/// A class, so that each sentence can ask it without a copy.
final class ShortCounties {
  private let gazetteer: Gazetteer
  private let around: String?
  private let year: Int?

  init(_ gazetteer: Gazetteer, region: Place?, year: Int?) {
    (self.gazetteer, self.year) = (gazetteer, year)
    around = region.map { place in
      place.level == .county ? gazetteer.parent(of: place.code, in: year)?.code ?? place.code : place.code
    }
  }

  /// Makes such names at the heads of clauses tokens of their own.
  func join(_ tokens: inout [Token], _ text: Bytes) {
    guard around != nil else { return }
    var index = 0
    while index < tokens.count {
      let isHead = index == 0 || tokens[index - 1].kind.endsClause || tokens[index - 1].kind == .pause
      if isHead, tokens[index].kind != .place, isName(text, at: tokens[index].span.start) {
        takeName(at: index, &tokens, text)
      }
      index += 1
    }
  }

  private func isName(_ text: Bytes, at start: Int) -> Bool {
    guard text.has("县", at: start + 3), let around else { return false }
    let goesOn: [StaticString] = [
      "级", "城", "委", "域", "乡", "道", "内", "里", "长", "直", "医", "政", "人", "区", "市", "强", "富", "兴", "裕", "惠", "民",
      "财", "农",
      "水",
    ]
    if goesOn.contains(where: { text.has($0, at: start + 6) }) { return false }
    return !gazetteer.places(named: text.string(ByteSpan(start, start + 6)), within: around, in: year)
      .isEmpty
  }

  /// Puts the name's six bytes into a token of a place and takes them from those that had them.
  private func takeName(at index: Int, _ tokens: inout [Token], _ text: Bytes) {
    let start = tokens[index].span.start
    let name = ByteSpan(start, start + 6)
    var next = index
    while next < tokens.count, tokens[next].span.end <= name.end { next += 1 }
    if next < tokens.count, tokens[next].span.start < name.end {
      guard tokens[next].kind == .noun else { return }
      tokens[next].span = ByteSpan(name.end, tokens[next].span.end)
    }
    var taken = [Token(kind: .place, span: name)]
    // 应县有水库3座: the verb behind the name was a piece of the same noun.
    if next < tokens.count, tokens[next].kind == .noun, text.has("有", at: tokens[next].span.start) {
      let verb = ByteSpan(name.end, name.end + 3)
      taken.append(Token(kind: .word(.verb), span: verb))
      tokens[next].span = ByteSpan(verb.end, tokens[next].span.end)
      if tokens[next].span.isEmpty { next += 1 }
    }
    tokens.replaceSubrange(index..<next, with: taken)
  }
}
