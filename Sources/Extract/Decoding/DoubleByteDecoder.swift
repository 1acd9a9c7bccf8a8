/// Decodes GB18030 and Big5 to UTF-8, and goes on after every bad byte.
///
/// A byte that begins no code becomes one U+FFFD, and reading resumes behind it; where it is followed by
/// ASCII, the ASCII is kept (as the WHATWG Encoding Standard has it), so that no tag is swallowed.
struct DoubleByteDecoder {
  /// The page in UTF-8.
  private(set) var output: [UInt8] = []
  /// How many stretches became U+FFFD.
  private(set) var errors = 0
  /// Where the first of them begins in the input.
  private(set) var firstError: Int?

  private static let gbk = CodeTable(iconvNames: ["GB18030"])
  private static let gbkFour = FourByteTable()
  private static let big5 = CodeTable(iconvNames: ["BIG5-HKSCS", "CP950", "BIG5"])

  /// Decodes all of `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from charset: Charset) {
    output.reserveCapacity(bytes.count + bytes.count / 2)
    let isGB = charset == .gb18030
    let table = isGB ? Self.gbk : Self.big5
    let count = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < count {
      let first = bytes[index]
      if first < 0x80 {
        let start = index
        while index + 8 <= count,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        while index < count, bytes[index] < 0x80 { index += 1 }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        continue
      }
      if index + 1 < count {
        let second = bytes[index + 1]
        let value = table.scalar(first, second)
        if value != 0 {
          output.append(scalar: value)
          index += 2
          continue
        }
        if isGB, second.isDigit, let value = Self.fourBytes(bytes, index) {
          output.append(scalar: value)
          index += 4
          continue
        }
      }
      if isGB, first == 0x80 {
        output.append(scalar: 0x20AC)
        index += 1
        continue
      }
      fail(at: index)
      // A lead byte takes an odd trail with it, but never ASCII.
      index += index + 1 < count && first > 0x80 && bytes[index + 1] >= 0x80 && first != 0xFF ? 2 : 1
    }
  }

  private static func fourBytes(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
    guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index]),
      (0x81...0xFE).contains(bytes[index + 2]), bytes[index + 3].isDigit
    else { return nil }
    let plane = (Int(bytes[index]) - 0x81) * 10 + Int(bytes[index + 1]) - 0x30
    let cell = (Int(bytes[index + 2]) - 0x81) * 10 + Int(bytes[index + 3]) - 0x30
    let value = gbkFour.scalar(plane * 1260 + cell)
    return value == 0 ? nil : value
  }

  private mutating func fail(at index: Int) {
    errors += 1
    if firstError == nil { firstError = index }
    output.append(scalar: 0xFFFD)
  }
}
