import Fetch
import FuzzDriver

/// Reads any bytes as what servers send, and holds what comes out against what must be true of it. The first byte says as
/// what.
private enum Target {
  static func check(_ input: [UInt8]) {
    guard let kind = input.first else { return }
    let bytes = Array(input.dropFirst())
    switch kind % 5 {
    case 0: url(bytes)
    case 1: robots(bytes)
    case 2: pattern(bytes)
    case 3: head(bytes)
    default: gzip(bytes)
    }
  }

  /// A URL that was read is written in one way, and every link on it leads to such a one.
  private static func url(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let base = try? PageURL("https://www.example.gov.cn/col/list.html?page=1") else {
      preconditionFailure("the base is no URL")
    }
    guard let url = try? base.resolving(text) else { return }
    precondition(url.scheme == "http" || url.scheme == "https", "scheme")
    precondition(url.target.hasPrefix("/") && !url.target.contains("#"), "target")
    precondition(url.description.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "bytes")
    precondition(!url.host.contains("@") && !url.host.isEmpty, "host")
    let again = try? PageURL(url.description)
    precondition(again == url, "\(url) is read as \(again?.description ?? "nothing")")
  }

  private static func robots(_ bytes: [UInt8]) {
    let rules = RobotsRules(bytes)
    precondition(rules.allows("/robots.txt"), "robots.txt itself")
    _ = rules.allows("/col/list.html?page=1")
    precondition(rules.crawlDelay.map { $0 >= .zero && $0 <= .seconds(86_400) } ?? true, "delay")
  }

  /// A pattern of letters and stars matches as a table of all prefixes says.
  private static func pattern(_ bytes: [UInt8]) {
    let halves = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, halves[0].count < 200, halves[1].count < 200 else { return }
    let pattern =
      Array("/".utf8) + halves[0].map { $0 % 4 == 0 ? UInt8(ascii: "*") : UInt8(ascii: "a") + $0 % 4 }
    let path = Array("/".utf8) + halves[1].map { UInt8(ascii: "a") + $0 % 4 }
    let rules = RobotsRules(Array("User-agent: *\nDisallow: ".utf8) + pattern)
    precondition(rules.allows(String(decoding: path, as: UTF8.self)) != matches(pattern, path), "pattern")
  }

  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    // `reach[i]`: the pattern so far takes the first i bytes.
    var reach = [true] + [Bool](repeating: false, count: path.count)
    for byte in pattern {
      var next = [Bool](repeating: false, count: path.count + 1)
      for at in 0...path.count {
        if byte == UInt8(ascii: "*") {
          next[at] = reach[at] || at > 0 && next[at - 1]
        } else if at > 0, reach[at - 1], path[at - 1] == byte {
          next[at] = true
        }
      }
      reach = next
    }
    return reach.contains(true)
  }

  private static func head(_ bytes: [UInt8]) {
    for field in HeaderFields(bytes).all {
      precondition(!field.value.contains(0x0A), "a value goes over its line")
      precondition(field.value.first != 0x20 && field.value.last != 0x20, "blanks")
    }
  }

  private static func gzip(_ bytes: [UInt8]) {
    let limit = 1 << 16
    let plain = try? Gzip.decompress(bytes, limit: limit)
    precondition(plain.map { $0.count <= limit } ?? true, "over the limit")
  }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Target.check(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}

/// What SwiftPM calls as the module's main.
@_cdecl("fuzz_fetch_main")
public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  drive(count, arguments, fuzzOne)
}
