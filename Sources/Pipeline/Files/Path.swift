internal import SystemPackage

/// What can be said of a path without asking the system.
enum Path {
  /// `name` inside `folder`; `name` itself where it begins at the root or the folder is the current one.
  static func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : FilePath(folder).pushing(FilePath(name)).string
  }

  /// The folder that an entry lies in: `.` for a bare name.
  static func folder(of path: String) -> String {
    let folder = FilePath(path).removingLastComponent().string
    return folder.isEmpty ? "." : folder
  }

  /// The last part of a path; nothing where it has none that is a name (`/`, `.`, `..`).
  static func name(of path: String) -> String? {
    guard let last = FilePath(path).lastComponent, last.kind == .regular else { return nil }
    return last.string
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(Errno) {
    if path.isEmpty || System.exists(path) { return }
    try makeFolders(folder(of: path))
    try System.makeFolder(path)
  }
}
