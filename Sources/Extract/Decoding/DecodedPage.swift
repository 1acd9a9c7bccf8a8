import Records

/// A page's bytes as UTF-8, and how they came to be that.
///
/// libxml2 cuts a page at its first undecodable byte without a word, so decoding is done before it: a byte
/// order mark decides, then whether the bytes are UTF-8, then what the server says, then what the page says; all
/// else is GB18030. What is said is believed only where the bytes can be that.
struct DecodedPage {
  /// The page in UTF-8 without a byte order mark; nothing where `bytes` of the page can be used as they are.
  let converted: [UInt8]?
  /// Bytes of a mark in front that are to be left out where nothing was converted.
  let skipped: Int
  /// What the bytes were read as.
  let charset: Charset
  /// Bad bytes and wrong declarations.
  let findings: [Finding]

  /// Decodes `bytes`.
  ///
  /// - Parameters:
  ///   - told: what the source says that the bytes are in. Only a byte order mark is believed before it.
  ///   - sent: the label that the server gave with them.
  init(_ bytes: UnsafeBufferPointer<UInt8>, charset told: Charset? = nil, sent: String? = nil) {
    if let utf16 = UTF16Mark(bytes) {
      converted = utf16.decoded(bytes)
      skipped = 0
      charset = utf16 == .littleEndian ? .utf16LittleEndian : .utf16BigEndian
      findings = []
      return
    }
    let mark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    let body = UnsafeBufferPointer(rebasing: bytes[mark...])
    skipped = mark
    let label = DeclaredCharset.label(in: body)
    let said = [("server", sent), ("page", label)].compactMap { speaker, label in
      label.flatMap { label in Charset(label: label).map { (speaker: speaker, label: label, charset: $0) } }
    }
    let scan = UTF8Scan(body)
    var findings: [Finding] = []
    if mark > 0 || told == .utf8 || told == nil && (scan.errors == 0 || Self.isDamagedUTF8(scan)) {
      charset = .utf8
      converted = scan.errors == 0 ? nil : UTF8Scan.repaired(body)
      Self.report(scan.errors, scan.firstError.map { $0 + mark }, .utf8, &findings)
    } else {
      // What nobody gives a name to is GB18030.
      let candidates = told.map { [$0] } ?? said.map(\.charset).filter { $0 != .utf8 } + [.gb18030]
      var used = candidates[0]
      var decoder = DoubleByteDecoder(body, from: used)
      if decoder.errors > 0, let other = candidates.first(where: { $0 != used }) {
        let second = DoubleByteDecoder(body, from: other)
        if second.errors * 4 < decoder.errors { (decoder, used) = (second, other) }
      }
      charset = used
      converted = decoder.output
      Self.report(decoder.errors, decoder.firstError, used, &findings)
    }
    for (speaker, label, said) in said where said != charset && scan.sequences + scan.errors > 0 {
      let subject = speaker == "page" ? "" : " the page"
      findings.append(
        Finding(.wrongCharset, "the \(speaker) says \(label) and\(subject) is \(charset.rawValue)"))
    }
    self.findings = findings
  }

  /// Whether bytes with errors are UTF-8 all the same: GB18030 or Big5 taken for it has hardly a sequence
  /// that is well formed, a damaged page hardly one that is not.
  private static func isDamagedUTF8(_ scan: UTF8Scan) -> Bool {
    scan.sequences > 4 * scan.errors
  }

  private static func report(
    _ errors: Int, _ first: Int?, _ charset: Charset, _ findings: inout [Finding]
  ) {
    guard errors > 0, let first else { return }
    findings.append(
      Finding(
        .undecodableBytes,
        "\(errors) stretches of bytes are no \(charset.rawValue), the first at byte \(first)"))
  }
}

/// The two byte orders of UTF-16, told by their mark.
enum UTF16Mark {
  case littleEndian, bigEndian

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): self = .littleEndian
    case (0xFE, 0xFF): self = .bigEndian
    default: return nil
    }
  }

  /// The bytes behind the mark in UTF-8; lone surrogates and an odd last byte become U+FFFD.
  func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      let (low, high) = self == .littleEndian ? (index, index + 1) : (index + 1, index)
      units.append(UInt16(bytes[high]) << 8 | UInt16(bytes[low]))
      index += 2
    }
    if index < bytes.count { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
