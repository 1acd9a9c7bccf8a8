import Extract
import Records
import Vocabulary

/// Reads pages in tests.
enum Reading {
  static let extractor = Result { try Extractor(vocabulary: Vocabulary.builtIn()) }

  /// The document of a page that is given as text.
  static func document(_ html: String) throws -> Document {
    try document(bytes: Array(html.utf8))
  }

  static func document(bytes: [UInt8]) throws -> Document {
    try extractor.get().document(from: Page(id: "0123456789abcdef", source: "page.html", bytes: bytes))
  }

  /// The text that a block covers.
  static func texts(_ document: Document, _ kind: BlockKind) -> [String] {
    let text = Array(document.text.utf8)
    return document.blocks.filter { $0.kind == kind }.map {
      String(decoding: text[$0.span.start..<$0.span.end], as: UTF8.self)
    }
  }

  /// A page whose body holds a main text that is certain to be found, so that one thing can be varied.
  static func page(head: String = "", above: String = "", body: String = "", below: String = "") -> String {
    """
    <html><head>\(head)</head><body><div class="top"><a href="/">首页</a> <a href="/zw">政务公开</a></div>
    \(above)<div class="wz_main"><p>今年以来，全县上下凝心聚力，各项工作稳步推进，群众的日子一天比一天好。</p>
    \(body)<p>下一步，该县将继续抓好落实，把实事办实，把好事办好。</p></div>\(below)</body></html>
    """
  }
}
