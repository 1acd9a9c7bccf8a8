import Testing

@testable import Pipeline

@Suite struct URLGlobTests {
  @Test(arguments: [
    ("http://a/b.html", "http://a/b.html", true), ("http://a/b.html", "http://a/bxhtml", false),
    ("http://a/*.html", "http://a/b.html", true), ("http://a/*.html", "http://a/c/b.html", false),
    ("http://a/**.html", "http://a/c/b.html", true),
    ("http://a/*/t*_*.html", "http://a/202206/t2022_1.html", true),
    ("http://a/*/t*_*.html", "http://a/202206/x2022_1.html", false), ("**", "http://a/", true),
    ("*", "http://a/", false), ("http://a/?id=*", "http://a/?id=7", true),
    ("http://a/?id=*", "http://a/xid=7", false),
    ("", "", true), ("", "x", false), ("*", "", true),
  ])
  func matches(_ pattern: String, _ url: String, _ isMatch: Bool) {
    #expect(URLGlob(pattern).matches(url) == isMatch)
  }

  @Test func manyStarsAreReadInTime() {
    let url = String(repeating: "a", count: 2000)
    #expect(!URLGlob(String(repeating: "*a", count: 40) + "b").matches(url))
  }
}
