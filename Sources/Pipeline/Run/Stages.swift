internal import AsyncAlgorithms
internal import Extract
internal import Load
internal import Normalize
internal import Records

/// The two lines of workers of a run: the first makes documents of pages, the second makes rows of documents.
///
/// The stages of a line hand their work on through channels without room: a worker waits until the next stage takes what it
/// has, so that no more pages are in memory than there are workers.
struct Stages: Sendable {
  let extractor: Extractor
  let normalizer: Normalizer
  let maker: RowMaker
  let workers: Int
  /// Whether rows come with the texts of their documents.
  let hasTexts: Bool
  let loader: PageLoader
  /// What says that a page is as it was.
  let key: DocumentKey
  /// What pages became in the run before; nothing where all are to be parsed.
  let kept: KeptDocuments?
  /// Says whether to stop before the next page.
  let isStopped: @Sendable () -> Bool

  /// A page when it has been read.
  enum ReadPage: Sendable {
    /// Its document, also packed, and whether it is that of the run before.
    case document(Document, PackedDocument, isKept: Bool)
    /// The reason why there is none.
    case refused(FindingRow)
  }

  private enum Fed: Sendable {
    case page(Page)
    case refused(FindingRow)
  }

  /// Reads every input; `take` gets the pages one at a time, in no order that can be relied on.
  ///
  /// - Returns: the digests of the files as they were read, in the order of the inputs; nothing for one that could not be.
  /// - Throws: what `take` throws; the other stages then end.
  func read(_ inputs: Inputs, take: (ReadPage) throws -> Void) async throws -> DigestList {
    let pages = AsyncChannel<Fed>()
    let read = AsyncChannel<ReadPage>()
    return try await withThrowingTaskGroup(of: DigestList?.self) { group in
      group.addTask {
        defer { pages.finish() }
        return await feed(inputs, to: pages)
      }
      group.addTask {
        defer { read.finish() }
        try await eachWorker {
          for await page in pages { await read.send(extract(page)) }
        }
        return nil
      }
      for await page in read { try take(page) }
      return try await group.reduce(DigestList()) { $1 ?? $0 }
    }
  }

  private func extract(_ fed: Fed) -> ReadPage {
    switch fed {
    case .page(let page):
      let key = key(page)
      if let (document, packed) = kept?.document(of: page, key: key) {
        return .document(document, packed, isKept: true)
      }
      let document = extractor.document(from: page)
      return .document(document, PackedDocument(document, key: key), isKept: false)
    case .refused(let row): return .refused(row)
    }
  }

  /// Reads the files in the order of their names. Of files with the same bytes the first is kept.
  private func feed(_ inputs: Inputs, to pages: AsyncChannel<Fed>) async -> DigestList {
    for row in inputs.refused { await pages.send(.refused(row)) }
    var digests = DigestList()
    // Ids are 16 hexadecimal digits: as numbers they take an eighth of the room.
    var first: [UInt64: Int32] = [:]
    for (index, input) in inputs.files.enumerated() where !isStopped() && !Task.isCancelled {
      let file = loader.file(input)
      digests.append(file.sha256)
      switch file.page {
      case .success(let page):
        guard let id = UInt64(page.id, radix: 16) else {
          preconditionFailure("an id is no number: \(page.id)")
        }
        if let kept = first[id] {
          let row = FindingRow(
            documentID: page.id, source: input.source, code: .duplicatePage,
            message: "has the same bytes as \(inputs.files[Int(kept)].source)")
          await pages.send(.refused(row))
        } else {
          first[id] = Int32(index)
          await pages.send(.page(page))
        }
      case .failure(let failure):
        let code: Finding.Code = failure.isOversized ? .oversizedPage : .unreadableFile
        await pages.send(.refused(FindingRow(source: input.source, code: code, message: failure.cause)))
      }
    }
    return digests
  }

  /// Makes rows of the documents in a spool; `load` gets the rows of each page, one page at a time, in no order that can be
  /// relied on.
  ///
  /// - Throws: a `Stop` where the spool cannot be read, and what `load` throws; the other stages then end.
  func state(
    _ spool: SpooledDocuments, _ batch: Batch, groups: [PageSeries.Group], load: (EncodedPage) throws -> Void
  ) async throws {
    let units = AsyncChannel<SpooledUnit>()
    let rows = AsyncChannel<EncodedPage>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { units.finish() }
        try await SpooledUnit.forEach(in: spool, groups: groups) { unit in
          await units.send(unit)
          return !isStopped() && !Task.isCancelled
        }
      }
      group.addTask {
        defer { rows.finish() }
        try await eachWorker {
          for await unit in units {
            for page in try encode(unit, batch) { await rows.send(page) }
          }
        }
      }
      for await page in rows { try load(page) }
      try await group.waitForAll()
    }
  }

  private func encode(_ unit: SpooledUnit, _ batch: Batch) throws -> [EncodedPage] {
    let (documents, joined) = batch.documents(of: try unit.documents(), missing: unit.missing)
    return documents.map { EncodedPage($0, normalizer.statements(in: $0), maker, withText: hasTexts) }
      + joined.map(EncodedPage.init(refused:))
  }

  /// Runs `work` as many times at once as there are workers.
  private func eachWorker(_ work: @escaping @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<workers { group.addTask { try await work() } }
      try await group.waitForAll()
    }
  }
}
