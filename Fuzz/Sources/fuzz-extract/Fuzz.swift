import Extract
import FuzzDriver
import Records
import Vocabulary

/// Reads any bytes as a page and holds the document against what must be true of every one.
private enum Target {
  static let extractor: Extractor? = (try? Vocabulary.builtIn()).map { Extractor(vocabulary: $0) }

  static func check(_ bytes: [UInt8]) {
    guard let extractor else { preconditionFailure("the built-in vocabulary is broken") }
    let document = extractor.document(from: Page(id: "0000000000000000", source: "a.html", bytes: bytes))
    let text = Array(document.text.utf8)
    precondition(document.kind == .article || text.isEmpty, "text on a page without an article")
    var end = 0
    for block in document.blocks {
      precondition(block.span.start >= end && block.span.end <= text.count, "blocks overlap")
      precondition(onBoundary(block.span, text), "a block cuts a scalar")
      end = block.span.end
    }
    precondition(document.tables.count == document.blocks.count { $0.kind == .table }, "a table is no block")
    for table in document.tables {
      for cell in table.cells {
        precondition(table.span.contains(cell.span) && onBoundary(cell.span, text), "a cell lies outside")
        precondition(cell.column + cell.columnSpan <= table.columnCount, "a cell is too wide")
      }
    }
  }

  private static func onBoundary(_ span: ByteSpan, _ text: [UInt8]) -> Bool {
    [span.start, span.end].allSatisfy { $0 == text.count || text[$0] & 0xC0 != 0x80 }
  }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Target.check(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}

/// What SwiftPM calls as the module's main.
@_cdecl("fuzz_extract_main")
public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  drive(count, arguments, fuzzOne)
}
