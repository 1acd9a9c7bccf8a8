internal import Glibc
internal import Load
internal import Logging

/// Writes log lines as JSON, one object a line, to standard error.
struct JSONLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var json = JSONWriter()
    json.beginObject()
    json.key("time")
    json.string(System.timestamp(System.now().seconds))
    json.key("level")
    json.string(event.level.rawValue)
    json.key("message")
    json.string(event.message.description)
    for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }).sorted(by: {
      $0.key < $1.key
    }) {
      json.key(escaping: key)
      json.string("\(value)")
    }
    json.endObject()
    let line = json.finish() + [UInt8(ascii: "\n")]
    _ = Glibc.write(STDERR_FILENO, line, line.count)
  }
}
