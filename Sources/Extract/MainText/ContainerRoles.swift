import Vocabulary

/// What the classes and ids of elements say about them, looked up by hash.
struct ContainerRoles: Sendable {
  private let whole: HashedNames<ContainerRole>
  private let words: HashedNames<ContainerRole>

  init(_ names: [ContainerName]) {
    func roles(_ match: ContainerName.Match) -> HashedNames<ContainerRole> {
      HashedNames(names.filter { $0.match == match }.map { (NameHash(of: $0.name.utf8).value, $0.role) })
    }
    (whole, words) = (roles(.whole), roles(.word))
  }

  /// The role of the element in `row`: of a whole name first, then of a name's words.
  ///
  /// A name is split into words at everything but letters and digits and before a capital letter.
  func role(of row: Int, in nodes: NodeTable) -> ContainerRole? {
    var found: ContainerRole?
    for name in [AttributeName.id, .classes] {
      guard let value = nodes.value(of: name, at: row) else { continue }
      if let role = scan(value) {
        if role != .aside { return role }
        found = role
      }
    }
    return found
  }

  private func scan(_ value: ArraySlice<UInt8>) -> ContainerRole? {
    var byWord: ContainerRole?
    var byName: ContainerRole?
    var name = NameHash()
    var word = NameHash()
    var previous: UInt8 = 0x20
    func endWord() {
      if byWord == nil, !word.isEmpty { byWord = words[word.value] }
      word = NameHash()
    }
    for byte in value {
      if byte.isSpace {
        endWord()
        if !name.isEmpty, let role = whole[name.value], byName != .body { byName = role }
        name = NameHash()
      } else {
        let isCapital = byte.isLetter && byte & 0x20 == 0
        let wasSmall = previous.isLetter && previous & 0x20 != 0
        if !byte.isLetterOrDigit || isCapital && wasSmall { endWord() }
        if byte.isLetterOrDigit { word.add(byte.lowercased) }
        name.add(byte.lowercased)
      }
      previous = byte
    }
    endWord()
    if !name.isEmpty, let role = whole[name.value], byName != .body { byName = role }
    return byName ?? byWord
  }
}

/// The 64-bit FNV-1a hash of a name.
struct NameHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var isEmpty = true

  init() {}

  init(of bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    isEmpty = false
  }
}
