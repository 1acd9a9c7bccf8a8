import CLibXML2

/// The border to libxml2: a page in UTF-8 in, a `NodeTable` out. No other file names the library.
enum PageParser {
  /// What a parse gave.
  struct Result {
    let table: NodeTable
    /// Why the parser stopped before the end of the page, if it did.
    let cut: Cut?
  }

  /// What cuts a page.
  enum Cut: Equatable, CustomStringConvertible {
    /// It has more elements and texts than are read.
    case nodes(limit: Int)
    /// The library gave up, with its error code.
    case library(code: Int)

    var description: String {
      switch self {
      case .nodes(let limit): "the page has more than \(limit) elements and texts; the rest was not read"
      case .library(let code): "the parser stopped before the end of the page, libxml2 error \(code)"
      }
    }
  }

  /// A parse that goes on, as the library's calls get it.
  private struct Parse {
    var builder: NodeTableBuilder
    /// What stops it.
    var parser: htmlParserCtxtPtr?

    /// Stops the parser where the table is full; the builder takes nothing any more of what still comes.
    @inline(__always)
    func stopIfFull() {
      if builder.isFull { xmlStopParser(parser) }
    }
  }

  private static let initialized: Void = { xmlInitParser() }()

  /// libxml2's version, `2.9.14`.
  static var version: String {
    let words = String(cString: clibxml2_version())
    let digits = words.prefix { $0.isNumber }
    guard let number = Int(digits) else { return words }
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)" + words.dropFirst(digits.count)
  }

  /// Parses at most `Int32.max` bytes of UTF-8 into at most `nodes` rows; with libxml2's own limits on depth and on the
  /// size of a text where it `isLimited`, so that a test sees it stop.
  ///
  /// - Complexity: O(n).
  static func parse(
    _ bytes: [UInt8], nodes: Int = ExtractLimits().nodes, isLimited: Bool = false
  ) -> Result {
    _ = initialized
    var parse = Parse(builder: NodeTableBuilder(expecting: bytes.count, limit: nodes))
    guard !bytes.isEmpty else { return Result(table: parse.builder.finish(), cut: nil) }
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let context, let name else { return }
      let parse = context.assumingMemoryBound(to: Parse.self)
      parse.pointee.builder.start(name, attributes)
      parse.pointee.stopIfFull()
    }
    handler.endElement = { context, name in
      guard let context, let name else { return }
      context.assumingMemoryBound(to: Parse.self).pointee.builder.end(name)
    }
    handler.characters = { context, bytes, count in
      guard let context, let bytes else { return }
      let parse = context.assumingMemoryBound(to: Parse.self)
      parse.pointee.builder.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      parse.pointee.stopIfFull()
    }
    handler.ignorableWhitespace = handler.characters
    // Without a handler of its own the text of a script would come as characters.
    handler.cdataBlock = { _, _, _ in }
    let stopped = withUnsafeMutablePointer(to: &parse) { parse in
      bytes.withUnsafeBytes { raw in
        clibxml2_parse(
          &handler, parse, parse.pointer(to: \.parser), raw.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: raw.count), isLimited ? 1 : 0)
      }
    }
    let cut: Cut? =
      parse.builder.isFull ? .nodes(limit: nodes) : stopped == 0 ? nil : .library(code: Int(stopped))
    return Result(table: parse.builder.finish(), cut: cut)
  }
}
