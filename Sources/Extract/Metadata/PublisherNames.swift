import Vocabulary

/// Tells the names of those who bring pages out by what they end with: `endings.tsv`, classes `office` and `press`;
/// those of the class `nobody` name no one.
struct PublisherNames: Sendable {
  private let offices: [[UInt8]]
  private let press: [[UInt8]]
  private let nobody: Set<String>

  init(_ endings: [Ending]) {
    func texts(_ wanted: EndingClass) -> [[UInt8]] {
      endings.filter { $0.classes.contains(wanted) }.map { Array($0.text.utf8) }
    }
    (offices, press) = (texts(.office), texts(.press))
    nobody = Set(endings.lazy.filter { $0.classes.contains(.nobody) }.map(\.text))
  }

  /// Whether the bytes are the name of an office: 某县统计局.
  func isOffice(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    Self.isName(name) && Self.ends(name, with: offices)
  }

  /// Whether the bytes are the name of an office or of one who brings news out: 某某日报.
  func isPublisher(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    Self.isName(name) && (Self.ends(name, with: offices) || Self.ends(name, with: press))
  }

  /// Whether a text names no one: 本站, 未知来源.
  func isNobody(_ text: String) -> Bool { nobody.contains(text) }

  /// Whether a text ends as the name of an office does.
  func endsAsOffice(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return offices.contains { $0.count <= bytes.count && bytes.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a text ends as the name of an office or of a site does: 某县人民政府门户网站.
  func endsAsPublisher(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return (offices + press).contains { $0.count <= bytes.count && bytes.suffix($0.count).elementsEqual($0) }
  }

  private static func ends(_ name: Slice<UnsafeBufferPointer<UInt8>>, with endings: [[UInt8]]) -> Bool {
    endings.contains { $0.count <= name.count && name.suffix($0.count).elementsEqual($0) }
  }

  /// Whether the bytes are three to twenty hanzi and nothing else.
  private static func isName(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    (9...60).contains(name.count) && isHanzi(name)
  }

  /// Whether the bytes are hanzi of the basic block and nothing else.
  static func isHanzi(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.count % 3 == 0 else { return false }
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: 3).allSatisfy { index in
      // U+4E00 to U+9FFF.
      let lead = bytes[index]
      return lead == 0xE4 && bytes[index + 1] >= 0xB8 || lead >= 0xE5 && lead <= 0xE9
    }
  }
}
