internal import SystemPackage

/// A set of files that appears whole or not at all.
///
/// The files are written into a folder of their own beside the output, brought to the disk, and put in
/// place by one rename of a symbolic link: whoever reads `out/` sees the old set or the new one.
struct Publication {
  /// Where the set is to appear: a symbolic link once it is published.
  let output: String
  /// Where the files are written until then.
  let staging: String

  private var parent: String { Path.folder(of: output) }

  /// Makes the folder to write into; what an earlier run that was cut short left there is removed.
  ///
  /// - Throws: a `Stop` with status 73 where the output is not ours or the folder cannot be made.
  init(output: String, name: String) throws {
    self.output = output
    staging = Path.join(Path.folder(of: output), ".\(Path.name(of: output))-\(name)")
    try Self.check(output)
    do {
      try Path.makeFolders(Path.folder(of: output))
      // Two runs that make the same set one after another must not write into the one that is read.
      if System.linkTarget(output) == Path.name(of: staging) { throw Stop(.bug, "\(staging): is published") }
      System.remove(staging)
      try System.makeFolder(staging)
    } catch let error as Errno {
      throw Stop(.cannotCreate, "\(staging): cannot be made: \(error)")
    }
  }

  /// Refuses to touch what xianzhi did not make: only a link to a folder that a publication made may
  /// be replaced.
  static func check(_ output: String) throws(Stop) {
    guard System.exists(output) else { return }
    let prefix = ".\(Path.name(of: output))-"
    guard let target = System.linkTarget(output) else {
      throw Stop(
        .cannotCreate,
        "\(output): is no output of xianzhi (it would be a link); move it away or name another folder")
    }
    guard target.hasPrefix(prefix), !target.contains("/") else {
      throw Stop(.cannotCreate, "\(output): is a link to \(target), which xianzhi did not make")
    }
  }

  /// The path of a file of the set.
  func path(_ name: String) -> String { Path.join(staging, name) }

  /// Puts the set in place, then removes the one that it replaces.
  ///
  /// - Throws: a `Stop` with status 74; the old set then stays in place.
  func publish() throws {
    let old = System.linkTarget(output)
    let link = staging + ".link"
    do {
      try System.synchronize(folder: staging)
      System.remove(link)
      try System.link(to: Path.name(of: staging), at: link)
      try System.rename(link, to: output)
      try System.synchronize(folder: parent)
    } catch let error as Errno {
      throw Stop(.inputOutput, "\(output): cannot be put in place: \(error)")
    }
    if let old, old != Path.name(of: staging) { System.remove(Path.join(parent, old)) }
  }

  /// Removes what was written.
  func abandon() {
    System.remove(staging)
  }
}
