package import Fetch

extension FetchOutcome {
  /// The exchange that it ended with.
  package var answer: Exchange? {
    switch ending {
    case .page(let answer), .notModified(let answer): answer
    case .failed(_, let answer): answer
    }
  }

  package var failure: FetchFailure? { if case .failed(let failure, _) = ending { failure } else { nil } }
  package var isPage: Bool { if case .page = ending { true } else { false } }
  package var isNotModified: Bool { if case .notModified = ending { true } else { false } }
}
