import Fetch
import Testing

@Suite struct GzipTests {
  /// `printf 县 | gzip -n`.
  static let member: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x7b, 0xda, 0xb7, 0x1f, 0x00, 0x81, 0xd0,
    0xb6,
    0xae, 0x03, 0x00, 0x00, 0x00,
  ]

  @Test func readsMembersAndPadding() throws {
    let county = Array("县".utf8)
    #expect(try Gzip.decompress(Self.member, limit: 3) == county)
    #expect(try Gzip.decompress(Self.member + Self.member, limit: 100) == county + county)
    #expect(try Gzip.decompress(Self.member + [0, 0, 0, 0], limit: 100) == county)
  }

  @Test func manyMembersAreReadInLinearTime() throws {
    // 100,000 members: copying the rest for each of them took minutes.
    let many = [[UInt8]](repeating: Self.member, count: 100_000).flatMap { $0 }
    #expect(try Gzip.decompress(many, limit: 1 << 20).count == 300_000)
  }

  @Test func refusesWhatIsDamagedCutOrTooLarge() {
    #expect(throws: Gzip.Failure.overLimit) { try Gzip.decompress(Self.member, limit: 2) }
    #expect(throws: Gzip.Failure.truncated) { try Gzip.decompress(Array(Self.member.prefix(14)), limit: 100) }
    var damaged = Self.member
    damaged[16] ^= 1
    #expect(throws: Gzip.Failure.damaged) { try Gzip.decompress(damaged, limit: 100) }
    #expect(throws: Gzip.Failure.damaged) { try Gzip.decompress(Self.member + [7, 7], limit: 100) }
    #expect(!Gzip.isGzip(Array("<html>".utf8)))
  }
}
