/// How a command ends, by the numbers of sysexits.h that cron, Make and people know.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Done; also where there was nothing new.
  case done = 0
  /// Two runs differ.
  case different = 1
  /// The command line is wrong.
  case usage = 64
  /// The data did not pass: a quality gate failed, or a line of a filter's input is none.
  case data = 65
  /// There is nothing to read.
  case noInput = 66
  /// A bug in xianzhi.
  case bug = 70
  /// The output cannot be made.
  case cannotCreate = 73
  /// Reading or writing failed in the middle: a full disk.
  case inputOutput = 74
  /// Another run holds the lock.
  case tryAgain = 75
  /// The configuration or a table is wrong.
  case configuration = 78
  /// Stopped by SIGINT.
  case interrupted = 130
  /// Stopped by SIGTERM.
  case terminated = 143
}
