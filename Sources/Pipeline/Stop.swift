/// The end of a command that could not do its work: a status and one line that says why.
public struct Stop: Error, Equatable, Sendable {
  /// The status that the process ends with.
  public let status: ExitStatus
  /// What went wrong, with the file and the cause.
  public let message: String

  /// Makes the stop.
  public init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
