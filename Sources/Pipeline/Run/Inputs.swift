internal import Load
internal import Records
internal import SystemPackage

/// A file that a run is to read, with what its source takes for granted.
struct Input: Sendable {
  /// Where it lies.
  let path: FilePath
  /// How it is called in datasets: the path as it counts from the folder of the configuration, so that a run from
  /// elsewhere gives the same bytes.
  let source: String
  let defaults: SourceDefaults
}

/// The files of the sources, and what could not be looked into.
struct Inputs {
  /// The files sorted by name, whatever the order of the sources.
  private(set) var files: [Input] = []
  /// Folders that could not be listed.
  private(set) var refused: [FindingRow] = []
  private var seen: Set<FilePath> = []

  /// Endings of files in a folder that are pages; `.gz` may follow each.
  private static let endings = [".html", ".htm", ".shtml", ".xhtml"]

  /// Finds every file of every source; a file that two sources name is read once, with the defaults of the first.
  ///
  /// - Throws: a `Stop` with status 66 where nothing is found at all.
  init(_ sources: [Source], base: String) throws(Stop) {
    for source in sources {
      switch source.location {
      case .files(let names):
        for name in names { add(FilePath(name), base, source.defaults) }
      case .folder(let name):
        collect(FilePath(name), base, source.defaults)
      }
    }
    if files.isEmpty, refused.isEmpty {
      throw Stop(.noInput, "no page in any source; a page's name ends in .html, .htm, .shtml or .xhtml")
    }
    files.sort { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
  }

  private static func location(_ name: FilePath, _ base: String) -> FilePath {
    base == "." ? name : FilePath(base).pushing(name)
  }

  /// Adds a file once. Paths are compared by their bytes: two names may look the same and be two files.
  private mutating func add(_ name: FilePath, _ base: String, _ defaults: SourceDefaults) {
    let path = Self.location(name, base)
    guard seen.insert(path).inserted else { return }
    files.append(Input(path: path, source: name.string, defaults: defaults))
  }

  /// Collects the pages of a folder and of the folders in it; links to folders are not followed, so that a loop of
  /// links ends.
  private mutating func collect(_ folder: FilePath, _ base: String, _ defaults: SourceDefaults) {
    do throws(Errno) {
      for name in try System.names(in: Self.location(folder, base)) where !name.string.hasPrefix(".") {
        let entry = folder.string == "." ? FilePath(root: nil, [name]) : folder.appending(name)
        let path = Self.location(entry, base)
        if (try? System.entry(at: path)) == .folder {
          if !System.isLink(path) { collect(entry, base, defaults) }
        } else if Self.isPage(name.string) {
          add(entry, base, defaults)
        }
      }
    } catch {
      refused.append(
        FindingRow(
          source: folder.string, code: .unreadableFile, message: "the folder cannot be listed: \(error)"))
    }
  }

  private static func isPage(_ name: String) -> Bool {
    var lowered = name.lowercased()
    if lowered.hasSuffix(".gz") { lowered.removeLast(3) }
    return endings.contains { lowered.hasSuffix($0) }
  }
}
