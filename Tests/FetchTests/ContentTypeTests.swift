import Fetch
import Testing

@Suite struct ContentTypeTests {
  @Test(
    arguments: [
      ("text/html", "text/html", nil), ("Text/HTML; Charset=GBK", "text/html", "gbk"),
      ("text/html;charset=\"utf-8\"", "text/html", "utf-8"),
      ("text/html; charset = 'big5' ", "text/html", "big5"),
      ("text/html; level=1; charset=gb2312", "text/html", "gb2312"),
      ("text/html; charset=", "text/html", nil),
      ("", "", nil), (";charset=gbk", "", "gbk"), ("text/html charset=gbk", "text/html charset=gbk", nil),
    ] as [(String, String, String?)])
  func fields(_ value: String, _ name: String, _ charset: String?) {
    #expect(ContentType(Array(value.utf8)).name == name)
    #expect(ContentType(Array(value.utf8)).charset == charset)
  }
}
