/// Why a transfer brought no whole answer.
enum TransferEnd: Error, Equatable {
  /// It failed.
  case failed(FetchFailure)
  /// The crawl was stopped in the middle of it.
  case stopped
}
