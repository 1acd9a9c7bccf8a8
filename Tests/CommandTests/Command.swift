import Foundation
import TestSupport

/// The program, run as its users run it.
struct Command {
  /// What a run of it left behind.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The executable lies beside the bundle of the tests.
  static let executable: URL = {
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let arguments = CommandLine.arguments.first { $0.contains(".xctest") } ?? own.path
    var folder = URL(filePath: arguments)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "xianzhi")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    return own.deletingLastPathComponent().appending(path: "xianzhi")
  }()

  /// Runs it to its end.
  static func run(_ arguments: [String], input: String = "", in folder: String? = nil) throws -> Result {
    try run(arguments, input: Data(input.utf8), in: folder)
  }

  /// Runs it to its end; input and output go through files, so that no pipe can fill up.
  static func run(_ arguments: [String], input: Data, in folder: String? = nil, outputPath: String? = nil)
    throws -> Result
  {
    let scratch = try TemporaryFolder()
    try input.write(to: URL(filePath: scratch("in")))
    try Data().write(to: URL(filePath: scratch("out")))
    try Data().write(to: URL(filePath: scratch("err")))
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: scratch("in")))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputPath ?? scratch("out")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: scratch("err")))
    try process.run()
    process.waitUntilExit()
    let status =
      process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
    return Result(status: status, output: try scratch.read("out"), errors: try scratch.read("err"))
  }
}
