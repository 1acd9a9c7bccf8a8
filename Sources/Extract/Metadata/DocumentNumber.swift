import Records

/// Finds the number of an official document, 国办发〔2018〕121号, where a line at its start is nothing else.
///
/// Reads: the first twelve blocks of the text.
/// Yields: the line.
/// Refuses: numbers within sentences, which are those of other documents.
/// Source: GB/T 9704-2012, 7.2.5: 发文机关代字, the year in 〔 〕, the number, 号.
enum DocumentNumber {
  static func first(in document: Document) -> String? {
    let text = Array(document.text.utf8)
    for block in document.blocks.prefix(12) where block.span.count <= 90 {
      let line = text[block.span.start..<block.span.end]
      if isNumber(Array(line)) { return String(decoding: line, as: UTF8.self) }
    }
    return nil
  }

  private static func isNumber(_ line: [UInt8]) -> Bool {
    guard line.ends(with: "号") else { return false }
    let brackets = [("〔", "〕"), ("[", "]"), ("［", "］"), ("【", "】"), ("（", "）"), ("(", ")")]
    for (open, close) in brackets {
      let open = Array(open.utf8)
      guard let start = line.indices.first(where: { line[$0...].starts(with: open) }), start > 0 else {
        continue
      }
      var index = start + open.count
      let year = index
      while index < line.count, line[index].isDigit { index += 1 }
      guard index - year == 4, line[index...].starts(with: close.utf8) else { continue }
      index += close.utf8.count
      if line[index...].starts(with: "第".utf8) { index += 3 }
      let number = index
      while index < line.count, line[index].isDigit || line[index] == 0x20 { index += 1 }
      if index > number, line[index...].elementsEqual("号".utf8) { return true }
    }
    return false
  }
}
