public import Records
public import Vocabulary

/// Reads the quantities and periods of Chinese prose, in one linear pass over its UTF-8 bytes.
public struct Annotator: Sendable {
  private let tables: Tables

  /// Makes an annotator that knows the units, phrases and places of `vocabulary`.
  public init(vocabulary: Vocabulary) {
    tables = Tables(vocabulary)
  }

  /// Reads one text.
  ///
  /// - Parameter published: the day against which 去年, 本月 and the like are understood; without it
  ///   they make no period.
  /// - Complexity: O(bytes of the text).
  public func annotate(_ text: String, published: Day? = nil) -> Annotation {
    var annotation = Annotation()
    var text = text
    text.withUTF8 { annotate($0, published: published, into: &annotation) }
    return annotation
  }

  /// Reads one text of valid UTF-8 into `annotation`, whose arrays are emptied and used again.
  ///
  /// - Complexity: O(bytes of the text).
  public func annotate(
    _ text: UnsafeBufferPointer<UInt8>, published: Day?, into annotation: inout Annotation
  ) {
    annotation.quantities.removeAll(keepingCapacity: true)
    annotation.periods.removeAll(keepingCapacity: true)
    annotation.findings.removeAll(keepingCapacity: true)
    tables.glyphs.withUnsafeBufferPointer { glyphs in
      tables.marks.withUnsafeBufferPointer { marks in
        var scanner = Scanner(
          text: Prose(bytes: text, glyphs: glyphs, marks: marks), tables: tables, published: published,
          annotation: Annotation())
        swap(&scanner.annotation, &annotation)
        scanner.run()
        swap(&scanner.annotation, &annotation)
      }
    }
  }
}
