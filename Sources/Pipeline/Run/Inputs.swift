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
  var defaults: SourceDefaults
  /// Where in an archive it lies; nothing where it is a file of its own.
  var record: ArchivedInput?
}

/// A page in an archive.
struct ArchivedInput: Sendable {
  /// Where its record begins in the file.
  let offset: Int64
  /// SHA-256 of the page without any coding, in hexadecimal.
  let sha256: String
}

/// The files of the sources, and what could not be looked into.
struct Inputs {
  /// The files sorted by name, whatever the order of the sources.
  private(set) var files = InputList()
  /// Folders that could not be listed.
  private(set) var refused: [FindingRow] = []
  /// The files found so far by the hashes of their paths; of no use when all are.
  private var seen: [Int: Int] = [:]

  /// Endings of files in a folder that are pages; `.gz` may follow each.
  private static let endings = [".html", ".htm", ".shtml", ".xhtml"]

  /// Finds every file of every source; a file that two sources name is read once, with the defaults of the first.
  ///
  /// - Parameter isStopped: asked between the records of archives whether to leave the rest.
  /// - Throws: a `Stop` with status 66 where nothing is found at all.
  init(
    _ sources: [Source], base: String, pageBytes: Int = Configuration.Limits().pageBytes,
    fetched: FetchedPages? = nil, isStopped: () -> Bool = { false }
  ) throws {
    for source in sources {
      switch source.location {
      case .files(let names):
        for name in names { add(FilePath(name), base, source.defaults) }
      case .folder(let name):
        collect(FilePath(name), base, source.defaults)
      case .warc(let name): addArchives(FilePath(name), base, source.defaults, pageBytes, isStopped)
      case .web: try fetched?.forEach(of: source) { files.append(page: $0) }
      }
    }
    if files.isEmpty, refused.isEmpty {
      throw Stop(.noInput, "no page in any source; a page's name ends in .html, .htm, .shtml or .xhtml")
    }
    files.sort()
    seen = [:]
  }

  private static func location(_ name: FilePath, _ base: String) -> FilePath {
    base == "." ? name : FilePath(base).pushing(name)
  }

  /// Adds a file once. Paths are compared by their bytes: two names may look the same and be two files.
  private mutating func add(_ name: FilePath, _ base: String, _ defaults: SourceDefaults) {
    let path = Self.location(name, base)
    let hash = path.hashValue
    if let known = seen[hash] {
      if files[known].path == path { return }
    } else {
      seen[hash] = files.count
    }
    files.append(file: name, in: FilePath(base), defaults)
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

  /// Adds the pages of a WARC file, or of the WARC files in a folder.
  private mutating func addArchives(
    _ name: FilePath, _ base: String, _ defaults: SourceDefaults, _ pageBytes: Int, _ isStopped: () -> Bool
  ) {
    var index = ArchiveIndex(pageBytes: pageBytes)
    let path = Self.location(name, base)
    if (try? System.entry(at: path)) == .folder {
      do throws(Errno) {
        let names = try System.names(in: path).filter { ArchiveFile.isArchive($0.string) }
        for file in names.sorted(by: { $0.string < $1.string }) {
          index.add(path.appending(file), source: name.appending(file).string, isStopped: isStopped)
        }
      } catch {
        refused.append(
          FindingRow(
            source: name.string, code: .unreadableFile, message: "the folder cannot be listed: \(error)"))
      }
    } else {
      index.add(path, source: name.string, isStopped: isStopped)
    }
    refused += index.refused
    for (url, entry) in index.pages {
      files.append(
        page: Input(
          path: entry.file, source: url, defaults: defaults,
          record: ArchivedInput(offset: entry.offset, sha256: entry.sha256)))
    }
  }

  private static func isPage(_ name: String) -> Bool {
    var lowered = name.lowercased()
    if lowered.hasSuffix(".gz") { lowered.removeLast(3) }
    return endings.contains { lowered.hasSuffix($0) }
  }
}
