/// The character sets that a Chinese page comes in.
enum Charset: String, CaseIterable {
  case utf8 = "utf-8"
  /// All of GB2312 and GBK is in it, so it stands for them too.
  case gb18030
  case big5
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// What a declaration calls it, in lower case; nothing for a charset that is not read here.
  ///
  /// The labels are those of the WHATWG Encoding Standard, and the spellings beside it that pages have.
  init?(label: String) {
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "utf_8": self = .utf8
    case "gb18030", "gbk", "x-gbk", "gb2312", "gb_2312", "gb_2312-80", "gb2312-80", "csgb2312",
      "csiso58gb231280", "iso-ir-58", "chinese", "cp936", "ms936", "windows-936", "euc-cn", "gb-2312":
      self = .gb18030
    case "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950", "big-5": self = .big5
    default: return nil
    }
  }
}
