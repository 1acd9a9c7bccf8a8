import Foundation
import Quantities
import Records
import Vocabulary

// Measures `Annotator` on official prose: bench-quantities FOLDER [MEGABYTES]
// The prose is made of the pages and texts of the folder, tags left out, repeated up to the size.

guard CommandLine.arguments.count > 1 else {
  print("usage: bench-quantities FOLDER [MEGABYTES]")
  exit(64)
}
let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let size = (CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 20 : 20) * 1_000_000

/// The text of a page as far as a measurement needs it: tags and scripts are left out.
func prose(_ page: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var isTag = false
  var isBlank = true
  for byte in page {
    switch byte {
    case UInt8(ascii: "<"): isTag = true
    case UInt8(ascii: ">"):
      isTag = false
      if !isBlank { result.append(UInt8(ascii: "\n")) }
      isBlank = true
    case _ where isTag: break
    case 0x0A, 0x0D, 0x09, 0x20: if !isBlank { result.append(byte) }
    default:
      isBlank = false
      result.append(byte)
    }
  }
  return result
}

var lines: [[UInt8]] = []
let files =
  (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]) ?? []
for file in files.sorted(by: { $0.path < $1.path })
where ["html", "htm", "txt", "jsonl"].contains(file.pathExtension) {
  guard let data = try? Data(contentsOf: file), String(validating: data, as: UTF8.self) != nil else {
    continue
  }
  if file.pathExtension == "jsonl" {
    for line in data.split(separator: 0x0A) {
      guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
        let text = object["text"] as? String
      else { continue }
      lines += text.split(separator: "\n").map { Array($0.utf8) }
    }
  } else {
    lines += prose([UInt8](data)).split(separator: 0x0A).map(Array.init)
  }
}
// A line of prose has Chinese in it; scripts and lists of links have little.
lines = lines.filter { line in line.count >= 60 && line.filter { $0 >= 0xE4 }.count * 6 > line.count }
guard !lines.isEmpty else {
  print("no prose in \(folder.path)")
  exit(65)
}
var text: [UInt8] = []
while text.count < size {
  for line in lines where text.count < size { text += line + [0x0A] }
}

let annotator = Annotator(vocabulary: try Vocabulary.builtIn())
let published = Day(2022, 6, 29)
var annotation = Annotation()

/// Processor seconds of this thread's process so far.
func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// The best of three runs, in MB/s, and what was found.
func measure(_ name: String, _ bytes: Int, _ body: () -> (Int, Int)) {
  var best = 0.0
  var found = (0, 0)
  for _ in 0..<3 {
    let start = seconds()
    found = body()
    best = max(best, Double(bytes) / 1_000_000 / (seconds() - start))
  }
  print(
    "\(name): \(String(format: "%.1f", best)) MB/s, \(bytes) bytes, \(found.0) quantities, \(found.1) periods"
  )
}

print("\(lines.count) different lines of \(files.count) files")
text.withUnsafeBufferPointer { buffer in
  measure("lines", buffer.count) {
    var (quantities, periods, start) = (0, 0, 0)
    while start < buffer.count {
      var end = start
      while end < buffer.count, buffer[end] != 0x0A { end += 1 }
      annotator.annotate(
        UnsafeBufferPointer(rebasing: buffer[start..<end]), published: published, into: &annotation)
      quantities += annotation.quantities.count
      periods += annotation.periods.count
      start = end + 1
    }
    return (quantities, periods)
  }
  for length in [100_000, 1_000_000, 10_000_000] where length <= buffer.count {
    measure("one text of \(length) bytes", length) {
      var end = length
      while end < buffer.count, buffer[end] & 0xC0 == 0x80 { end += 1 }
      annotator.annotate(
        UnsafeBufferPointer(rebasing: buffer[0..<end]), published: published, into: &annotation)
      return (annotation.quantities.count, annotation.periods.count)
    }
  }
}
