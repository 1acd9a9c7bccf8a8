internal import Fetch

/// The file that Prometheus' textfile collector reads.
///
/// It has no times of its own beside the values, appears whole, and keeps the time of the last success where this run had
/// none.
struct FetchMetrics {
  private static let success = "xianzhi_fetch_last_success_timestamp_seconds"

  /// Writes the file.
  ///
  /// - Throws: a `Stop` with status 73 or 74.
  static func write(_ report: FetchReport, _ status: ExitStatus, to path: String) throws {
    var lines: [String] = []
    func gauge(_ name: String, _ help: String, _ values: [(labels: String, value: String)]) {
      guard !values.isEmpty else { return }
      lines += ["# HELP \(name) \(help)", "# TYPE \(name) gauge"]
      lines += values.map { "\(name)\($0.labels) \($0.value)" }
    }
    func seconds(_ moment: Moment) -> String { String(moment.milliseconds / 1000) }
    gauge(
      "xianzhi_fetch_last_run_timestamp_seconds", "When the last crawl ended.",
      [("", seconds(report.finished))])
    let last = status == .done ? seconds(report.finished) : lastSuccess(path)
    gauge(success, "When the last crawl ended with nothing failed.", last.map { [("", $0)] } ?? [])
    gauge(
      "xianzhi_fetch_last_run_duration_seconds", "How long the last crawl took.",
      [("", String((report.finished - report.started).components.seconds))])
    gauge("xianzhi_fetch_exit_status", "The exit status of the last crawl.", [("", String(status.rawValue))])
    gauge(
      "xianzhi_fetch_pages", "What became of the pages of the last crawl.",
      [
        ("{state=\"fetched\"}", String(report.pages)),
        ("{state=\"not_modified\"}", String(report.notModified)),
        ("{state=\"failed\"}", String(report.failed)),
      ])
    gauge(
      "xianzhi_fetch_queue_pages", "Pages that are known, by what becomes of them.",
      [("{state=\"waiting\"}", String(report.waiting)), ("{state=\"parked\"}", String(report.parked))])
    gauge(
      "xianzhi_fetch_host_failures", "Pages of the last crawl that failed, by host and kind.",
      report.hosts.sorted { $0.key < $1.key }.flatMap { name, host in
        host.failures.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          ("{host=\"\(name)\",code=\"\($0.key.rawValue)\"}", String($0.value))
        }
      })
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    try FilterOutput.write(to: path) { try $0.write(bytes) }
  }

  /// The time of the last success that the file says.
  private static func lastSuccess(_ path: String) -> String? {
    guard let bytes = try? FileReader.contents(of: path, limit: 1 << 24) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix(success + " ") }.map { String($0.dropFirst(success.utf8.count + 1)) }
  }
}
