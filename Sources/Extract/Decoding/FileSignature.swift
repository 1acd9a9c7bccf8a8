/// Files that are no text at all, told by their first bytes: by a signature, or by control characters among them that no
/// text has.
enum FileSignature: String, CaseIterable {
  case pdf = "a PDF"
  case gzip = "a gzip archive"
  case zip = "a ZIP archive or an Office document"
  case png = "a PNG image"
  case jpeg = "a JPEG image"
  case gif = "a GIF image"
  case oldOffice = "an old Office document"
  case rar = "a RAR archive"
  case webp = "a RIFF file"
  case binary = "binary data"

  private var magic: [UInt8] {
    switch self {
    case .pdf: Array("%PDF-".utf8)
    case .gzip: [0x1F, 0x8B]
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .png: [0x89, 0x50, 0x4E, 0x47]
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .gif: Array("GIF8".utf8)
    case .oldOffice: [0xD0, 0xCF, 0x11, 0xE0]
    case .rar: Array("Rar!".utf8)
    case .webp: Array("RIFF".utf8)
    case .binary: []
    }
  }

  /// How far control characters are looked for.
  private static let reach = 1024
  /// The fewest of them, and the bytes for each, that make a file binary: a page may have some by mistake.
  private static let (least, bytesForEach) = (8, 32)

  /// Whether control characters other than white space and escapes are common; UTF-16 is told by its mark before.
  private static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = bytes.prefix(reach)
    let controls = head.count { $0 < 0x20 && !$0.isSpace && $0 != 0x0B && $0 != 0x1B || $0 == 0x7F }
    return controls >= least && controls * bytesForEach > head.count && UTF16Mark(bytes) == nil
  }

  /// What the bytes are, where they are one of these.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    for kind in Self.allCases where kind != .binary && bytes.starts(with: kind.magic) {
      self = kind
      return
    }
    guard Self.isBinary(bytes) else { return nil }
    self = .binary
  }
}
