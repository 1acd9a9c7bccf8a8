import Foundation
import Load
import Testing

@testable import Pipeline

@Suite struct JSONCursorTests {
  static func repaired(_ bytes: [UInt8]) throws -> String {
    try bytes.withUnsafeBufferPointer { buffer in
      var cursor = JSONCursor(buffer, repairing: true)
      return try cursor.string()
    }
  }

  @Test(arguments: [
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00县""#, "\u{FFFD}县"), (#""\ud83d\u53bf""#, "\u{FFFD}县"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83d\n""#, "\u{FFFD}\n"),
  ])
  func repairsUnpairedSurrogates(_ text: String, _ expected: String) throws {
    #expect(try Self.repaired(Array(text.utf8)) == expected)
  }

  @Test func repairsWhatIsNoUTF8() throws {
    #expect(try Self.repaired([0x22, 0x61, 0xFF, 0x62, 0x22]) == "a\u{FFFD}b")
  }

  /// The scan by eight bytes finds the same as a look at each byte, wherever the special one stands.
  @Test func findsTheEndOfPlainBytesAtEveryPlace() {
    for special in [UInt8(0), 0x1F, 0x22, 0x5C] {
      for count in 0..<40 {
        for plain in [UInt8(0x20), 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0x80, 0x9F, 0xA2, 0xDC, 0xFF] {
          let bytes =
            [UInt8](repeating: plain, count: count) + [special] + [UInt8](repeating: plain, count: 9)
          for start in 0...min(count, 9) {
            #expect(bytes.withUnsafeBufferPointer { JSONBytes.endOfPlain($0, from: start) } == count)
          }
          let none = bytes.prefix(count)
          #expect(Array(none).withUnsafeBufferPointer { JSONBytes.endOfPlain($0, from: 0) } == count)
        }
      }
    }
  }

  /// What the writer writes is read back, whatever the text holds.
  @Test func readsWhatTheWriterWrites() throws {
    let pieces = ["亩", "\"", "\\", "\n", "\u{0}", "\u{2028}", "“", "\u{85}", "𠮷", "plain ascii text"]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let text = first + second + third
          var json = JSONWriter()
          json.string(text)
          #expect(try Self.repaired(json.finish()).unicodeScalars.elementsEqual(text.unicodeScalars))
        }
      }
    }
  }

  /// Values that nobody asked for are passed over, and what follows is read.
  @Test func skipsAnyValue() throws {
    let text = #"[{"a": [1, {"b": "\u53bf"}], "c": null}, -1.5e3, true, "最后"]"#
    let last = try Array(text.utf8).withUnsafeBufferPointer { buffer in
      var cursor = JSONCursor(buffer)
      try cursor.beginArray()
      var isFirst = true
      while try cursor.nextElement(isFirst: isFirst), cursor.peek() != .string {
        try cursor.skip()
        isFirst = false
      }
      return try cursor.string()
    }
    #expect(last == "最后")
  }
}
