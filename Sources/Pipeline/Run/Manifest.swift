internal import Crypto
internal import Extract
internal import Fetch
internal import Load
internal import Records
internal import Vocabulary

/// `run.json`: what went into a run and what came out. It alone holds times and counts, so that all other files are the
/// same bytes for the same input.
struct Manifest {
  private let configuration: Configuration
  private let tables: [VocabularyTable]
  private var inputs = InputList()
  private var digests = DigestList()
  private var digest = SHA256()
  private let started = System.now().seconds

  init(configuration: Configuration, vocabulary: Vocabulary) {
    self.configuration = configuration
    tables = vocabulary.tables
    note("program \(Digest.program)")
    note("libxml2 \(Extraction.parserVersion)")
    note("configuration \(Digest.sha256(configuration.bytes))")
    for table in tables { note("\(table.file) \(table.fingerprint)") }
    if let corrections = configuration.corrections { note("corrections \(Digest.sha256(corrections.bytes))") }
  }

  /// Notes the days that lists gave to pages: they are part of what is made of them.
  mutating func noteDates(of files: InputList) {
    for file in files where file.record != nil {
      if let day = file.defaults.published { note("\(file.source) \(day)") }
    }
  }

  /// Notes which copies are written: other copies are another set.
  mutating func note(_ copies: TableCopies) { note("copies excel=\(copies.excel) sqlite=\(copies.sqlite)") }

  /// Notes the digests of the files as they were read, nothing for one that could not be.
  mutating func note(_ files: InputList, _ digests: DigestList) {
    inputs = files
    self.digests = digests
  }

  private mutating func note(_ line: String) {
    digest.update(data: Array((line + "\n").utf8))
  }

  /// A digest of what decides what is made of the inputs: program, configuration, tables.
  var fingerprint: String { Digest.hexadecimal(digest.finalize()) }

  /// Writes the manifest.
  ///
  /// - Parameter notes: what whoever looks after the runs should know.
  /// - Throws: a `Stop` that names the file.
  func write(to path: String, counts: RunCounts, notes: [String], files: [WrittenFile]) throws {
    var file = try DataFileWriter(creating: path)
    var json = JSONWriter(indented: true)
    json.beginObject()
    json.member("fingerprint", fingerprint)
    json.member("started", System.timestamp(started))
    json.member("finished", System.timestamp(System.now().seconds))
    json.key("versions")
    json.beginObject()
    json.member("xianzhi", Version.current)
    json.member("program_sha256", Digest.program)
    json.member("libxml2", Extraction.parserVersion)
    json.member("zlib", FetchLibraries.zlib)
    json.member("libcurl", FetchLibraries.curl)
    json.endObject()
    json.key("configuration")
    json.beginObject()
    json.member("file", Path.name(of: configuration.file) ?? configuration.file)
    json.member("sha256", Digest.sha256(configuration.bytes))
    json.endObject()
    json.key("tables")
    json.beginObject()
    var names: Set<String> = []
    for table in tables {
      // A user's own table may be called as the built-in one.
      json.key(escaping: names.insert(table.file).inserted ? table.file : "\(table.file) (own)")
      json.string(table.fingerprint)
    }
    json.endObject()
    if let corrections = configuration.corrections {
      json.key("corrections")
      json.beginObject()
      json.member("file", corrections.name)
      json.member("sha256", Digest.sha256(corrections.bytes))
      json.endObject()
    }
    write(counts, to: &json)
    json.key("notes")
    json.strings(notes)
    json.key("files")
    json.beginArray()
    for file in files {
      json.beginObject()
      json.member("path", file.name)
      json.key("bytes")
      json.integer(file.count)
      json.member("sha256", file.sha256)
      json.endObject()
    }
    json.endArray()
    json.key("inputs")
    json.beginArray()
    for (index, input) in inputs.prefix(digests.count).enumerated() {
      json.beginObject()
      json.member("source", input.source)
      json.key("sha256")
      json.string(digests[index])
      json.endObject()
      if json.bytes.count > 1 << 16 { try file.write(json.drain()) }
    }
    json.endArray()
    json.endObject()
    try file.write(json.finish() + [UInt8(ascii: "\n")])
    _ = try file.close()
  }

  private func write(_ counts: RunCounts, to json: inout JSONWriter) {
    json.key("counts")
    json.beginObject()
    for (name, count) in [
      ("pages", counts.pages), ("parsed", counts.parsed), ("kept", counts.kept),
      ("articles", counts.articles), ("observations", counts.observations),
      ("citations", counts.citations), ("quarantined", counts.quarantined), ("reprints", counts.reprints),
      ("conflicts", counts.conflicts), ("revisions", counts.revisions),
    ] {
      json.key(escaping: name)
      json.integer(count)
    }
    json.key("findings")
    json.beginObject()
    for (code, count) in counts.findings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      json.key(escaping: code.rawValue)
      json.integer(count)
    }
    json.endObject()
    json.endObject()
  }
}
