/// A few words that a rule asks for at many places, with one word of bits that says which characters they
/// begin and end with: most places of a text are answered by one look at it.
struct WordList: ExpressibleByArrayLiteral, Sendable {
  /// The words, the longer ones first where one begins or ends with another.
  let words: [StaticString]
  /// A bit for the last byte of each first character, and for that of each last one.
  private let firsts: UInt64
  private let lasts: UInt64

  init(arrayLiteral words: StaticString...) {
    self.words = words
    var (firsts, lasts): (UInt64, UInt64) = (0, 0)
    for word in words {
      let (start, count) = (word.utf8Start, word.utf8CodeUnitCount)
      precondition(count > 0, "a word list holds an empty word")
      firsts |= Self.bit(start[Prose.length(start[0]) - 1])
      lasts |= Self.bit(start[count - 1])
    }
    self.firsts = firsts
    self.lasts = lasts
  }

  @inline(__always) private static func bit(_ byte: UInt8) -> UInt64 { 1 &<< UInt64(byte & 63) }

  /// Whether a word of the list may begin with a character that ends with `byte`.
  @inline(__always) func mayBegin(_ byte: UInt8) -> Bool { firsts & Self.bit(byte) != 0 }

  /// Whether a word of the list may end with `byte`.
  @inline(__always) func mayEnd(_ byte: UInt8) -> Bool { lasts & Self.bit(byte) != 0 }
}

extension Prose {
  /// The end of the first word of `list` that stands at `offset`.
  @inline(__always) func end(ofAny list: WordList, at offset: Int) -> Int? {
    guard offset < count else { return nil }
    let last = offset + length(at: offset) - 1
    guard last < count, list.mayBegin(bytes[last]) else { return nil }
    return end(ofAny: list.words, at: offset)
  }

  /// The start of the first word of `list` that ends at `offset`.
  @inline(__always) func start(ofAny list: WordList, before offset: Int) -> Int? {
    guard offset > 0, list.mayEnd(bytes[offset - 1]) else { return nil }
    return start(ofAny: list.words, before: offset)
  }
}
