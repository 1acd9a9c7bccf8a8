internal import Records
internal import Vocabulary

/// Pages that are no source: templates to be filled in (20XX年, xxx亿元), fiction and spam by the words of their sites
/// (本章未完), mirrors that put the sound behind each character (經濟(jì)).
struct PageRefusal: Sendable {
  private let templates: Lexicon
  private let phrases: [Phrase]
  /// What pages of each class are called in findings.
  private static let names = ["fiction": "fiction", "spam": "a page that spam has taken over"]

  init(_ phrases: [Phrase]) {
    self.phrases = phrases.filter { $0.action == .rejectPage }
    templates = Lexicon(self.phrases.enumerated().lazy.map { (word: $1.words, payload: $0) })
  }

  /// Why the text is refused; nothing where it is not.
  ///
  /// - Complexity: O(bytes of the text).
  func reason(_ text: Bytes) -> Finding? {
    let template = template(text)
    return mirror(text, before: template?.span?.start ?? text.count) ?? template
  }

  /// The second blank of a template: one may be quoted.
  private func template(_ text: Bytes) -> Finding? {
    var (offset, blanks) = (0, 0)
    while let (start, match) = templates.firstMatch(in: text, from: offset, to: text.count) {
      offset = start + text.width(at: start)
      if isPartOfWord(text, start) { continue }
      blanks += 1
      if blanks == 2 {
        return Finding(
          .refusedPage, "\(name(of: match.payload)): \"\(phrases[match.payload].words)\"",
          at: ByteSpan(start, start + match.count))
      }
    }
    return nil
  }

  /// The tenth sound behind a character.
  private func mirror(_ text: Bytes, before end: Int) -> Finding? {
    var sounds = 0
    for offset in 0..<end where text[offset] == UInt8(ascii: "(") && isSound(text, at: offset) {
      sounds += 1
      if sounds == 10 {
        return Finding(
          .refusedPage, "a mirror that puts the sound behind characters", at: ByteSpan(offset, offset + 1))
      }
    }
    return nil
  }

  private func name(of index: Int) -> String { Self.names[phrases[index].phraseClass] ?? "a template" }

  /// A Latin letter before it makes XX% the end of another word.
  private func isPartOfWord(_ text: Bytes, _ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let byte = text[offset - 1] | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// (jì) behind a Han character: at most six small letters, accented ones among them.
  private func isSound(_ text: Bytes, at offset: Int) -> Bool {
    guard text[offset] == UInt8(ascii: "("), offset >= 3, text[offset - 3] >= 0xE4 else { return false }
    var (end, letters, accents) = (offset + 1, 0, 0)
    while end < text.count, letters <= 6, text[end] != UInt8(ascii: ")") {
      if text[end] >= 0xC3, text[end] <= 0xC7 {
        accents += 1
      } else if !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[end]) {
        return false
      }
      end += text.width(at: end)
      letters += 1
    }
    return letters > 0 && letters <= 6 && accents > 0 && end < text.count
  }
}
