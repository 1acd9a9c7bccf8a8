import Fetch
import Testing

@Suite struct HeaderFieldsTests {
  private func fields(_ head: String) -> [String] {
    HeaderFields(Array(head.utf8)).all.map { "\($0.name)=\(String(decoding: $0.value, as: UTF8.self))" }
  }

  @Test func namesAreSmallAndValuesTrimmed() {
    #expect(
      fields("HTTP/1.1 200 OK\r\nServer: \t IIS \r\nX:a:b\r\nEmpty:\r\n\r\n") == [
        "server=IIS", "x=a:b", "empty=",
      ])
  }

  @Test func linesGoOn() {
    #expect(fields("HTTP/1.1 200 OK\r\nX: a\r\n  b\r\n\tc\r\n") == ["x=a b c"])
    // Found by fuzzing: a value that begins on the second line.
    #expect(fields("HTTP/1.1 200 OK\r\nX:\r\n b\r\n") == ["x=b"])
    #expect(fields("HTTP/1.1 200 OK\r\n b\r\nX: a\r\n  \r\n") == ["x=a"])
  }

  @Test func whatIsNoFieldIsLeftOut() {
    #expect(fields("HTTP/1.1 200 OK\nno field\nX: a\n\nY: behind the head\n") == ["x=a"])
    #expect(fields("").isEmpty)
  }

  @Test func fieldsOfOneNameAreAList() {
    let head = HeaderFields(Array("HTTP/1.1 200 OK\r\nA: 1\r\nB: x\r\na: 2\r\n\r\n".utf8))
    #expect(head.first("a") == Array("1".utf8))
    #expect(head.list("a") == Array("1, 2".utf8))
    #expect(head.list("c") == nil)
  }
}
