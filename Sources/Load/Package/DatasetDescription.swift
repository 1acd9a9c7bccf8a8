/// What the makers of a dataset say of it: it stands in `datapackage.json` and `CITATION.cff`.
public struct DatasetDescription: Sendable {
  /// Its name: lower case letters, digits, `.`, `_` and `-`.
  public var name = "xianzhi"
  /// What people call it.
  public var title = "County indicators from Chinese web pages"
  /// What it holds, and where it comes from.
  public var description =
    "One row for each statement of a number on the pages that were read, with the words that say it."
  /// Who made it; whoever cites it names them.
  public var authors: [String] = []
  /// The licence of the dataset; nothing where it is not said.
  public var license: License?
  /// Where it is published.
  public var url: String?
  /// Where its pages come from.
  public var sources: [SourceDescription] = []

  /// Makes the description of a dataset of which nothing is said.
  public init() {}

  /// A licence, by its SPDX identifier or its address.
  public struct License: Hashable, Sendable {
    let text: String
    /// Makes the licence of an SPDX identifier (`CC-BY-4.0`) or an address.
    public init(_ text: String) { self.text = text }
    var isAddress: Bool { text.contains("://") }
  }

  /// A source of pages.
  public struct SourceDescription: Sendable {
    /// What it is called.
    public var title: String
    /// Its address, or the folder that its pages lie in.
    public var path: String?
    /// The licence of its pages; nothing where it is not said.
    public var license: License?
    /// Makes the description.
    public init(title: String, path: String? = nil, license: License? = nil) {
      (self.title, self.path, self.license) = (title, path, license)
    }
  }

  /// Appends the members of a data package that say all this.
  func append(to json: inout JSONWriter) {
    if let url { json.member("homepage", url) }
    if let license {
      json.key("licenses")
      json.beginArray()
      license.append(to: &json)
      json.endArray()
    }
    if !authors.isEmpty {
      json.key("contributors")
      json.beginArray()
      for author in authors {
        json.beginObject()
        json.member("title", author)
        json.endObject()
      }
      json.endArray()
    }
    guard !sources.isEmpty else { return }
    json.key("sources")
    json.beginArray()
    for source in sources {
      json.beginObject()
      json.member("title", source.title)
      if let path = source.path { json.member("path", path) }
      // A property of our own, which the standard allows: it has licences of packages and resources only.
      if let license = source.license {
        json.key("license")
        license.append(to: &json)
      }
      json.endObject()
    }
    json.endArray()
  }
}

extension DatasetDescription.License {
  fileprivate func append(to json: inout JSONWriter) {
    json.beginObject()
    if isAddress { json.member("path", text) } else { json.member("name", text) }
    json.endObject()
  }
}
