internal import CTemplates
internal import Mustache
internal import Records

/// The templates, compiled in, ready to be filled.
///
/// `[[中文|English]]` in a template is a label in both languages, of which the reader sees one or both.
struct Templates: Sendable {
  private let library: MustacheLibrary
  /// The files that are copied as they are, by name.
  let assets: [String: [UInt8]]

  /// - Throws: a `Fault` where a template is broken, which the tests rule out.
  init() throws(Fault) {
    MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
    var library = MustacheLibrary()
    var assets: [String: [UInt8]] = [:]
    for (name, bytes) in Self.files {
      guard name.hasSuffix(".mustache") else {
        assets[name] = bytes
        continue
      }
      let text =
        "{{% CONTENT_TYPE:\(HTMLText.name)}}" + Self.bilingual(String(decoding: bytes, as: UTF8.self))
      do {
        library.register(try MustacheTemplate(string: text), named: String(name.dropLast(".mustache".count)))
      } catch {
        throw Fault(file: name, "is no template: \(error)")
      }
    }
    (self.library, self.assets) = (library, assets)
  }

  /// The template filled with `content`: dictionaries, arrays, strings, whole numbers and truths.
  func fill(_ name: String, _ content: Content) -> [UInt8] {
    guard let text = library.render(content, withTemplate: name) else {
      preconditionFailure("there is no template \(name)")
    }
    return Array(text.utf8)
  }

  /// What a template is filled with, by the names that it uses.
  typealias Content = [String: Any]

  /// What a section asks for: the text, or what the section is left out for.
  static func given(_ text: String?) -> Any { text.flatMap { $0.isEmpty ? nil : $0 } ?? false as Any }

  /// Every file that is compiled in, by name.
  private static var files: [(name: String, bytes: [UInt8])] {
    var count = 0
    let first = ctemplates_files(&count)
    return UnsafeBufferPointer(start: first, count: count).map { file in
      (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }

  /// Words in both languages, of which the reader sees one or both.
  static func label(_ chinese: some StringProtocol, _ english: some StringProtocol) -> String {
    #"<span class="zh" lang="zh">\#(chinese)</span> <span class="en" lang="en">\#(english)</span>"#
  }

  /// Puts elements in place of `[[中文|English]]`.
  static func bilingual(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
      result += rest[..<open.lowerBound]
      let parts = rest[open.upperBound..<close.lowerBound].split(separator: "|", maxSplits: 1)
      if parts.count == 2 {
        result += label(parts[0], parts[1])
      } else {
        result += rest[open.lowerBound..<close.upperBound]
      }
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
