import Foundation
import Quantities
import Records
import Vocabulary

/// Measures `Annotator` on official prose: `bench-quantities FOLDER [MEGABYTES]`.
///
/// The prose is made of the pages and texts of the folder, tags left out, repeated up to the size. The
/// last line gives the speed against that of counting the text's characters, which a machine's load
/// slows down as much.
@main struct Bench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: bench-quantities FOLDER [MEGABYTES]")
      exit(64)
    }
    let lines = Prose.lines(of: URL(fileURLWithPath: arguments[1]))
    guard !lines.isEmpty else {
      print("no prose in \(arguments[1])")
      exit(65)
    }
    let size = (arguments.count > 2 ? Int(arguments[2]) ?? 20 : 20) * 1_000_000
    var text: [UInt8] = []
    text.reserveCapacity(size)
    while text.count < size {
      for line in lines where text.count < size { text += line + [0x0A] }
    }
    print("\(lines.count) different lines")
    let annotator = Annotator(vocabulary: try Vocabulary.builtIn())
    text.withUnsafeBufferPointer { run(annotator, $0) }
  }

  private static func run(_ annotator: Annotator, _ text: UnsafeBufferPointer<UInt8>) {
    let published = Day(2022, 6, 29)
    var annotation = Annotation()
    let byLines = measure("by lines", text.count) {
      var (quantities, periods, start) = (0, 0, 0)
      while start < text.count {
        var end = start
        while end < text.count, text[end] != 0x0A { end += 1 }
        let line = UnsafeBufferPointer(rebasing: text[start..<end])
        annotator.annotate(line, published: published, into: &annotation)
        quantities += annotation.quantities.count
        periods += annotation.periods.count
        start = end + 1
      }
      return "\(quantities) quantities, \(periods) periods"
    }
    for length in [100_000, 1_000_000, 10_000_000] where length <= text.count {
      var end = length
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      _ = measure("one text", end) {
        let whole = UnsafeBufferPointer(rebasing: text[0..<end])
        annotator.annotate(whole, published: published, into: &annotation)
        return "\(annotation.quantities.count) quantities"
      }
    }
    let counted = measure("counting characters", text.count) {
      var characters = 0
      for byte in text where byte & 0xC0 != 0x80 { characters += 1 }
      return "\(characters) characters"
    }
    print("ratio: \(String(format: "%.3f", byLines / counted)) of counting characters")
  }

  /// The best of three runs in MB/s of processor time.
  private static func measure(_ name: String, _ bytes: Int, _ body: () -> String) -> Double {
    var best = 0.0
    var found = ""
    for _ in 0..<3 {
      let start = clock()
      found = body()
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      best = max(best, Double(bytes) / 1_000_000 / max(seconds, 1e-6))
    }
    print("\(name): \(String(format: "%.1f", best)) MB/s, \(bytes) bytes, \(found)")
    return best
  }
}

/// The lines of prose in a folder's pages and texts.
enum Prose {
  static func lines(of folder: URL) -> [[UInt8]] {
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]
    var lines: [[UInt8]] = []
    for file in (files ?? []).sorted(by: { $0.path < $1.path }) { lines += self.lines(in: file) }
    // A line of prose has Chinese in it; scripts and lists of links have little.
    return lines.filter { line in line.count >= 60 && line.count(where: { $0 >= 0xE4 }) * 6 > line.count }
  }

  private static func lines(in file: URL) -> [[UInt8]] {
    guard ["html", "htm", "txt", "jsonl"].contains(file.pathExtension),
      let data = try? Data(contentsOf: file),
      String(validating: data, as: UTF8.self) != nil
    else { return [] }
    if file.pathExtension != "jsonl" { return untagged([UInt8](data)).split(separator: 0x0A).map(Array.init) }
    return data.split(separator: 0x0A).flatMap { line -> [[UInt8]] in
      let object = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any]
      return (object?["text"] as? String)?.split(separator: "\n").map { Array($0.utf8) } ?? []
    }
  }

  /// The text of a page as far as a measurement needs it.
  private static func untagged(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isTag = false
    for byte in page {
      switch byte {
      case UInt8(ascii: "<"):
        isTag = true
        result.append(0x0A)
      case UInt8(ascii: ">"): isTag = false
      case _ where isTag: break
      default: result.append(byte)
      }
    }
    return result
  }
}
