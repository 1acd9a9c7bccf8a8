/// Takes the day on which a document was signed, 成文日期, for the day on which it came out.
///
/// Reads: what `LabelledFields` found behind such a label.
/// Yields: the day, where nothing else gives one.
/// Refuses: to stand before any other date.
enum SigningDate {
  static func read(into found: inout Metadata) {
    found.set(\.published, found.written, "published", by: "SigningDate")
  }
}
