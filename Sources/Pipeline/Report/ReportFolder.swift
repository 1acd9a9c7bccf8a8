internal import Report
internal import SystemPackage

/// The folder `report` in a set, which appears when it is whole.
struct ReportFolder: ~Copyable {
  /// Where it appears.
  let path: String
  /// A folder for what is of use while it is made.
  let scratch: String
  private let staging: String
  private let lock: RunLock
  private var folders: Set<String> = []

  /// Takes the folder for this process.
  ///
  /// - Throws: a `Stop` with status 73 where it is not ours or cannot be made, 75 where another process makes it.
  static func take(in set: String) throws -> ReportFolder {
    try check(Path.join(set, "report"))
    let folder = ReportFolder(set, try RunLock.take(at: Path.join(set, ".report.lock")))
    for name in [folder.staging, folder.scratch] {
      System.remove(name)
      do throws(Errno) {
        try System.makeFolder(name)
      } catch {
        throw Stop(.cannotCreate, "\(name): cannot be made: \(error)")
      }
    }
    return folder
  }

  private init(_ set: String, _ lock: consuming RunLock) {
    path = Path.join(set, "report")
    staging = Path.join(set, ".report-new")
    scratch = Path.join(set, ".report-scratch")
    self.lock = lock
  }

  /// Refuses to touch a folder that has no first page of a report.
  private static func check(_ path: String) throws(Stop) {
    guard System.exists(path) else { return }
    let first = try? FileReader.contents(of: Path.join(path, "index.html"), limit: 1 << 30)
    let head = String(decoding: (first ?? []).prefix(400), as: UTF8.self)
    guard head.contains(#"<meta name="generator" content="xianzhi">"#) else {
      throw Stop(.cannotCreate, "\(path): is no report of xianzhi; move it away")
    }
  }

  /// Writes a file. It is not brought to the disk by force: a report can be made again.
  ///
  /// - Throws: a `Stop` that names the file.
  mutating func write(_ file: ReportFile) throws {
    let place = Path.join(staging, file.path)
    let folder = Path.folder(of: place)
    if folders.insert(folder).inserted {
      do throws(Errno) {
        try Path.makeFolders(folder)
      } catch {
        throw Stop(.cannotCreate, "\(folder): cannot be made: \(error)")
      }
    }
    let sink = try ByteSink(creating: place)
    try sink.write(file.bytes)
    try sink.close(isScratch: true)
  }

  /// Puts the folder in the place of the one before.
  ///
  /// - Throws: a `Stop` with status 74.
  func publish() throws {
    System.remove(path)
    do throws(Errno) {
      try System.rename(staging, to: path)
    } catch {
      throw Stop(.inputOutput, "\(path): cannot be put in place: \(error)")
    }
  }

  /// Removes what is of no use any more, the unfinished folder among it.
  func clear() {
    System.remove(scratch)
    System.remove(staging)
  }
}
