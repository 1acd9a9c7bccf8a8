internal import Records

/// The bytes of a document's text while it is read.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The characters of a stretch.
  func string(_ span: ByteSpan) -> String {
    String(decoding: self[span.start..<span.end], as: UTF8.self)
  }

  /// How many bytes the scalar at `offset` has.
  @inline(__always)
  func width(at offset: Int) -> Int {
    let first = self[offset]
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// Whether the bytes of `word` stand at `offset`.
  @inline(__always)
  func has(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    let bytes = word.utf8Start
    for index in 0..<length where self[offset + index] != bytes[index] { return false }
    return true
  }

  /// Whether the bytes of `word` stand at `offset`, where as many lie.
  @inline(__always)
  fileprivate func hasSame(_ word: Bytes, at offset: Int) -> Bool {
    for index in 0..<word.count where self[offset + index] != word[index] { return false }
    return true
  }

  /// Whether the bytes of `word` end right before `offset`.
  @inline(__always)
  func has(_ word: StaticString, endingAt offset: Int) -> Bool {
    has(word, at: offset - word.utf8CodeUnitCount)
  }

  /// Whether the bytes of `word` stand in the stretch.
  func holds(_ word: StaticString, in span: ByteSpan) -> Bool {
    let (first, last) = (word.utf8Start[0], span.end - word.utf8CodeUnitCount)
    var offset = span.start
    while offset <= last {
      if self[offset] == first, has(word, at: offset) { return true }
      offset += width(at: offset)
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
  func begins(with word: String) -> Bool {
    bytes { own in word.bytes { own.count >= $0.count && own.hasSame($0, at: 0) } }
  }

  /// Whether it ends with the bytes of `word`.
  func ends(with word: String) -> Bool {
    bytes { own in word.bytes { own.count >= $0.count && own.hasSame($0, at: own.count - $0.count) } }
  }

  /// Whether the bytes of `word` stand in it. Complexity: O(length × length of the word).
  func holds(_ word: String) -> Bool {
    bytes { own in
      word.bytes { word in
        guard let first = word.first else { return true }
        var offset = 0
        while offset + word.count <= own.count {
          if own[offset] == first, own.hasSame(word, at: offset) { return true }
          offset += 1
        }
        return false
      }
    }
  }

  /// Whether it has the same bytes as `other`; `==` would weigh how they may be composed.
  func isSame(_ other: String) -> Bool {
    utf8.count == other.utf8.count && bytes { own in other.bytes { own.hasSame($0, at: 0) } }
  }

  /// Whether it has the bytes of `word` and no others.
  func `is`(_ word: StaticString) -> Bool {
    utf8.count == word.utf8CodeUnitCount && bytes { $0.has(word, at: 0) }
  }

  /// Whether it has the bytes of one of `words` and no others.
  func isOne(of words: [StaticString]) -> Bool { words.contains { self.is($0) } }

  /// Calls `body` with its bytes.
  @inline(__always)
  func bytes<Result>(_ body: (Bytes) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
