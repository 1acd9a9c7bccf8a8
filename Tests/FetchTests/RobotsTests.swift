import Foundation
import Testing

@testable import Fetch

/// A line of `Corpus/robots.tsv`.
struct RobotsCase: Sendable, CustomTestStringConvertible {
  let id: String
  let source: String
  let file: [UInt8]
  let product: String
  let target: String
  let isAllowed: Bool

  var testDescription: String { id }

  static let all: [RobotsCase] = {
    guard let url = Bundle.module.url(forResource: "robots", withExtension: "tsv", subdirectory: "Corpus"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let file = cells[2].replacing("\\n", with: "\n").replacing("\\r", with: "\r").replacing(
        "\\t", with: "\t")
      return RobotsCase(
        id: cells[0], source: cells[1], file: Array(file.utf8), product: cells[3], target: cells[4],
        isAllowed: cells[5] == "allow")
    }
  }()
}

@Suite struct RobotsTests {
  @Test(arguments: RobotsCase.all) func corpus(_ item: RobotsCase) {
    let rules = RobotsRules(item.file, product: item.product)
    #expect(rules.allows(item.target) == item.isAllowed)
  }

  @Test func theCorpusIsWhole() {
    #expect(RobotsCase.all.count >= 60)
    #expect(Set(RobotsCase.all.map(\.id)).count == RobotsCase.all.count)
    #expect(RobotsCase.all.contains { $0.isAllowed })
    #expect(RobotsCase.all.contains { !$0.isAllowed })
    for section in ["2.2.1", "2.2.2", "2.2.3", "2.2.4", "5.1", "5.2"] {
      #expect(
        RobotsCase.all.contains { $0.source == "RFC 9309, \(section)" }, "no example of section \(section)")
    }
  }

  @Test func crawlDelayIsThatOfTheOwnGroup() {
    func delay(_ text: String) -> Duration? { RobotsRules(Array(text.utf8)).crawlDelay }
    #expect(delay("User-agent: *\nCrawl-delay: 10\n") == .seconds(10))
    #expect(delay("User-agent: *\nCrawl-delay: 0.5\n") == .milliseconds(500))
    #expect(delay("User-agent: xianzhi\nDisallow: /a\nUser-agent: *\nCrawl-delay: 10\n") == nil)
    #expect(delay("User-agent: *\nCrawl-delay: 5\nCrawl-delay: 2\n") == .seconds(5))
    // A group that stands above the delay's own line is not meant.
    #expect(delay("User-agent: foobot\nCrawl-delay: 7\nUser-agent: *\nDisallow: /a\n") == nil)
    #expect(delay("User-agent: *\nCrawl-delay: soon\n") == nil)
    #expect(delay("User-agent: *\nCrawl-delay: -3\n") == nil)
    #expect(delay("User-agent: *\nCrawl-delay: 99999999999\n") == .seconds(86_400))
  }

  @Test func readsFiveHundredKibibytes() {
    let head = Array("User-agent: *\nDisallow: /a\n".utf8)
    let filler = [UInt8](repeating: UInt8(ascii: "\n"), count: RobotsRules.limit - head.count)
    let tail = Array("Disallow: /b\n".utf8)
    let cut = RobotsRules(head + filler + tail)
    #expect(cut.isCut)
    #expect(!cut.allows("/a"))
    #expect(cut.allows("/b"))
    let whole = RobotsRules(head + filler)
    #expect(!whole.isCut)
    // `Disallow: /` is what is left of a line that is cut.
    let line = Array("Disallow: /".utf8)
    let broken = RobotsRules(head + filler.dropLast(line.count) + line + Array("private\n".utf8))
    #expect(broken.isCut)
    #expect(broken.allows("/public"))
    #expect(!broken.allows("/a"))
  }

  @Test func aPageOfHTMLIsNoted() {
    #expect(RobotsRules(Array("<html>".utf8)).isHTML)
    #expect(!RobotsRules(Array("User-agent: *".utf8)).isHTML)
  }

  @Test func starsTakeNoExponentialTime() {
    let pattern = String(repeating: "*a", count: 2000)
    let rules = RobotsRules(Array("User-agent: *\nDisallow: /\(pattern)b\n".utf8))
    #expect(rules.allows("/" + String(repeating: "a", count: 4000)))
  }
}
