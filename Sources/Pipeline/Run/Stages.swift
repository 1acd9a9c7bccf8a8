internal import AsyncAlgorithms
internal import Extract
internal import Load
internal import Normalize
internal import Records

/// The line of workers: one feeds, several extract, several normalize, one loads.
///
/// The stages hand pages on through channels without room: a worker waits until the next stage takes what it has, so that no more
/// pages are in memory than there are workers.
struct Stages: Sendable {
  let extractor: Extractor
  let normalizer: Normalizer
  let workers: Int
  let loader: PageLoader
  /// Says whether to stop before the next page.
  let isStopped: @Sendable () -> Bool

  /// What a stage hands on: its work, or the reason why the page was refused before.
  private enum Step<Work: Sendable>: Sendable {
    case done(Work)
    case refused(FindingRow)
  }

  /// Leads every input through the stages; `load` gets the rows of each page, one page at a time, in no
  /// order that can be relied on.
  ///
  /// - Throws: what `load` throws; the other stages then end.
  func run(_ inputs: Inputs, load: (EncodedPage) throws -> Void) async throws {
    let pages = AsyncChannel<Step<Page>>()
    let documents = AsyncChannel<Step<Document>>()
    let rows = AsyncChannel<EncodedPage>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        await feed(inputs, to: pages)
        pages.finish()
      }
      group.addTask {
        await eachWorker {
          for await step in pages { await documents.send(extract(step)) }
        }
        documents.finish()
      }
      group.addTask {
        await eachWorker {
          for await step in documents { await rows.send(normalize(step)) }
        }
        rows.finish()
      }
      for await page in rows { try load(page) }
      try await group.waitForAll()
    }
  }

  private func extract(_ step: Step<Page>) -> Step<Document> {
    switch step {
    case .done(let page): .done(extractor.document(from: page))
    case .refused(let row): .refused(row)
    }
  }

  private func normalize(_ step: Step<Document>) -> EncodedPage {
    switch step {
    case .done(let document): EncodedPage(document, normalizer.statements(in: document))
    case .refused(let row): EncodedPage(refused: row)
    }
  }

  /// Runs `work` as many times at once as there are workers.
  private func eachWorker(_ work: @escaping @Sendable () async -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers { group.addTask { await work() } }
    }
  }

  /// Reads the files in the order of their names. Of files with the same bytes the first is kept.
  private func feed(_ inputs: Inputs, to pages: AsyncChannel<Step<Page>>) async {
    for row in inputs.refused { await pages.send(.refused(row)) }
    var first: [String: String] = [:]
    for input in inputs.files where !isStopped() && !Task.isCancelled {
      do throws(FileReader.Failure) {
        let page = try loader.page(input)
        if let kept = first[page.id] {
          let row = FindingRow(
            documentID: page.id, source: input.source, code: .duplicatePage,
            message: "has the same bytes as \(kept)")
          await pages.send(.refused(row))
        } else {
          first[page.id] = input.source
          await pages.send(.done(page))
        }
      } catch {
        let code: Finding.Code = error.isOversized ? .oversizedPage : .unreadableFile
        await pages.send(.refused(FindingRow(source: input.source, code: code, message: error.cause)))
      }
    }
  }
}
