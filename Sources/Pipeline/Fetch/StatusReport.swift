internal import Fetch
internal import Load
internal import Records
internal import SystemPackage

/// `xianzhi status`: how the sources on the web stand.
public struct StatusReport {
  /// The forms of the report.
  public enum Format: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// For programs: one JSON object.
    case json
  }

  private let configuration: Configuration
  private let settings: FetchSettings

  /// Reads the configuration.
  ///
  /// - Throws: a `Fault` where it is wrong, a `Stop` with status 78 where it has no source on the web.
  public init(configuration path: String) throws {
    configuration = try Configuration(file: path)
    settings = try configuration.requiredSettings()
  }

  /// Prints the report.
  ///
  /// - Parameter isRebuilt: whether the state is made anew from the archive before, which needs the lock.
  /// - Throws: a `Stop` with status 75 where a crawl holds the lock that a rebuild needs, 73 or 74 where the state cannot be
  ///   read.
  public func run(isRebuilt: Bool, as format: Format) throws {
    let archive = Path.join(configuration.base, settings.archive)
    var notes: [String] = []
    if isRebuilt { notes = try FetchStage.open(configuration, settings, isRebuilt: true).recovery.notes }
    let isThere = System.exists(FetchStage.statePath(archive))
    let state = try FetchState(isThere ? FetchStage.statePath(archive) : nil)
    let sources = try configuration.webSources.map { try state.status(of: $0.source.name) }
    let sink = ByteSink(.standardOutput, name: "standard output")
    switch format {
    case .text: try sink.write(Array(Self.text(sources, notes).utf8))
    case .json: try sink.write(Self.json(sources, notes))
    }
    try sink.flush()
  }

  private static func text(_ sources: [FetchState.SourceStatus], _ notes: [String]) -> String {
    var lines: [String] = []
    for source in sources {
      lines.append(source.name)
      lines.append("  last success  \(source.lastSuccess?.description ?? "never")")
      lines.append("  next due      \(source.nextDue?.description ?? "-")")
      lines.append(
        "  pages         \(source.pages), \(source.archived) archived, \(source.failing) failing, \(source.parked) parked"
      )
      for failure in source.failures {
        lines.append(
          "  failing       \(failure.code) \(failure.count), such as \(failure.url): \(failure.cause)")
      }
      for page in source.parkedPages {
        lines.append("  parked        \(page.url): \(page.cause) (\(page.code)), \(page.count) runs in a row")
      }
      if source.parked > source.parkedPages.count {
        lines.append("  parked        and \(source.parked - source.parkedPages.count) more")
      }
    }
    return (lines + notes).map { $0 + "\n" }.joined()
  }

  private static func json(_ sources: [FetchState.SourceStatus], _ notes: [String]) -> [UInt8] {
    var json = JSONWriter(indented: true)
    json.beginObject()
    json.key("sources")
    json.beginArray()
    for source in sources {
      json.beginObject()
      json.member("name", source.name)
      json.key("last_success")
      json.string(source.lastSuccess?.description)
      json.key("next_due")
      json.string(source.nextDue?.description)
      let counts: [(String, Int)] = [
        ("pages", source.pages), ("archived", source.archived), ("failing", source.failing),
        ("parked", source.parked),
      ]
      for (name, count) in counts {
        json.key(escaping: name)
        json.integer(count)
      }
      write(source.failures, "failures", "pages", to: &json)
      write(source.parkedPages, "parked_pages", "runs", to: &json)
      json.endObject()
    }
    json.endArray()
    json.key("notes")
    json.beginArray()
    for note in notes { json.string(note) }
    json.endArray()
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }

  private static func write(
    _ failures: [FetchState.SourceStatus.Failure], _ name: String, _ count: String, to json: inout JSONWriter
  ) {
    json.key(escaping: name)
    json.beginArray()
    for failure in failures {
      json.beginObject()
      json.member("code", failure.code)
      json.key(escaping: count)
      json.integer(failure.count)
      json.member("url", failure.url)
      json.member("cause", failure.cause)
      json.endObject()
    }
    json.endArray()
  }
}

extension Configuration {
  /// What `fetch` says.
  ///
  /// - Throws: a `Stop` with status 78 where there is none.
  func requiredSettings() throws(Stop) -> FetchSettings {
    guard let fetching else {
      throw Stop(.configuration, "\(file): has no fetch, with a contact and the hosts that may be asked")
    }
    return fetching
  }
}
