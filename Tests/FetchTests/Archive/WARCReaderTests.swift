import TestServers
import Testing

@testable import Fetch

/// Bytes in memory as an archive.
struct MemoryArchive: ArchiveBytes {
  var bytes: [UInt8]

  func read(at offset: Int64, into room: UnsafeMutableRawBufferPointer) throws -> Int {
    let start = min(Int(offset), bytes.count)
    let count = min(room.count, bytes.count - start)
    bytes.withUnsafeBytes {
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<(start + count)]))
    }
    return count
  }

  /// All that a reader finds.
  func items(blockLimit: Int = 1 << 20) throws -> [WARCReader.Item] {
    var reader = WARCReader(self, blockLimit: blockLimit)
    var items: [WARCReader.Item] = []
    while let item = try reader.next() { items.append(item) }
    return items
  }
}

@Suite struct WARCReaderTests {
  static func record(_ number: Int, _ block: [UInt8]) -> WARCRecord {
    var fields = WARCFields()
    fields.append("WARC-Type", "resource")
    fields.append("WARC-Record-ID", "<urn:uuid:0000000\(number)>")
    return WARCRecord(fields: fields, block: block)
  }

  /// Blocks of which some hold what records begin with.
  static let blocks: [[UInt8]] = [
    Array("县志\r\n\r\n".utf8), [], Array("\r\n\r\nWARC/1.0\r\n\r\nWAR".utf8), [0x1F, 0x8B, 8, 0, 0],
    (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) },
  ]

  static let members = blocks.enumerated().map { record($0, $1).member() }

  static func plain(_ block: [UInt8]) -> [UInt8] {
    Array("WARC/1.0\r\nWARC-Type: resource\r\ncontent-length: \(block.count)\r\n\r\n".utf8) + block
      + Array("\r\n\r\n".utf8)
  }

  private func blocks(_ items: [WARCReader.Item]) -> [[UInt8]] {
    items.compactMap { if case .record(let record, _) = $0 { record.block } else { nil } }
  }

  private func damages(_ items: [WARCReader.Item]) -> [WARCDamage] {
    items.compactMap { if case .damage(let damage) = $0 { damage } else { nil } }
  }

  @Test func readsWhatWasWritten() throws {
    let items = try MemoryArchive(bytes: Array(Self.members.joined())).items()
    #expect(blocks(items) == Self.blocks)
    var place: Int64 = 0
    for (item, member) in zip(items, Self.members) {
      guard case .record(let record, let range) = item else { continue }
      #expect(range == place..<(place + Int64(member.count)))
      #expect(record.fields["warc-record-id"] != nil)
      place = range.upperBound
    }
  }

  @Test func readsPlainFilesAndFilesCompressedAsAWhole() throws {
    let bytes = Array(Self.blocks.map(Self.plain).joined())
    let plain = try MemoryArchive(bytes: bytes).items()
    #expect(blocks(plain) == Self.blocks)
    #expect(damages(plain).isEmpty)
    let whole = try MemoryArchive(bytes: Gzip.compress(bytes)).items()
    #expect(blocks(whole) == Self.blocks)
    #expect(damages(whole).isEmpty)
  }

  @Test func aFileThatIsCutGivesItsWholeRecords() throws {
    let members = Self.members.prefix(4)
    let bytes = Array(members.joined())
    var ends: [Int] = []
    for member in members { ends.append((ends.last ?? 0) + member.count) }
    for cut in 0...bytes.count {
      let items = try MemoryArchive(bytes: Array(bytes[..<cut])).items()
      let whole = ends.filter { $0 <= cut }.count
      #expect(blocks(items).count == whole, "cut at \(cut)")
      let isTorn = cut != 0 && !ends.contains(cut)
      #expect(damages(items).count == (isTorn ? 1 : 0), "cut at \(cut)")
      if isTorn {
        #expect(damages(items).first?.offset == Int64(whole == 0 ? 0 : ends[whole - 1]), "cut at \(cut)")
      }
    }
  }

  @Test func aFlippedBitCostsItsRecordAlone() throws {
    let members = Array(Self.members.prefix(4))
    let before = members[0].count
    for at in 0..<members[1].count {
      var bytes = Array(members.joined())
      bytes[before + at] ^= 0x10
      let items = try MemoryArchive(bytes: bytes).items()
      let found = blocks(items)
      // Some bits of a gzip header mean nothing: the record is then whole.
      guard found.count == 3 else {
        #expect(found.count == 4, "bit at \(at)")
        continue
      }
      #expect(found == [Self.blocks[0], Self.blocks[2], Self.blocks[3]], "bit at \(at)")
      #expect(damages(items).map(\.offset) == [Int64(before)], "bit at \(at)")
    }
  }

  @Test func garbageBetweenRecordsIsPassedOver() throws {
    for garbage in [Array("WARC is not here\n".utf8), [UInt8](repeating: 0, count: 200_000)] {
      let bytes = Self.members[0] + garbage + Self.members[1] + garbage
      let items = try MemoryArchive(bytes: bytes).items()
      #expect(blocks(items) == Array(Self.blocks[..<2]))
      #expect(
        damages(items).map(\.offset) == [
          Int64(Self.members[0].count), Int64(Self.members[0].count + garbage.count + Self.members[1].count),
        ])
    }
  }

  @Test func aBlockOverTheLimitIsTold() throws {
    let items = try MemoryArchive(bytes: Array((Self.members + Self.members).joined())).items(
      blockLimit: 1000)
    #expect(blocks(items).count == 8)
    #expect(
      damages(items).map(\.cause) == Array(repeating: "a block of 300000 bytes; the limit is 1000", count: 2))
    let plain = try MemoryArchive(bytes: Array(Self.blocks.map(Self.plain).joined())).items(blockLimit: 1000)
    #expect(blocks(plain).count == 4)
  }

  @Test(arguments: [
    "no record at all", "WARC/1.1\r\nContent-Length: -1\r\n\r\n", "WARC/1.1\r\nContent-Length: x\r\n\r\n",
    "WARC/1.1\r\n\r\n", "WARC/1.1", "\u{1F}",
  ])
  func whatIsNoRecordIsDamage(_ text: String) throws {
    let items = try MemoryArchive(bytes: Array(text.utf8)).items()
    #expect(blocks(items).isEmpty)
    #expect(damages(items).count == 1)
  }
}
