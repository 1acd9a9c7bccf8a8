internal import Records
internal import SystemPackage

/// A file that a run is to read, with what its source takes for granted.
struct Input: Sendable {
  /// The file's path, as it stands in the configuration or was found in a folder.
  let path: String
  let defaults: SourceDefaults
}

/// Finds the files of the sources.
enum Inputs {
  /// Endings of files in a folder that are pages; `.gz` may follow each.
  static let endings = [".html", ".htm", ".shtml", ".xhtml"]

  /// Every file of every source, sorted by path whatever the order of the sources; a file that two sources name
  /// is read once, with the defaults of the first.
  ///
  /// - Throws: a `Stop` with status 66 where a file or folder is not there or nothing is found at all.
  static func list(_ sources: [Source], base: String) throws -> [Input] {
    var inputs: [Input] = []
    var seen: Set<String> = []
    for source in sources {
      for path in try paths(of: source, base: base) where seen.insert(path).inserted {
        inputs.append(Input(path: path, defaults: source.defaults))
      }
    }
    if inputs.isEmpty {
      throw Stop(.noInput, "no page in any source; a page's name ends in .html, .htm, .shtml or .xhtml")
    }
    return inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func paths(of source: Source, base: String) throws -> [String] {
    switch source.location {
    case .files(let files):
      return try files.map { file in
        let path = Path.normalized(Path.join(base, file))
        guard System.exists(path) else {
          throw Stop(.noInput, "\(path): is not there (source \"\(source.name)\")")
        }
        return path
      }
    case .folder(let folder):
      let path = Path.normalized(Path.join(base, folder))
      var found: [String] = []
      do throws(Errno) {
        try collect(path, into: &found)
      } catch {
        throw Stop(.noInput, "\(path): cannot be listed (source \"\(source.name)\"): \(error)")
      }
      return found
    }
  }

  /// Collects the pages of a folder and of the folders in it; links to folders are not followed, so that a loop
  /// of links ends.
  private static func collect(_ folder: String, into found: inout [String]) throws(Errno) {
    for name in try System.names(in: folder) where !name.hasPrefix(".") {
      let path = Path.join(folder, name)
      if isPage(name) {
        found.append(path)
      } else if System.linkTarget(path) == nil, (try? System.entry(at: path)) == .folder {
        try collect(path, into: &found)
      }
    }
  }

  static func isPage(_ name: String) -> Bool {
    var lowered = name.lowercased()
    if lowered.hasSuffix(".gz") { lowered.removeLast(3) }
    return endings.contains { lowered.hasSuffix($0) }
  }
}
