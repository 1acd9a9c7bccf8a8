internal import Records
internal import Vocabulary

/// Pages that are no source: templates to be filled in (20XX年, xxx亿元), fiction and spam by the words of their sites
/// (本章未完), mirrors that put the sound behind each character (經濟(jì)).
struct PageRefusal: Sendable {
  /// The phrases of pages that are none.
  let phrases: [Phrase]
  /// What pages of each class are called in findings.
  private static let names = ["fiction": "fiction", "spam": "a page that spam has taken over"]

  init(_ phrases: [Phrase]) { self.phrases = phrases.filter { $0.action == .rejectPage } }

  /// Judges one text.
  func judge() -> Judge { Judge(pages: self) }

  /// What speaks against a text, as it goes by.
  struct Judge {
    fileprivate let pages: PageRefusal
    private var (sounds, blanks) = (0, 0)
    /// Why the text is refused; nothing where it is not.
    private(set) var refusal: Finding?

    fileprivate init(pages: PageRefusal) { self.pages = pages }

    /// One of the phrases stands at `offset`: one blank may be quoted, a template has more.
    mutating func see(phrase: Int, _ count: Int, _ text: Bytes, at offset: Int) {
      if pages.isPartOfWord(text, offset) { return }
      blanks += 1
      guard blanks == 2, refusal == nil else { return }
      refusal = Finding(
        .refusedPage, "\(pages.name(of: phrase)): \"\(pages.phrases[phrase].words)\"",
        at: ByteSpan(offset, offset + count))
    }

    /// A bracket opens at `offset`.
    mutating func seeBracket(_ text: Bytes, at offset: Int) {
      guard pages.isSound(text, at: offset) else { return }
      sounds += 1
      guard sounds == 10, refusal == nil else { return }
      refusal = Finding(
        .refusedPage, "a mirror that puts the sound behind characters", at: ByteSpan(offset, offset + 1))
    }
  }

  fileprivate func name(of index: Int) -> String { Self.names[phrases[index].phraseClass] ?? "a template" }

  /// A Latin letter before it makes XX% the end of another word.
  fileprivate func isPartOfWord(_ text: Bytes, _ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let byte = text[offset - 1] | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// (jì) behind a Han character: at most six small letters, accented ones among them.
  fileprivate func isSound(_ text: Bytes, at offset: Int) -> Bool {
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
