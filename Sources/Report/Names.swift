/// An address that a page may link to: of the web, and nothing that a browser would run.
struct WebLink {
  let text: String

  /// Nothing for any other scheme, `javascript:` and `data:` among them.
  init?(_ text: String) {
    let start = text.prefix(8).lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://"),
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    self.text = text
  }
}

/// A code of GB/T 2260, fit for the name of a file.
struct RegionCode {
  let text: String

  init?(_ text: String) {
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.text = text
  }
}

/// Where the page of a document lies in the report.
public enum EvidencePath {
  /// `documents/5d/5d9344182758136e.html`; nothing for an id that is not fit for the name of a file.
  public static func of(_ documentID: String) -> String? {
    guard (2...64).contains(documentID.utf8.count),
      documentID.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0)
      })
    else { return nil }
    return "documents/\(documentID.prefix(2))/\(documentID).html"
  }
}
