import Foundation
import Vocabulary

// Makes many observations of a few: make-observations COUNT < observations.jsonl > many.jsonl
// Each round over the lines is another document about another county in another year; ids differ, words and values stay.

guard CommandLine.arguments.count == 2, let count = Int(CommandLine.arguments[1]), count > 0 else {
  FileHandle.standardError.write(Data("usage: make-observations COUNT < observations.jsonl > many.jsonl\n".utf8))
  exit(64)
}

/// A line cut at the values that are replaced: text, name of the value, text, ….
struct Template {
  let parts: [(text: [UInt8], value: String?)]

  init?(_ line: Substring) {
    var parts: [(text: [UInt8], value: String?)] = []
    var rest = line[...]
    for name in ["observation_id", "document_id", "region_code", "period", "period_start", "period_end"] {
      let key = "\"\(name)\":\""
      guard let start = rest.range(of: key), let end = rest[start.upperBound...].firstIndex(of: "\"") else { return nil }
      parts.append((Array(rest[..<start.upperBound].utf8), name))
      rest = rest[end...]
    }
    parts.append((Array(rest.utf8) + [UInt8(ascii: "\n")], nil))
    self.parts = parts
  }
}

let lines = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
let templates = lines.compactMap(Template.init)
guard !templates.isEmpty else {
  FileHandle.standardError.write(Data("no line has a region and a period\n".utf8))
  exit(65)
}
let counties = try Vocabulary.builtIn().places.filter { $0.level == .county && $0.isCurrent }.map(\.code)

func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// The finalizer of SplitMix64: neighbours become far apart.
func mixed(_ number: Int) -> UInt64 {
  var mixed = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
  mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
  return mixed ^ mixed >> 27
}

var buffer: [UInt8] = []
for index in 0..<count {
  let round = index / templates.count
  let year = 2000 + round / counties.count % 25
  for (text, value) in templates[index % templates.count].parts {
    buffer += text
    switch value {
    case "observation_id": buffer += hexadecimal(mixed(index + 1)).utf8
    case "document_id": buffer += hexadecimal(mixed(-round - 1)).utf8
    case "region_code": buffer += counties[Int(mixed(round) % UInt64(counties.count))].utf8
    case "period": buffer += "\(year)".utf8
    case "period_start": buffer += "\(year)-01-01".utf8
    case "period_end": buffer += "\(year)-12-31".utf8
    default: break
    }
  }
  if buffer.count > 1 << 20 {
    FileHandle.standardOutput.write(Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }
}
FileHandle.standardOutput.write(Data(buffer))
