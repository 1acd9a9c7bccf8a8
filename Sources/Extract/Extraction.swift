/// Facts about the reading of pages that belong into the record of a run.
public enum Extraction {
  /// The version of libxml2 that pages are parsed with, `2.9.14`: a page may come out otherwise with another.
  public static var parserVersion: String { PageParser.version }

  /// Whether the text is a label of a charset that is read here: `utf-8`, `gb2312`, `gbk`, `gb18030`, `big5` and their
  /// other spellings, in small letters.
  public static func isCharset(_ label: String) -> Bool { Charset(label: label) != nil }
}
