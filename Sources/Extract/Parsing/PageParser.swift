import CLibXML2

/// The border to libxml2: a page in UTF-8 in, a `NodeTable` out. No other file names the library.
enum PageParser {
  /// What a parse gave.
  struct Result {
    let table: NodeTable
    /// libxml2's error code where it stopped before the end of the page.
    let stoppedBy: Int?
  }

  private static let initialized: Void = { xmlInitParser() }()

  /// libxml2's version, `2.9.14`.
  static var version: String { String(cString: clibxml2_version()) }

  /// Parses at most `Int32.max` bytes of UTF-8; with libxml2's own limits on depth and on the size of a text where it
  /// `isLimited`, so that a test sees it stop.
  ///
  /// - Complexity: O(n).
  static func parse(_ bytes: [UInt8], isLimited: Bool = false) -> Result {
    _ = initialized
    var builder = NodeTableBuilder(expecting: bytes.count)
    guard !bytes.isEmpty else { return Result(table: builder.finish(), stoppedBy: nil) }
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let context, let name else { return }
      context.assumingMemoryBound(to: NodeTableBuilder.self).pointee.start(name, attributes)
    }
    handler.endElement = { context, name in
      guard let context, let name else { return }
      context.assumingMemoryBound(to: NodeTableBuilder.self).pointee.end(name)
    }
    handler.characters = { context, bytes, count in
      guard let context, let bytes else { return }
      context.assumingMemoryBound(to: NodeTableBuilder.self).pointee
        .text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    // Without a handler of its own the text of a script would come as characters.
    handler.cdataBlock = { _, _, _ in }
    let stopped = withUnsafeMutablePointer(to: &builder) { builder in
      bytes.withUnsafeBytes { raw in
        clibxml2_parse(
          &handler, builder, raw.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: raw.count), isLimited ? 1 : 0)
      }
    }
    return Result(table: builder.finish(), stoppedBy: stopped == 0 ? nil : Int(stopped))
  }
}
