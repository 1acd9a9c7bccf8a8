import Glibc

/// The two-byte codes of a charset, and what they mean: asked of the system's iconv once, then looked up.
///
/// A look-up is four times as fast as iconv over a page, and unlike iconv it goes on after a bad byte.
struct CodeTable: Sendable {
  private static let firstTrail = 0x40
  private static let trails = 0xFF - firstTrail
  private static let firstLead = 0x81
  private static let leads = 0xFF - firstLead
  /// Scalar values by lead, then by trail; 0 where the charset has none.
  private let values: [UInt32]

  /// Asks iconv for the first of `names` that it knows; empty where it knows none.
  init(iconvNames names: [String]) {
    var values = [UInt32](repeating: 0, count: Self.leads * Self.trails)
    if let converter = Converter(names) {
      for lead in 0..<Self.leads {
        for trail in 0..<Self.trails {
          let code = [UInt8(Self.firstLead + lead), UInt8(Self.firstTrail + trail)]
          values[lead * Self.trails + trail] = converter.scalar(code) ?? 0
        }
      }
    }
    self.values = values
  }

  /// The scalar value of a two-byte code, or 0.
  @inline(__always)
  func scalar(_ lead: UInt8, _ trail: UInt8) -> UInt32 {
    guard lead >= UInt8(Self.firstLead), lead != 0xFF, trail >= UInt8(Self.firstTrail), trail != 0xFF
    else { return 0 }
    return values[(Int(lead) - Self.firstLead) * Self.trails + Int(trail) - Self.firstTrail]
  }
}

/// The four-byte codes of GB18030 within the Basic Multilingual Plane, by their linear index.
struct FourByteTable: Sendable {
  /// 0x81308130 is 0, 0x8431A439 the last.
  private static let count = 39_420
  private let values: [UInt16]

  init() {
    var values = [UInt16](repeating: 0, count: Self.count)
    if let converter = Converter(["GB18030"]) {
      for index in 0..<Self.count {
        let code = [
          UInt8(0x81 + index / 12_600), UInt8(0x30 + index / 1260 % 10),
          UInt8(0x81 + index / 10 % 126), UInt8(0x30 + index % 10),
        ]
        values[index] = UInt16(exactly: converter.scalar(code) ?? 0) ?? 0
      }
    }
    self.values = values
  }

  /// The scalar value of the code at a linear index, or 0.
  func scalar(_ index: Int) -> UInt32 {
    if index < Self.count { return UInt32(values[index]) }
    // From 0x90308130 on, the supplementary planes follow without gaps.
    let supplementary = index - 189_000
    return (0..<0x10_0000).contains(supplementary) ? UInt32(0x1_0000 + supplementary) : 0
  }
}

/// An iconv descriptor to UTF-32, closed with it.
private struct Converter: ~Copyable {
  private let descriptor: iconv_t

  init?(_ names: [String]) {
    for name in names {
      if let opened = iconv_open("UTF-32LE", name), Int(bitPattern: opened) != -1 {
        descriptor = opened
        return
      }
    }
    return nil
  }

  deinit { iconv_close(descriptor) }

  /// The one scalar that `code` stands for, or nothing where it stands for none or for several.
  borrowing func scalar(_ code: [UInt8]) -> UInt32? {
    var value: (UInt32, UInt32) = (0, 0)
    var input = code.map { CChar(bitPattern: $0) }
    let done = input.withUnsafeMutableBufferPointer { input in
      withUnsafeMutableBytes(of: &value) { output in
        var from = input.baseAddress
        var fromLeft = input.count
        var to = output.bindMemory(to: CChar.self).baseAddress
        var toLeft = output.count
        let result = iconv(descriptor, &from, &fromLeft, &to, &toLeft)
        iconv(descriptor, nil, nil, nil, nil)
        return result != -1 && fromLeft == 0 && toLeft == 4
      }
    }
    return done ? value.0 : nil
  }
}
