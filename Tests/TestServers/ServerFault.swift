package import Fetch

/// Something that a server does, and what a run makes of it. The table in docs/operate.md has a row for each.
package struct ServerFault: Sendable, CustomStringConvertible {
  /// How a run sees the page.
  package enum Expected: Sendable, Equatable {
    /// It is a page.
    case page
    /// It is as it was.
    case notModified
    /// It has failed.
    case failed(FetchFailure.Code)
    /// It was not tried to the end, and the host rests until the next run.
    case rests
  }

  /// Changes the policy that faults are tried with.
  package struct Change: Sendable {
    package let apply: @Sendable (inout CrawlPolicy, RawServer) -> Void
    package init(_ apply: @escaping @Sendable (inout CrawlPolicy, RawServer) -> Void) { self.apply = apply }
  }

  /// Kinds of servers.
  package enum Kind: Sendable {
    /// One that takes the steps.
    case http
    /// One that takes no more connections.
    case full
    /// One with a certificate that it has signed itself.
    case selfSigned
  }

  /// What the server does, in words.
  package let server: String
  /// What the run does, in words.
  package let run: String
  package let expected: Expected
  /// How often the page is asked for.
  package var times = 1
  /// What was said of the archived version.
  package var validators: (etag: String?, lastModified: String?)?
  /// Whether another page of the same host still comes in the same run.
  package var leavesHost = false
  /// Whether the steps are also those for robots.txt; else there is none.
  package var answersRobots = false
  /// What kind of server it is.
  package var kind = Kind.http
  /// Changes the policy that faults are tried with.
  package var policy = Change { _, _ in }
  /// What the server does.
  package let steps: @Sendable (Asked) -> [Step]
  /// What else must hold of the page.
  package var check: @Sendable (FetchOutcome) -> Bool = { _ in true }

  package var description: String { server }

  package init(
    _ server: String, _ run: String, _ expected: Expected, times: Int = 1,
    validators: (etag: String?, lastModified: String?)? = nil, leavesHost: Bool = false,
    answersRobots: Bool = false, kind: Kind = .http,
    policy: Change = Change { _, _ in },
    steps: @escaping @Sendable (Asked) -> [Step] = { _ in [] },
    check: @escaping @Sendable (FetchOutcome) -> Bool = { _ in true }
  ) {
    self.server = server
    self.run = run
    self.expected = expected
    self.times = times
    self.validators = validators
    self.leavesHost = leavesHost
    self.answersRobots = answersRobots
    self.kind = kind
    self.policy = policy
    self.check = check
    self.steps = steps
  }

  /// The status that a run ends with.
  package var exitStatus: Int32 {
    switch expected {
    case .page, .notModified: 0
    case .failed, .rests: 75
    }
  }

  /// The row of the table in docs/operate.md.
  package var row: String {
    let (reason, archive) =
      switch expected {
      case .page: ("", "the page")
      case .notModified: ("", "a revisit")
      case .failed(let code): ("`\(code.rawValue)`", "no page")
      case .rests: ("", "no page")
      }
    return "| \(server) | \(run) | \(reason) | \(exitStatus) | \(archive) |"
  }

  package static let all = answers + redirects + connections + slowness + forms + sizes + codings + robots
}

/// Tries each page once, and gives one of the times three seconds: robots.txt, which comes at once, is asked for within
/// it too.
package func within(_ time: any WritableKeyPath<TransferLimits, Duration> & Sendable) -> ServerFault.Change {
  ServerFault.Change { policy, _ in
    policy.attempts = 1
    policy.limits[keyPath: time] = .seconds(3)
  }
}

/// An answer with a length.
package func answer(_ body: [UInt8], status: String = "200 OK", fields: [String] = []) -> [Step] {
  let head = (["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + fields).joined(separator: "\r\n")
  return [.send(Array((head + "\r\n\r\n").utf8) + body), .keep]
}

/// An answer with a length.
package func answer(_ body: String, status: String = "200 OK", fields: [String] = []) -> [Step] {
  answer(Array(body.utf8), status: status, fields: fields)
}

/// A redirect.
package func redirect(_ location: String, status: String = "302 Found", fields: [String] = []) -> [Step] {
  answer("moved", status: status, fields: ["Location: \(location)"] + fields)
}

extension Asked {
  /// The server's port, from the field `Host`.
  package var port: String {
    head.split(separator: "\r\n").first { $0.hasPrefix("Host:") }?.split(separator: ":").last.map(String.init)
      ?? ""
  }

  /// Whether the head has this line.
  package func has(_ line: String) -> Bool { head.contains("\r\n\(line)\r\n") }
}
