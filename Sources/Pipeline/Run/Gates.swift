internal import Records

/// The quality gates of the configuration: what the counts of a run must be before it is published.
struct Gates {
  private let quality: Configuration.Quality

  init(_ quality: Configuration.Quality) {
    self.quality = quality
  }

  /// - Throws: a `Stop` with status 65 that names every gate that failed.
  func check(_ counts: RunCounts) throws(Stop) {
    var failures: [String] = []
    if let least = quality.minimumDocuments, counts.articles < least {
      failures.append("min_documents is \(least), and \(counts.articles) pages are articles")
    }
    if let least = quality.minimumObservations, counts.observations < least {
      failures.append("min_observations is \(least), and there are \(counts.observations)")
    }
    for (code, most) in quality.maximumFindings {
      let found = counts.findings[code] ?? 0
      if found > most { failures.append("max_findings.\(code.rawValue) is \(most), and there are \(found)") }
    }
    if !failures.isEmpty {
      throw Stop(.data, "nothing was published; a quality gate failed: " + failures.joined(separator: "; "))
    }
  }
}
