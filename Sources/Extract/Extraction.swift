/// Facts about the reading of pages that belong into the record of a run.
public enum Extraction {
  /// The version of libxml2 that pages are parsed with, `2.9.14`: a page may come out otherwise with another.
  public static var parserVersion: String { PageParser.version }
}
