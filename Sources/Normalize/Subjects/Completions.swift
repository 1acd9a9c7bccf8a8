internal import Records
internal import Vocabulary

/// Rules that complete a subject whose words do not stand alone; each adds its name where it did.
enum Completions {
  static func complete(
    _ found: SubjectReading, _ site: Site, _ reading: MeasureReading
  ) -> SubjectReading {
    var result = found
    SharedHead.complete(&result, site, reading)
    BoundOfNoun.complete(&result, site, reading)
    RelationalNoun.complete(&result, site, reading)
    SharedDeed.complete(&result, site, reading)
    EachNoun.complete(&result, site, reading)
    ParallelName.complete(&result, site, reading)
    PartOfWhole.complete(&result, site, reading)
    RepeatedMeasure.complete(&result, site, reading)
    ListHead.complete(&result, site, reading)
    return result
  }
}
