internal import Records
internal import Vocabulary

/// A short name that stands in for a part of the name before is put into it: 城区一类住宅用地基准地价为980元/平方米，办公用地为360元/平方米.
///
/// Reads: the subject of the last level of the sentence, in the same unit, and a shorter name that ends as a piece inside it does (住宅用地, 办公用地).
/// Yields: the name before with that piece replaced: 城区一类办公用地基准地价.
/// Refuses: names that end as the whole name before does (粮食种植面积, 棉花面积), units of count, and names that share less than two
/// characters with it, but for grades (一级, 二级).
enum ParallelName {
  static func complete(_ found: inout SubjectReading, _ site: Site, _ reading: MeasureReading) {
    guard reading.measure == .level, let last = site.discourse.last, last.measure == .level,
      last.unit.isSame(site.quantity.unit), site.quantity.unit.holds("/"), found.rules.count == 1,
      found.rules[0] != "CarriedSubject"
    else { return }
    let old = Array(last.subject.label.unicodeScalars)
    let new = Array(found.subject.label.unicodeScalars)
    guard new.count < old.count, let start = piece(of: old, like: new) else { return }
    var label = String.UnicodeScalarView()
    label.append(contentsOf: old[..<start])
    label.append(contentsOf: new)
    label.append(contentsOf: old[(start + new.count)...])
    found.subject = Subject(String(label), stem: last.subject.stem)
    found.rules.append("ParallelName")
  }

  private static func piece(of old: [Unicode.Scalar], like new: [Unicode.Scalar]) -> Int? {
    let isGrade = new.count == 2 && (new[1] == "级" || new[1] == "等" || new[1] == "类")
    for shared in stride(from: new.count - 1, to: 0, by: -1) where shared >= 2 || isGrade {
      let tail = new[(new.count - shared)...]
      var end = isGrade ? old.count : old.count - 1
      while end >= new.count {
        if old[(end - shared)..<end] == tail, old[(end - new.count)..<end] != new[...] {
          return end - new.count
        }
        end -= 1
      }
    }
    return nil
  }
}
