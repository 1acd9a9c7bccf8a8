import Extract
import Foundation
import Normalize
import Records
import Vocabulary

// Measures `Normalizer` on documents: bench-normalize FOLDER [MEGABYTES [NAME]]
// The documents are the pages of the folder, extracted once and read again up to the size; with a
// name only the measurement whose name begins so is made. The line behind the pages gives their speed against that of
// counting the text's characters, which a machine's load slows down as much.

guard CommandLine.arguments.count > 1 else {
  print("usage: bench-normalize FOLDER [MEGABYTES [NAME]]")
  exit(64)
}
let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let size = (CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 10 : 10) * 1_000_000
let only = CommandLine.arguments.count > 3 ? CommandLine.arguments[3] : ""
let vocabulary = try Vocabulary.builtIn()
let extractor = Extractor(vocabulary: vocabulary)
let normalizer = Normalizer(vocabulary: vocabulary)

var documents: [Document] = []
let files =
  (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]) ?? []
for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "html" {
  let page = Page(id: file.lastPathComponent, source: file.path, bytes: [UInt8](try Data(contentsOf: file)))
  let document = extractor.document(from: page)
  if document.text.utf8.count > 300 { documents.append(document) }
}
guard !documents.isEmpty else {
  print("no document in \(folder.path)")
  exit(65)
}

/// Processor seconds of this process so far.
func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// The best of three runs in MB/s.
@discardableResult
func measure(_ name: String, _ body: () -> (bytes: Int, observations: Int)) -> Double {
  guard name.hasPrefix(only) else { return 0 }
  var best = 0.0
  var observations = 0
  for _ in 0..<3 {
    let start = seconds()
    let done = body()
    best = max(best, Double(done.bytes) / 1e6 / max(seconds() - start, 1e-9))
    observations = done.observations
  }
  print("\(name): \((best * 10).rounded() / 10) MB/s, \(observations) observations")
  return best
}

/// How fast the characters of the texts are counted, in MB/s: the best of three runs.
func counting(_ texts: [[UInt8]]) -> Double {
  var best = 0.0
  for _ in 0..<3 {
    let start = seconds()
    var (bytes, characters) = (0, 0)
    while bytes < size {
      for text in texts {
        for byte in text where byte & 0xC0 != 0x80 { characters += 1 }
        bytes += text.count
      }
    }
    best = max(best, Double(bytes) / 1e6 / max(seconds() - start, 1e-9))
    guard characters > 0 else { return 0 }
  }
  return best
}

/// A document of one paragraph.
func document(_ text: String) -> Document {
  var document = Document(id: "bench", source: "bench")
  document.text = text
  document.published = Day(2022, 6, 29)
  document.blocks = [Block(.paragraph, span: ByteSpan(0, text.utf8.count))]
  return document
}

let pages = measure("pages") {
  var (bytes, observations) = (0, 0)
  while bytes < size {
    for document in documents {
      observations += normalizer.statements(in: document).observations.count
      bytes += document.text.utf8.count
    }
  }
  return (bytes, observations)
}
if pages > 0 {
  let counted = counting(documents.map { [UInt8]($0.text.utf8) })
  print(
    "ratio: \((pages / counted * 10_000).rounded() / 10_000) of counting characters (\(Int(counted)) MB/s)")
}
let unbroken = document(String(repeating: "全县深入实施乡村振兴战略推动高质量发展", count: 10_000_000 / 57))
measure("one paragraph of 10 MB without a mark") {
  (unbroken.text.utf8.count, normalizer.statements(in: unbroken).observations.count)
}
for count in [10_000, 100_000] {
  let numbers = document((1...count).map { "粮食产量\($0)吨" }.joined(separator: "，") + "。")
  measure("\(count) numbers in one sentence") {
    (numbers.text.utf8.count, normalizer.statements(in: numbers).observations.count)
  }
}
