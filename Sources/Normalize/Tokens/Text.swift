internal import Records

/// The bytes of a document's text while it is read.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The characters of a stretch.
  func string(_ span: ByteSpan) -> String {
    String(decoding: self[span.start..<span.end], as: UTF8.self)
  }

  /// How many bytes the scalar at `offset` has.
  func width(at offset: Int) -> Int {
    let first = self[offset]
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// Whether the bytes of `word` stand at `offset`.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { word in
      for index in 0..<word.count where self[offset + index] != word[index] { return false }
      return true
    }
  }

  /// Whether the bytes of `word` end right before `offset`.
  func has(_ word: StaticString, endingAt offset: Int) -> Bool {
    has(word, at: offset - word.utf8CodeUnitCount)
  }

  /// Whether the bytes of `word` stand in the stretch.
  func holds(_ word: StaticString, in span: ByteSpan) -> Bool {
    var offset = span.start
    while offset + word.utf8CodeUnitCount <= span.end {
      if has(word, at: offset) { return true }
      offset += 1
    }
    return false
  }

  /// Whether `word` ends right before `offset`.
  func ends(with word: [UInt8], at offset: Int) -> Bool {
    guard word.count <= offset else { return false }
    for index in word.indices where self[offset - word.count + index] != word[index] { return false }
    return true
  }

  /// The stretch without white space at its ends, ideographic spaces included.
  func trimmed(_ span: ByteSpan) -> ByteSpan {
    var (start, end) = (span.start, span.end)
    while start < end {
      if self[start] == 0x20 || self[start] == 0x09 || self[start] == 0x0D {
        start += 1
      } else if has("\u{3000}", at: start) {
        start += 3
      } else if has("\u{A0}", at: start) {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if self[end - 1] == 0x20 || self[end - 1] == 0x09 || self[end - 1] == 0x0D {
        end -= 1
      } else if end - 3 >= start, has("\u{3000}", endingAt: end) {
        end -= 3
      } else if end - 2 >= start, has("\u{A0}", endingAt: end) {
        end -= 2
      } else {
        break
      }
    }
    return ByteSpan(start, end)
  }
}

extension String {
  /// Whether it begins with the bytes of `word`.
  func begins(with word: String) -> Bool { utf8.starts(with: word.utf8) }

  /// Whether it ends with the bytes of `word`.
  func ends(with word: String) -> Bool { utf8.suffix(word.utf8.count).elementsEqual(word.utf8) }

  /// Whether the bytes of `word` stand in it. Complexity: O(length × length of the word).
  func holds(_ word: String) -> Bool {
    var rest = utf8[...]
    while rest.count >= word.utf8.count {
      if rest.starts(with: word.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
