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
  private var inputs: [(source: String, sha256: String?)] = []
  private var digest = SHA256()
  private let started = System.now().seconds

  init(configuration: Configuration, vocabulary: Vocabulary) {
    self.configuration = configuration
    tables = vocabulary.tables
    note("program \(Digest.program)")
    note("libxml2 \(Extraction.parserVersion)")
    note("configuration \(Digest.sha256(configuration.bytes))")
    for table in tables { note("\(table.file) \(table.fingerprint)") }
  }

  /// Notes the days that lists gave to pages: they are part of what is made of them.
  mutating func noteDates(of files: [Input]) {
    for file in files where file.record != nil {
      if let day = file.defaults.published { note("\(file.source) \(day)") }
    }
  }

  /// Notes the digests of the files as they were read, nothing for one that could not be.
  mutating func note(_ files: [Input], _ digests: [String?]) {
    inputs = zip(files, digests).map { ($0.source, $1) }
  }

  private mutating func note(_ line: String) {
    digest.update(data: Array((line + "\n").utf8))
  }

  /// A digest of what decides what is made of the inputs: program, configuration, tables.
  private var fingerprint: String { Digest.hexadecimal(digest.finalize()) }

  /// Whether the set at `output` was made of all this and of the same files, and all its own are there in their size.
  ///
  /// The first file that is not the same ends the reading.
  func isFresh(in output: String, _ files: [Input], limit: Int, isStopped: () -> Bool) -> Bool {
    let path = Path.join(output, "run.json")
    guard let bytes = try? FileReader.contents(of: path, limit: 1 << 30),
      let old = try? JSONNode.parse(bytes, file: path),
      case .string(fingerprint)? = old["fingerprint"]?.value, case .array(let written)? = old["files"]?.value,
      case .array(let inputs)? = old["inputs"]?.value, inputs.count == files.count
    else { return false }
    let isWhole = written.allSatisfy { file in
      guard case .string(let name)? = file["path"]?.value, case .number(let size)? = file["bytes"]?.value
      else { return false }
      return System.size(of: Path.join(output, name)) == Int(size)
    }
    return isWhole
      && zip(files, inputs).allSatisfy { file, input in
        guard !isStopped(), case .string(file.source)? = input["source"]?.value else { return false }
        let sha256 =
          file.record?.sha256 ?? (try? FileReader.contents(of: file.path, limit: limit)).map(Digest.sha256)
        if case .string(let old)? = input["sha256"]?.value { return old == sha256 }
        return sha256 == nil
      }
  }

  /// Writes the manifest.
  ///
  /// - Throws: a `Stop` that names the file.
  func write(to path: String, counts: RunCounts, files: [WrittenFile]) throws {
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
    for table in tables {
      json.key(escaping: table.file)
      json.string(table.fingerprint)
    }
    json.endObject()
    write(counts, to: &json)
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
    for (name, count) in [
      ("pages", counts.pages), ("articles", counts.articles), ("observations", counts.observations),
      ("citations", counts.citations), ("quarantined", counts.quarantined),
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
