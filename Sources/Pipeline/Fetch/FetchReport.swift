internal import Fetch
internal import Load

/// What a crawl came to, for messages, `run.json` and the file of metrics.
struct FetchReport: Sendable {
  var started: Moment
  var finished: Moment
  var hosts: [String: HostSummary]
  /// What was found out of order in the archive at the start.
  var recovery: ArchiveRecovery.Report
  /// Pages in the queue: waiting, parked.
  var waiting = 0
  var parked = 0
  /// Of the parked ones those where sources begin, by host.
  var parkedLists: [String: Int] = [:]

  /// The status that `fetch` ends with, unless it was stopped.
  var status: ExitStatus { complaints.isEmpty ? .done : .tryAgain }

  /// One line for each host at which something failed.
  var complaints: [String] {
    Set(hosts.keys).union(parkedLists.keys).sorted().compactMap { name in
      let host = hosts[name] ?? HostSummary()
      var parts: [String] = []
      if !host.failures.isEmpty {
        let count = host.failures.values.reduce(0, +)
        let kinds = host.failures.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          "\($0.key.rawValue) \($0.value)"
        }
        parts.append("\(count) pages failed (\(kinds.joined(separator: ", ")))")
      }
      switch host.ended {
      case .resting(let until): parts.append("is left alone until \(until)")
      case .tooManyFailures: parts.append("was left after too many failures in a row")
      case .pageLimit, .outsideWindow, .stopped, nil: break
      }
      if let count = parkedLists[name] {
        parts.append("\(count) of its lists are parked and bring nothing any more (xianzhi status)")
      }
      guard !parts.isEmpty else { return nil }
      let last = host.lastFailure.map { "; the last: \($0)" } ?? ""
      return "\(name): \(parts.joined(separator: ", "))\(last)"
    }
  }

  /// What whoever looks after the sources should know, though nothing failed.
  var notes: [String] {
    recovery.notes
      + hosts.sorted { $0.key < $1.key }.flatMap { name, host in
        host.notes.map { note in
          switch note {
          case .robotsIsHTML(let origin): "\(origin)/robots.txt is a page of HTML and holds no rules"
          case .robotsCut(let origin): "\(origin)/robots.txt is longer than 500 KiB; the rest is not read"
          case .certificateNotVerified(let reason): "\(name): its certificate is not verified: \(reason)"
          }
        }
      }
  }

  /// Why a host was left though it has pages due.
  private static func word(_ ending: HostEnding) -> String {
    switch ending {
    case .pageLimit: "page-limit"
    case .outsideWindow: "outside-window"
    case .resting: "resting"
    case .tooManyFailures: "too-many-failures"
    case .stopped: "stopped"
    }
  }

  /// The sums over all hosts.
  var pages: Int { hosts.values.reduce(0) { $0 + $1.pages } }
  var notModified: Int { hosts.values.reduce(0) { $0 + $1.notModified } }
  var failed: Int { hosts.values.reduce(0) { $0 + $1.failures.values.reduce(0, +) } }

  /// `run.json` of the archive.
  func json(_ status: ExitStatus) -> [UInt8] {
    var json = JSONWriter(indented: true)
    json.beginObject()
    json.member("started", started.description)
    json.member("finished", finished.description)
    json.key("exit_status")
    json.integer(Int(status.rawValue))
    json.key("versions")
    json.beginObject()
    json.member("xianzhi", Version.current)
    json.member("libcurl", FetchLibraries.curl)
    json.member("zlib", FetchLibraries.zlib)
    json.endObject()
    json.key("queue")
    json.beginObject()
    json.member("waiting", waiting)
    json.member("parked", parked)
    json.endObject()
    json.key("hosts")
    json.beginObject()
    for (name, host) in hosts.sorted(by: { $0.key < $1.key }) {
      json.key(escaping: name)
      json.beginObject()
      json.member("pages", host.pages)
      json.member("not_modified", host.notModified)
      json.key("failures")
      json.beginObject()
      for (code, count) in host.failures.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        json.key(escaping: code.rawValue)
        json.integer(count)
      }
      json.endObject()
      json.key("last_failure")
      json.string(host.lastFailure?.description)
      json.key("left")
      json.string(host.ended.map(Self.word))
      json.endObject()
    }
    json.endObject()
    json.key("notes")
    json.beginArray()
    for note in notes { json.string(note) }
    json.endArray()
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }
}

extension JSONWriter {
  /// A member that is a whole number.
  fileprivate mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }
}
