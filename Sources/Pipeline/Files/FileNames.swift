internal import SystemPackage

/// The files that a filter reads: those named on the command line, then those that a file lists.
///
/// A command line has room for a few hundred names at a reasonable speed; a list is read name by name, so that memory
/// does not grow with it.
public struct FileNames: Sendable {
  private let named: [String]
  private let list: String?
  private let separator: UInt8

  /// - Parameters:
  ///   - named: the names of the command line; `-` is standard input.
  ///   - list: a file of names, one a line; `-` is standard input.
  ///   - endsWithZero: whether names in the list end with a zero byte, as `find -print0` writes them.
  /// - Throws: a `Stop` with status 64 where standard input would be a page and the list too.
  public init(_ named: [String], listedIn list: String? = nil, endsWithZero: Bool = false) throws {
    if list == "-", named.contains("-") {
      throw Stop(.usage, "--files-from -: standard input cannot be a page too")
    }
    (self.named, self.list) = (named, list)
    separator = endsWithZero ? 0 : UInt8(ascii: "\n")
  }

  /// Whether nothing is named and no list is.
  var isEmpty: Bool { named.isEmpty && list == nil }

  /// Calls `body` with each file in its order. Empty names in the list are passed over.
  ///
  /// - Throws: a `Stop` with status 66 or 74 where the list cannot be read, and what `body` throws.
  func forEach(_ body: (FileName) throws -> Void) throws {
    for name in named { try body(FileName(name)) }
    guard let list else { return }
    var reader = try LineReader(FileName(list), separator: separator)
    try reader.forEach { line in
      if !line.bytes.isEmpty { try body(FileName(line.bytes)) }
    }
  }
}

/// The name of a file, or of standard input.
struct FileName {
  /// As messages and datasets have it; bytes that are no UTF-8 became U+FFFD.
  let text: String
  /// Where it lies; nothing for standard input.
  let path: FilePath?

  /// A name of the command line; `-` is standard input.
  init(_ name: String) {
    text = name
    path = name == "-" ? nil : FilePath(name)
  }

  /// A name of a list, whatever its bytes are; `-` is a file.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    text = String(decoding: bytes, as: UTF8.self)
    path = FilePath(platformString: bytes.map { CChar(bitPattern: $0) } + [0])
  }
}
