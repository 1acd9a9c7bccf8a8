import Testing
import Vocabulary

/// The longest match against one found by trying every word.
@Suite struct LexiconTests {
  struct Found: Equatable {
    let count, payload: Int
  }

  static func naive(_ words: [String], _ text: [UInt8], _ offset: Int) -> Found? {
    var best: Found?
    for (payload, word) in words.enumerated() {
      let bytes = Array(word.utf8)
      guard !bytes.isEmpty, text[offset...].starts(with: bytes) else { continue }
      if bytes.count > (best?.count ?? 0) { best = Found(count: bytes.count, payload: payload) }
    }
    return best
  }

  static func compare(_ words: [String], _ text: [UInt8]) {
    let lexicon = Lexicon(words.enumerated().lazy.map { (word: $1, payload: $0) })
    text.withUnsafeBufferPointer { buffer in
      for offset in 0...text.count {
        let found = lexicon.longestMatch(in: buffer, at: offset).map {
          Found(count: $0.count, payload: $0.payload)
        }
        let expected = offset == text.count ? nil : naive(words, text, offset)
        #expect(found == expected, "at \(offset)")
      }
    }
  }

  @Test func theLongestWordWins() {
    let words = ["一", "一是", "一二三产业", "乡镇", "乡镇卫生院", "卫生院", "", "A", "AAA级", "𠮷", "𠮷野", "°C", "一是"]
    Self.compare(words, Array("一是乡镇卫生院，一二三产业一二三AAA级AA𠮷野𠮷25°C°".utf8))
  }

  @Test func bytesThatAreNoTextMatchNothingThatTheyAreNot() {
    Self.compare(["县", "A", "é"], [0xE5, 0x8E, 0xBF, 0xE5, 0x8E, 0x41, 0xC3, 0xFF, 0xC3, 0xA9, 0xE5])
  }

  @Test func theFirstMatchIsWhatSteppingFinds() {
    let lexicon = Lexicon([("乡镇", 0), ("镇", 1), ("AA", 2)].map { (word: $0.0, payload: $0.1) })
    let text = Array("一是乡镇，AAA。".utf8)
    text.withUnsafeBufferPointer { buffer in
      let first = lexicon.firstMatch(in: buffer, from: 0, to: buffer.count)
      #expect(first?.offset == 6 && first?.match == lexicon.longestMatch(in: buffer, at: 6))
      let second = lexicon.firstMatch(in: buffer, from: 12, to: buffer.count)
      #expect(second?.offset == 15 && second?.match.payload == 2)
      #expect(lexicon.firstMatch(in: buffer, from: 12, to: 15) == nil)
      #expect(lexicon.firstMatch(in: buffer, from: 17, to: buffer.count) == nil)
    }
  }

  @Test func onlyWholeWordsHaveAPayload() {
    let lexicon = Lexicon([("乡镇", 7), ("乡镇卫生院", 8), ("镇", 9)].map { (word: $0.0, payload: $0.1) })
    #expect(lexicon.payload(of: "乡镇") == 7)
    #expect(lexicon.payload(of: "乡镇卫生院") == 8)
    #expect(lexicon.payload(of: "镇") == 9)
    #expect(lexicon.payload(of: "乡镇卫生") == nil)
    #expect(lexicon.payload(of: "") == nil)
  }

  @Test(arguments: 0..<200)
  func anyWordsAnyText(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let letters = ["县", "镇", "乡", "a", "b", "é", "𠮷", "一"]
    func string(_ length: Int) -> String {
      (0..<length).map { _ in letters[Int(random.next() % 8)] }.joined()
    }
    let words = (0..<Int(random.next() % 30)).map { _ in string(Int(random.next() % 5)) }
    Self.compare(words, Array(string(60).utf8))
  }
}

/// The generator of Steele, Lea and Flood: the same numbers for the same seed.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
