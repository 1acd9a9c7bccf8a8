package import Fetch

extension ServerFault {
  /// Faults of connections.
  package static let connections: [ServerFault] = [
    ServerFault(
      "is not there", "asks three times for robots.txt, then for nothing", .failed(.connectionFailed),
      times: 0,
      leavesHost: true, policy: Change { _, server in server.stop() }),
    ServerFault(
      "takes no more connections", "gives up after the time for the connection", .failed(.connectTimeout),
      times: 0,
      leavesHost: true, kind: .full, policy: within(\.connect)),
    ServerFault(
      "has a certificate that it has signed itself", "sends it nothing", .failed(.tlsFailed),
      times: 0,
      leavesHost: true, kind: .selfSigned),
    ServerFault(
      "has such a certificate, and the configuration makes an exception", "fetches, and says so on every run",
      .page,
      kind: .selfSigned,
      policy: Change { policy, _ in policy.defaults.tls = .unverified(reason: "signed by the county itself") }
    ),
    ServerFault(
      "closes the connection without an answer", "asks three times", .failed(.emptyAnswer), times: 3,
      answersRobots: true
    ) {
      $0.target == "/page" ? [.pause(.zero)] : [.text("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n")]
    },
    ServerFault(
      "resets the connection in the middle of the body", "asks three times", .failed(.connectionReset),
      times: 3
    ) { _ in
      [.text("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"), .pause(.milliseconds(100)), .reset]
    },
    ServerFault("resets the connection once, then sends the page", "asks again", .page, times: 2) {
      $0.times < 2
        ? [.text("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"), .pause(.milliseconds(100)), .reset]
        : answer("page")
    },
    ServerFault(
      "closes a connection that it kept, when the page is asked for", "opens another", .page,
      answersRobots: true
    ) {
      $0.target == "/page" ? answer("page") : Array(answer("robots", status: "404 Not Found").dropLast())
    },
  ]

  /// Faults of time. Each server goes on for ever, so that only the time that is meant can end it.
  package static let slowness: [ServerFault] = [
    ServerFault(
      "takes the request and says nothing", "gives up after the time for the first line",
      .failed(.firstByteTimeout), policy: within(\.firstByte)
    ) { _ in
      [.hold]
    },
    ServerFault(
      "sends its head a byte at a time", "gives up after the time for the whole", .failed(.totalTimeout),
      policy: within(\.total)
    ) { _ in
      [.text("HTTP/1.1 200 OK\r\n"), .drip(Array("Server: slow\r\n".utf8), pause: .milliseconds(30))]
    },
    ServerFault(
      "stops in the middle of the body", "gives up after the time between two bytes", .failed(.idleTimeout),
      policy: within(\.idle)
    ) { _ in
      [.text("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"), .hold]
    },
    ServerFault(
      "sends a byte a second", "gives up after the time for slow answers", .failed(.idleTimeout),
      policy: Change { policy, _ in
        policy.attempts = 1
        policy.limits.slowBytes = 64
        policy.limits.slowFor = .seconds(2)
      }
    ) { _ in
      [
        .text("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"),
        .drip(Array("slow".utf8), pause: .milliseconds(700)),
      ]
    },
    ServerFault(
      "sends bytes all the time and never ends", "gives up after the time for the whole",
      .failed(.totalTimeout), policy: within(\.total)
    ) { _ in
      [.text("HTTP/1.1 200 OK\r\n\r\n"), .drip([0x20], pause: .milliseconds(100))]
    },
  ]

  /// Faults of form.
  package static let forms: [ServerFault] = [
    ServerFault("sends what is no HTTP", "takes it for no page", .failed(.badHTTP)) { _ in
      [.text("<html>hello</html>")]
    },
    ServerFault(
      "announces more bytes than it sends", "takes the short body for no page; asks three times",
      .failed(.bodyShort), times: 3
    ) { _ in
      [.text("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort")]
    },
    ServerFault(
      "sends more bytes than it announces", "takes as many as announced, and a new connection", .page
    ) {
      _ in
      [.text("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npageHTTP/1.1 200 OK\r\n\r\nevil"), .keep]
    } check: {
      $0.answer?.content == Array("page".utf8)
    },
    ServerFault("announces no length and closes, in HTTP/1.0", "reads to the end", .page) { _ in
      [.text("HTTP/1.0 200 OK\r\n\r\npage")]
    } check: {
      $0.answer?.content == Array("page".utf8)
    },
    ServerFault("sends the body in chunks", "puts them together", .page) { _ in
      [
        .text(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\npa\r\n2;a=b\r\nge\r\n0\r\nX: y\r\n\r\n"),
        .keep,
      ]
    } check: {
      $0.answer?.payload == Array("page".utf8) && $0.answer?.field("x") == nil
    },
    ServerFault(
      "cuts off the chunks", "takes the short body for no page; asks three times", .failed(.bodyShort),
      times: 3
    ) { _ in
      [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n")]
    },
    ServerFault("sends chunks without a size", "takes it for no page", .failed(.badHTTP)) { _ in
      [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\npage\r\n0\r\n\r\n")]
    },
    ServerFault("sends an interim answer first", "waits for the final one", .page) { _ in
      [.text("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")] + answer("page")
    } check: {
      $0.answer.map { String(decoding: $0.responseHead, as: UTF8.self) }?.hasPrefix("HTTP/1.1 200") == true
    },
  ]

  /// Faults of size. The limits are those of the tests: 1 MiB of body, 16 KiB and 100 lines of head.
  package static let sizes: [ServerFault] = [
    ServerFault("sends a body without end", "stops at the limit", .failed(.bodyTooLarge)) { _ in
      [.text("HTTP/1.1 200 OK\r\n\r\n"), .endless([UInt8](repeating: 0x61, count: 65_536))]
    },
    ServerFault("announces a body larger than the limit", "does not begin to read it", .failed(.bodyTooLarge))
    {
      _ in
      [.text("HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n"), .pause(.milliseconds(100))]
    },
    ServerFault("sends chunks without end", "stops at the limit", .failed(.bodyTooLarge)) { _ in
      [
        .text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
        .endless(Array("4\r\nmore\r\n".utf8)),
      ]
    },
    ServerFault("sends a field larger than the limit", "stops at the limit", .failed(.headTooLarge)) { _ in
      answer("page", fields: ["X: " + String(repeating: "x", count: 20_000)])
    },
    ServerFault(
      "sends a line of the head without end", "stops at libcurl's own limit", .failed(.headTooLarge)
    ) {
      _ in
      [.text("HTTP/1.1 200 OK\r\nX: "), .endless([UInt8](repeating: 0x61, count: 4096))]
    },
    ServerFault("sends more fields than the limit", "stops at the limit", .failed(.headTooLarge)) { _ in
      answer("page", fields: (0..<200).map { "X-\($0): y" })
    },
    ServerFault("sends interim answers without end", "stops at the limit", .failed(.headTooLarge)) { _ in
      [.endless(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))]
    },
    ServerFault("sends trailers without end", "stops at the limit", .failed(.headTooLarge)) { _ in
      [
        .text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n"),
        .endless(Array("X: y\r\n".utf8)),
      ]
    },
  ]
}
