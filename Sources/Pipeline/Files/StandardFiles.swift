internal import Glibc

/// The three files that every process has.
public enum StandardFiles {
  /// Opens `/dev/null` for those that the caller closed: else the next file that is opened would take their place, and a
  /// warning would be written into a dataset.
  public static func open() {
    for file in STDIN_FILENO...STDERR_FILENO where fcntl(file, F_GETFD) == -1 {
      // The lowest free number is given, which is this one.
      _ = Glibc.open("/dev/null", O_RDWR)
    }
  }
}
