internal import SystemPackage

/// A folder of datasets that appears whole or not at all, and that one process at a time writes.
///
/// `out` is a symbolic link to the newest set, a folder `.out-…` beside it. A set is written into a folder of its own,
/// brought to the disk, and put in place by one rename of the link: whoever reads `out/` sees the old set or the new one. The set
/// before is kept until the next run, for readers that are in the middle of it.
struct OutputFolder: ~Copyable {
  /// Where the set appears.
  let path: String
  private let name: String
  private let parent: String
  private let lock: RunLock

  /// Takes the folder for this process; sets that were given up or are of no use any more are removed.
  ///
  /// - Throws: a `Stop` with status 73 where the folder is not ours or cannot be made, 75 where another run holds it.
  static func take(_ path: String) throws -> OutputFolder {
    guard let name = Path.name(of: path) else {
      throw Stop(.cannotCreate, "\"\(path)\": is no name of a folder that could be made")
    }
    let parent = Path.folder(of: path)
    let path = Path.join(parent, name)
    try check(path, name)
    do throws(Errno) {
      try Path.makeFolders(parent)
    } catch {
      throw Stop(.cannotCreate, "\(parent): cannot be made: \(error)")
    }
    let lock = try RunLock.take(at: path + ".lock")
    let folder = OutputFolder(path: path, name: name, parent: parent, lock: lock)
    folder.removeStaleSets()
    return folder
  }

  private init(path: String, name: String, parent: String, lock: consuming RunLock) {
    (self.path, self.name, self.parent) = (path, name, parent)
    self.lock = lock
  }

  /// Refuses to touch what xianzhi did not make: only a link to a folder that was published here may be replaced.
  private static func check(_ path: String, _ name: String) throws(Stop) {
    guard System.exists(path) else { return }
    guard let target = System.linkTarget(path) else {
      throw Stop(
        .cannotCreate,
        "\(path): is no output of xianzhi (it would be a link); move it away or name another folder")
    }
    guard target.hasPrefix(".\(name)-"), !target.contains("/") else {
      throw Stop(.cannotCreate, "\(path): is a link to \(target), which xianzhi did not make")
    }
  }

  /// Whether publishing at `path` would remove `folder`: it is the set there now, or one before it.
  static func holds(_ folder: String, at path: String) -> Bool {
    guard let folder = System.resolved(folder) else { return false }
    if System.resolved(path) == folder { return true }
    guard let name = Path.name(of: path), let set = Path.name(of: folder), set.hasPrefix(".\(name)-")
    else { return false }
    return System.resolved(Path.folder(of: path)) == Path.folder(of: folder)
  }

  private func removeStaleSets() {
    let current = System.linkTarget(path)
    for entry in (try? System.names(in: parent)) ?? [] {
      guard let text = String(validating: entry), text.hasPrefix(".\(name)-"), text != current else {
        continue
      }
      System.remove(Path.join(parent, text))
    }
  }

  /// Calls `write` with the path of a new folder, then puts that folder in place.
  ///
  /// - Throws: what `write` throws, and a `Stop` with status 73 or 74; the set before then stays in place, and what was
  ///   written is removed.
  func publish<Result>(_ write: (String) async throws -> Result) async throws -> Result {
    let now = System.now()
    let staging = ".\(name)-\(now.seconds)-\(now.nanoseconds)"
    let folder = Path.join(parent, staging)
    do throws(Errno) {
      try System.makeFolder(folder)
    } catch {
      throw Stop(.cannotCreate, "\(folder): cannot be made: \(error)")
    }
    do {
      let result = try await write(folder)
      try putInPlace(staging)
      return result
    } catch {
      System.remove(folder)
      System.remove(folder + ".link")
      throw error
    }
  }

  private func putInPlace(_ staging: String) throws(Stop) {
    let link = Path.join(parent, staging) + ".link"
    do {
      try System.synchronize(folder: Path.join(parent, staging))
      try System.link(to: staging, at: link)
      try System.rename(link, to: path)
    } catch {
      throw Stop(.inputOutput, "\(path): cannot be put in place: \(error)")
    }
    // The rename is the point of no return: the new set is whole and in place. Where its folder cannot be brought to the
    // disk, a power cut can at most bring back the link to the set before, which is still there.
    try? System.synchronize(folder: parent)
  }
}
