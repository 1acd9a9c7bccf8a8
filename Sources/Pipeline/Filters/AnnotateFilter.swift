internal import Glibc
internal import Quantities
internal import Records
internal import Vocabulary

/// `xianzhi annotate`: lines of text in, quantities and periods out.
public struct AnnotateFilter {
  /// Makes the filter.
  public init() {}

  /// Answers each line of standard input by one line.
  ///
  /// Bytes that are no UTF-8 become U+FFFD, and a line on standard error gives the number of their line.
  ///
  /// - Throws: a `Stop` with status 65 for a line that is no JSON where JSON Lines were begun; the lines before it are
  ///   answered.
  public func run(to output: String?) throws {
    let annotator = Annotator(vocabulary: try Vocabulary.builtIn())
    try FilterOutput.write(to: output) { sink in
      var input = AnnotateInput()
      var reader = try LineReader(FileName("-"))
      // The arrays of one annotation serve for all lines.
      var annotation = Annotation()
      var bytes: [UInt8] = []
      try reader.forEach { line in
        var item: AnnotateInput.Item
        do {
          item = try input.read(line)
        } catch let fault as Fault {
          throw Stop(.data, fault.description)
        }
        if item.wasRepaired { warn(line) }
        item.text.withUTF8 { annotator.annotate($0, published: item.published, into: &annotation) }
        bytes.removeAll(keepingCapacity: true)
        AnnotationLine.append(annotation, of: item.text, to: &bytes)
        try sink.write(bytes)
      }
    }
  }

  private func warn(_ line: WireLine) {
    let message = Array("xianzhi: \(line.file):\(line.number): bytes that are no UTF-8 became U+FFFD\n".utf8)
    _ = write(STDERR_FILENO, message, message.count)
  }
}
