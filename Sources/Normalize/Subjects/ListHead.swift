internal import Records
internal import Vocabulary

/// A sort of institution that stands at the head of a paragraph alone owns what follows: ——小学。在校生22250人。
///
/// Reads: the name of institutions with a full stop behind it and nothing else in the paragraph's first sentence.
/// Yields: the name and what is counted: 小学在校生.
/// Refuses: names that hold it, what is carried (it has been named so before), and parts of a whole.
enum ListHead {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    guard let head = site.discourse.listHead, !found.subject.label.holds(head.label),
      found.rules[0] != "CarriedSubject", !found.rules.contains("PartOfWhole")
    else { return }
    found.subject.label = head.label + found.subject.label
    found.rules.append("ListHead")
  }

  /// The institution that the words of the sentence are, strokes before it left out; nothing where they are none.
  static func subject(_ words: SentenceTokens, _ run: Range<Int>) -> Subject? {
    var subject = words.subject(run)
    while subject.label.unicodeScalars.first == "—" { subject.label.unicodeScalars.removeFirst() }
    return subject.isInstitution && !subject.label.isEmpty ? Subject(subject.label, isInstitution: true) : nil
  }
}
