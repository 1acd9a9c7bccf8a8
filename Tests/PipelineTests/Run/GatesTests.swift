import Records
import Testing

@testable import Pipeline

@Suite struct GatesTests {
  @Test func everyFailedGateIsNamed() {
    var quality = Configuration.Quality()
    quality.minimumDocuments = 3
    quality.minimumObservations = 10
    quality.maximumFindings = [(.undecodableBytes, 0), (.noRegion, 5)]
    var counts = RunCounts()
    counts.articles = 2
    counts.observations = 10
    counts.findings = [.undecodableBytes: 1, .noRegion: 5]
    #expect(
      throws: Stop(
        .data,
        """
        nothing was published; a quality gate failed: min_documents is 3, and 2 pages are articles; \
        max_findings.undecodable_bytes is 0, and there are 1
        """)
    ) { try Gates(quality).check(counts) }
    counts.articles = 3
    counts.findings = [:]
    #expect(throws: Never.self) { try Gates(quality).check(counts) }
  }
}
