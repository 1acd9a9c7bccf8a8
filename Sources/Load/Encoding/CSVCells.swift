/// The cells of one CSV record, as `CSVWriter` writes it; they become strings only where they are asked for.
public struct CSVCells: Sendable {
  private let bytes: [UInt8]
  /// Where each cell lies, quotes included.
  private var ranges: [Range<Int32>] = []

  /// Finds the cells of a record; its line feed may be missing.
  ///
  /// - Complexity: O(n) in the bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    ranges.reserveCapacity(48)
    var (start, at) = (0, 0)
    bytes.withUnsafeBufferPointer { bytes in
      let end = bytes.last == UInt8(ascii: "\n") ? bytes.count - 1 : bytes.count
      while at <= end {
        if at < end, at == start, bytes[at] == UInt8(ascii: "\"") {
          at += 1
          while at < end,
            bytes[at] != UInt8(ascii: "\"") || (at + 1 < end && bytes[at + 1] == UInt8(ascii: "\""))
          {
            at += bytes[at] == UInt8(ascii: "\"") ? 2 : 1
          }
        }
        if at == end || bytes[at] == UInt8(ascii: ",") {
          ranges.append(Int32(start)..<Int32(at))
          start = at + 1
        }
        at += 1
      }
    }
  }

  /// The record, with its line feed.
  public var record: [UInt8] { bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")] }

  /// How many there are.
  public var count: Int { ranges.count }

  /// Whether the cell holds nothing.
  public func isEmpty(_ index: Int) -> Bool { ranges[index].isEmpty }

  /// The cell without the quotes around it.
  public subscript(index: Int) -> String {
    let range = ranges[index]
    let cell = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    guard cell.first == UInt8(ascii: "\"") else { return String(decoding: cell, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(cell.count)
    var isPair = false
    for byte in cell.dropFirst().dropLast() {
      isPair = byte == UInt8(ascii: "\"") && !isPair
      if !isPair { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether the cell is `text`, which needs no quotes.
  func holds(_ index: Int, _ text: StaticString) -> Bool {
    let range = ranges[index]
    guard range.count == text.utf8CodeUnitCount else { return false }
    let other = UnsafeBufferPointer(start: text.utf8Start, count: range.count)
    return bytes[Int(range.lowerBound)..<Int(range.upperBound)].elementsEqual(other)
  }

  /// The cells from one to another as they stand in the record, with the commas between them.
  func bytes(of indices: ClosedRange<Int>) -> ArraySlice<UInt8> {
    bytes[Int(ranges[indices.lowerBound].lowerBound)..<Int(ranges[indices.upperBound].upperBound)]
  }
}
