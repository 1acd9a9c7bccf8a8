/// Files that are no text at all, told by their first bytes.
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
    }
  }

  /// What the bytes are, where they are one of these.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    for kind in Self.allCases where bytes.starts(with: kind.magic) {
      self = kind
      return
    }
    return nil
  }
}
