internal import Crypto
internal import Extract
internal import Fetch
internal import Load
internal import Records
internal import Vocabulary

/// `run.json`: what went into a run and what came out. It alone holds times, versions and counts, so that all other
/// files are the same bytes for the same input.
struct Manifest {
  private let configuration: Configuration
  private let tables: [VocabularyTable]
  private var inputs: [(source: String, sha256: String?)] = []
  private var digest = SHA256()
  private let started = System.now()

  init(configuration: Configuration, vocabulary: Vocabulary) {
    self.configuration = configuration
    tables = vocabulary.tables
    note("xianzhi \(Version.current)")
    note(Digest.sha256(configuration.bytes))
    for table in tables { note("\(table.file) \(table.fingerprint)") }
  }

  /// Notes a file and its digest; a file that cannot be read is noted without one.
  mutating func add(_ input: Input, limit: Int) {
    let bytes = try? FileReader.contents(of: input.path, limit: limit)
    let sha256 = bytes.map(Digest.sha256)
    inputs.append((input.path, sha256))
    note("\(input.path) \(sha256 ?? "-")")
  }

  private mutating func note(_ line: String) {
    digest.update(data: Array((line + "\n").utf8))
  }

  /// A digest of all that decides what the files hold: program, configuration, tables, inputs.
  var fingerprint: String { Digest.hexadecimal(digest.finalize()) }

  /// The name of the folder that the set is written in: a new one for every run.
  var publicationName: String { "\(fingerprint.prefix(8))-\(started.seconds)-\(started.nanoseconds)" }

  /// The fingerprint of the run that made the set at `output`; nothing where there is none.
  static func fingerprint(in output: String) -> String? {
    let path = Path.join(output, "run.json")
    guard let bytes = try? FileReader.contents(of: path, limit: 1 << 30),
      case .string(let fingerprint)? = try? JSONNode.parse(bytes, file: path)["fingerprint"]?.value
    else { return nil }
    return fingerprint
  }

  /// Writes the manifest.
  ///
  /// - Throws: a `Stop` that names the file.
  func write(to path: String, counts: RunCounts) throws {
    var json = JSONWriter(indented: true)
    json.beginObject()
    json.member("fingerprint", fingerprint)
    json.member("started", System.timestamp(started.seconds))
    json.member("finished", System.timestamp(System.now().seconds))
    json.key("versions")
    json.beginObject()
    json.member("xianzhi", Version.current)
    json.member("libxml2", Extraction.parserVersion)
    json.member("zlib", FetchLibraries.zlib)
    json.member("libcurl", FetchLibraries.curl)
    json.endObject()
    json.key("configuration")
    json.beginObject()
    json.member("file", configuration.file)
    json.member("sha256", Digest.sha256(configuration.bytes))
    json.endObject()
    json.key("tables")
    json.beginObject()
    for table in tables {
      json.key(table.file)
      json.string(table.fingerprint)
    }
    json.endObject()
    write(counts, to: &json)
    json.key("inputs")
    json.beginArray()
    for input in inputs {
      json.beginObject()
      json.member("source", input.source)
      json.key("sha256")
      json.string(input.sha256)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    var file = try DataFileWriter(creating: path)
    try file.write(json.finish() + [UInt8(ascii: "\n")])
    _ = try file.close()
  }

  private func write(_ counts: RunCounts, to json: inout JSONWriter) {
    json.key("counts")
    json.beginObject()
    json.key("pages")
    json.integer(counts.pages)
    json.key("articles")
    json.integer(counts.articles)
    json.key("observations")
    json.integer(counts.observations)
    json.key("citations")
    json.integer(counts.citations)
    json.key("findings")
    json.beginObject()
    for (code, count) in counts.findings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      json.key(code.rawValue)
      json.integer(count)
    }
    json.endObject()
    json.endObject()
  }
}
