import CTreeYardstick
import Extract
import Foundation
import Load
import Records
import Synchronization
import Vocabulary

// Measures `Extractor` against libxml2's tree: bench-extract [--megabytes N] FOLDER…
//
// The yardstick B is the processor time that `htmlReadMemory` and `xmlFreeDoc` take for the same pages, which
// are decoded once before. What is measured is bytes to documents and their JSON. Text totals stand beside the
// times, so that a page that was cut cannot look like speed. Prints; judges nothing.

var arguments = Array(CommandLine.arguments.dropFirst())
var megabytes = 60
if let flag = arguments.firstIndex(of: "--megabytes"), flag + 1 < arguments.count {
  megabytes = Int(arguments[flag + 1]) ?? megabytes
  arguments.removeSubrange(flag...(flag + 1))
}
guard !arguments.isEmpty else {
  print("usage: bench-extract [--megabytes N] FOLDER…")
  exit(64)
}

var pages: [Page] = []
for folder in arguments {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  for name in names where name.hasSuffix(".html") || name.hasSuffix(".htm") {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
    pages.append(Page(id: "0000000000000000", source: name, bytes: bytes))
  }
}
let size = pages.reduce(0) { $0 + $1.bytes.count }
guard size > 0 else {
  print("no pages in \(arguments.joined(separator: ", "))")
  exit(66)
}
let rounds = max(1, megabytes * 1_000_000 / size)
let extractor = Extractor(vocabulary: try Vocabulary.builtIn())

/// UTF-8 of the pages, whatever they are in.
let decoded: [[UInt8]] = pages.map { page in
  let charset = extractor.document(from: page).charset
  guard charset == "gb18030",
    let text = String(data: Data(page.bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
  else { return page.bytes }
  return Array(text.utf8)
}

/// Processor seconds of the process so far, all threads.
nonisolated func processorTime() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

/// The least processor seconds of three tries.
func least(_ work: () -> Void) -> Double {
  var best = Double.infinity
  for _ in 0..<3 {
    let start = processorTime()
    work()
    best = min(best, processorTime() - start)
  }
  return best
}

func json(_ document: Document) -> [UInt8] {
  var json = JSONWriter(appendingTo: [])
  json.beginObject()
  json.key("title")
  json.string(document.title)
  json.key("published")
  json.string(document.published?.description)
  json.key("text")
  json.string(document.text)
  json.key("blocks")
  json.beginArray()
  for block in document.blocks {
    json.integer(block.span.start)
    json.integer(block.span.end)
  }
  json.endArray()
  json.endObject()
  return json.finish()
}

var treeText = 0
for page in decoded {
  treeText += page.withUnsafeBytes { raw in
    tree_yardstick(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, 1)
  }
}
let tree = least {
  for _ in 0..<rounds {
    for page in decoded {
      _ = page.withUnsafeBytes { raw in
        tree_yardstick(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, 0)
      }
    }
  }
}
var text = 0
var written = 0
let reading = least {
  text = 0
  written = 0
  for _ in 0..<rounds {
    for page in pages {
      let document = extractor.document(from: page)
      text += document.text.utf8.count
      written += json(document).count
    }
  }
}

/// What one worker after the other takes: the number of the next page.
final class Queue: Sendable {
  private let next = Atomic(0)
  let count: Int

  init(count: Int) { self.count = count }

  func take() -> Int? {
    let index = next.add(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }
}

/// Wall-clock seconds of the same with so many tasks, and the processor seconds of all.
///
/// The tasks take page by page: whole rounds cannot be shared out evenly.
nonisolated func spent(
  workers: Int, rounds: Int, pages: [Page], extractor: Extractor
) async -> (wall: Double, processor: Double) {
  let queue = Queue(count: rounds * pages.count)
  let clock = ContinuousClock()
  let (start, before) = (clock.now, processorTime())
  await withTaskGroup(of: Int.self) { group in
    for _ in 0..<workers {
      group.addTask {
        var total = 0
        while let index = queue.take() {
          total += extractor.document(from: pages[index % pages.count]).text.utf8.count
        }
        return total
      }
    }
  }
  let wall = clock.now - start
  return (
    Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18, processorTime() - before
  )
}

let total = Double(size * rounds) / 1e6
func line(_ name: String, _ seconds: Double, _ note: String) {
  print("\(name)  \(Int(seconds * 1000)) ms  \(Int(total / seconds)) MB/s  \(note)")
}
print("\(pages.count) pages, \(size / 1000) kB, \(rounds) rounds, libxml2 \(Extraction.parserVersion)")
line("tree (B)", tree, "text \(treeText) bytes a round")
line("extract ", reading, "text \(text / rounds) bytes, JSON \(written / rounds) bytes a round")
print("extract / B = \(Double(Int(reading / tree * 1000)) / 1000)")
let one = await spent(workers: 1, rounds: rounds, pages: pages, extractor: extractor)
let two = await spent(workers: 2, rounds: rounds, pages: pages, extractor: extractor)
func hundredths(_ value: Double) -> Double { Double(Int(value * 100)) / 100 }
print(
  "two workers are \(hundredths(one.wall / two.wall)) times as fast as one,",
  "with \(hundredths(two.processor / one.processor)) of its processor time")
