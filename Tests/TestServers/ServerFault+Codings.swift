package import Fetch
import Foundation

/// A hundred times 县, compressed.
package enum Compressed {
  package static let plain = Array(String(repeating: "县", count: 100).utf8)
  package static let gzip = bytes("H4sIAAAAAAACA3vat//pKCIOAQBPDKQgLAEAAA==")
  package static let zlib = bytes("eNp72rf/6SgiDgEAJwfbiQ==")
  package static let deflate = bytes("e9q3/+koIg4BAA==")
  package static let brotli = bytes("GysB+CUdf8tjsyBgvAA=")
  /// `User-agent: *`, `Disallow: /page`.
  package static let robots = bytes("H4sIAAAAAAACAwstTi3STUxPzSuxUtDicsksTszJyS+3UtAvAApyAQD72DbEHgAAAA==")
  /// 1 MiB of zeros in 1,051 bytes.
  package static let gzipBomb =
    bytes("H4sIAAAAAAACA+3BMQEAAADCoPVPbQhfoA==") + [UInt8](repeating: 0, count: 1016)
    + [0x3E, 0x03, 0x1C, 0xEA, 0x38, 0xA7, 0x00, 0x00, 0x10, 0x00]
  /// 100 MiB of zeros in 119 bytes.
  package static let brotliBomb = bytes(
    """
    y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8EQBwWAOje//H//w/+\
    CYA4LADQvf/j//8f/BMAcVgAoHv/x///P/gnAOKwAED3/o///3/wTwDEYQGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/5//+DfwIgDgsA\
    dO9/AA==
    """)

  private static func bytes(_ text: String) -> [UInt8] { Data(base64Encoded: text).map { [UInt8]($0) } ?? [] }
}

extension ServerFault {
  /// Faults of compressed bodies.
  package static let codings: [ServerFault] = [
    coded("sends the page as gzip", "archives it as it came, and reads it", "gzip", Compressed.gzip),
    coded("sends the page as brotli", "archives it as it came, and reads it", "br", Compressed.brotli),
    coded("sends the page as deflate", "archives it as it came, and reads it", "deflate", Compressed.zlib),
    coded(
      "sends the page as deflate without the wrapping of zlib", "reads it all the same", "deflate",
      Compressed.deflate),
    ServerFault("sends a bomb: 10 kB that become 10 MB", "stops at the limit", .failed(.contentTooLarge)) {
      _ in
      answer((0..<10).flatMap { _ in Compressed.gzipBomb }, fields: ["Content-Encoding: gzip"])
    },
    ServerFault(
      "sends a bomb of brotli: 119 bytes that become 100 MB", "stops at the limit", .failed(.contentTooLarge)
    ) { _ in
      answer(Compressed.brotliBomb, fields: ["Content-Encoding: br"])
    },
    ServerFault("sends gzip that ends too early", "takes it for no page", .failed(.badContentEncoding)) { _ in
      answer(Array(Compressed.gzip.dropLast(8)), fields: ["Content-Encoding: gzip"])
    },
    ServerFault("sends gzip that is damaged", "takes it for no page", .failed(.badContentEncoding)) { _ in
      answer(Compressed.gzip.dropLast(8) + [1, 2, 3, 4, 5, 6, 7, 8], fields: ["Content-Encoding: gzip"])
    },
    ServerFault("announces gzip and sends plain text", "takes it for no page", .failed(.badContentEncoding)) {
      _ in
      answer("<html>", fields: ["Content-Encoding: gzip"])
    },
    ServerFault("says twice that it sends gzip", "takes it for no page", .failed(.unknownContentEncoding)) {
      _ in
      answer(Compressed.gzip, fields: ["Content-Encoding: gzip", "Content-Encoding: gzip"])
    },
    ServerFault("says utf-8 where a coding is named", "takes the page as it is", .page) { _ in
      answer("page", fields: ["Content-Encoding: UTF-8"])
    } check: {
      $0.answer?.content == Array("page".utf8)
    },
    ServerFault(
      "sends a coding that nobody asked for", "takes it for no page", .failed(.unknownContentEncoding)
    ) {
      _ in
      answer("page", fields: ["Content-Encoding: zstd"])
    },
  ]

  private static func coded(_ server: String, _ run: String, _ coding: String, _ body: [UInt8]) -> ServerFault
  {
    ServerFault(server, run, .page) { _ in
      answer(body, fields: ["Content-Encoding: \(coding)"])
    } check: {
      $0.answer?.content == Compressed.plain && $0.answer?.payload == body
    }
  }

  /// Faults of robots.txt.
  package static let robots: [ServerFault] = [
    robots(
      "has a robots.txt that forbids the page", "does not ask for it", .failed(.robotsDisallowed), times: 0
    ) { _ in
      answer("User-agent: xianzhi\nDisallow: /page\n")
    },
    robots("forbids other crawlers", "fetches", .page) { _ in
      answer("User-agent: otherbot\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    },
    robots("redirects to a page that robots.txt forbids", "does not follow", .failed(.robotsDisallowed)) {
      _ in
      answer("User-agent: *\nDisallow: /private/\n")
    } page: { _ in
      redirect("/private/a.html")
    },
    robots("answers 401 for robots.txt", "fetches: there is none", .page) { _ in
      answer("", status: "401 Unauthorized")
    },
    robots("sends a page of HTML for robots.txt", "fetches: there is none; notes it", .page) { _ in
      answer("<!DOCTYPE html><title>页面不存在</title>User-agent: *\nDisallow: /\n")
    },
    robots(
      "answers 500 for robots.txt", "fetches nothing from it", .failed(.robotsUnreachable), times: 0,
      leavesHost: true
    ) { _ in
      answer("", status: "500 Internal Server Error")
    },
    robots(
      "resets the connection for robots.txt", "asks three times, then fetches nothing from it",
      .failed(.robotsUnreachable), times: 0, leavesHost: true
    ) { _ in
      [.reset]
    },
    robots("answers 503 once for robots.txt, then sends it", "waits and asks again", .page) {
      $0.times < 2 ? answer("", status: "503 Service Unavailable") : answer("User-agent: *\nAllow: /\n")
    },
    robots("sends a robots.txt without end", "reads its first 500 KiB; notes it", .page) { _ in
      [.text("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /b\n"), .endless(Array("# and so on\n".utf8))]
    },
    robots("redirects robots.txt", "follows, five times at most", .failed(.robotsDisallowed), times: 0) {
      $0.target == "/robots.txt" ? redirect("/rules.txt") : answer("User-agent: *\nDisallow: /page\n")
    },
    robots("redirects robots.txt in a circle", "fetches: there is none", .page) { _ in redirect("/robots.txt")
    },
    robots(
      "redirects robots.txt to a host that the configuration does not name", "fetches nothing from it",
      .failed(.robotsUnreachable), times: 0, leavesHost: true
    ) { _ in
      redirect("http://www.elsewhere.example/robots.txt")
    },
    robots("sends robots.txt as gzip", "reads it", .failed(.robotsDisallowed), times: 0) { _ in
      answer(Compressed.robots, fields: ["Content-Encoding: gzip"])
    },
  ]

  private static func robots(
    _ server: String, _ run: String, _ expected: Expected, times: Int = 1, leavesHost: Bool = false,
    _ steps: @escaping @Sendable (Asked) -> [Step],
    page: @escaping @Sendable (Asked) -> [Step] = { _ in answer("page") }
  ) -> ServerFault {
    ServerFault(server, run, expected, times: times, leavesHost: leavesHost, answersRobots: true) {
      $0.target == "/page" ? page($0) : steps($0)
    }
  }
}
