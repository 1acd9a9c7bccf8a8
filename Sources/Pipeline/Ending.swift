internal import Glibc
internal import Records

/// How the process ends after an error of ours: one line on standard error and a status.
public struct Ending: Sendable {
  /// The status.
  public let status: ExitStatus
  /// The line.
  public let message: String

  /// The end that an error asks for. An error that nobody foresaw is a bug.
  public init(_ error: any Error) {
    switch error {
    case let stop as Stop: (status, message) = (stop.status, stop.message)
    case let fault as Fault: (status, message) = (.configuration, fault.description)
    default: (status, message) = (.bug, "a bug, please report it: \(error)")
    }
  }

  /// Prints the line, where there is one, and ends the process.
  public func exit() -> Never {
    if message.isEmpty { Glibc.exit(status.rawValue) }
    let line = Array("xianzhi: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    Glibc.exit(status.rawValue)
  }
}
