import Testing

@testable import Fetch

@Suite struct PageURLTests {
  @Test(arguments: [
    ("http://www.example.gov.cn", "http://www.example.gov.cn/"),
    ("HTTP://WWW.Example.GOV.cn:80/A/../b/./c.html#d", "http://www.example.gov.cn/b/c.html"),
    ("https://www.example.gov.cn:443/?a=1", "https://www.example.gov.cn/?a=1"),
    ("https://www.example.gov.cn:8443/a", "https://www.example.gov.cn:8443/a"),
    (
      "http://www.example.gov.cn/统计 公报.html",
      "http://www.example.gov.cn/%E7%BB%9F%E8%AE%A1%20%E5%85%AC%E6%8A%A5.html"
    ),
    ("  http://www.example.gov.cn/a\n\tb ", "http://www.example.gov.cn/ab"),
    ("http://www.example.gov.cn./a", "http://www.example.gov.cn/a"),
    ("http://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
    ("http://2130706433/", "http://127.0.0.1/"), ("http://0x7f.1/", "http://127.0.0.1/"),
    ("http://017700000001/", "http://127.0.0.1/"), ("http://2130706433./a?b", "http://127.0.0.1/a?b"),
    ("http://0177.0.0.1../", "http://127.0.0.1/"), ("http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"),
    ("http://[fe80::1%25eth0]/", "http://[fe80::1]/"),
    ("http://evil.example?@a.gov.cn/", "http://evil.example/?@a.gov.cn/"),
    ("http://evil.example#@a.gov.cn/", "http://evil.example/"),
  ]) func oneWayToWrite(_ written: String, _ expected: String) throws {
    #expect(try PageURL(written).description == expected)
    #expect(try PageURL(expected).description == expected, "what is checked is what is asked for")
  }

  @Test(arguments: [
    ("a.html", "http://www.example.gov.cn/col/a.html"), ("../a.html", "http://www.example.gov.cn/a.html"),
    ("/a.html", "http://www.example.gov.cn/a.html"),
    ("?page=2", "http://www.example.gov.cn/col/list.html?page=2"),
    ("//tjj.example.gov.cn/a", "http://tjj.example.gov.cn/a"),
    ("#top", "http://www.example.gov.cn/col/list.html"),
    ("", "http://www.example.gov.cn/col/list.html"), ("https://x.gov.cn", "https://x.gov.cn/"),
    ("./%E5%85%AC.html", "http://www.example.gov.cn/col/%E5%85%AC.html"),
  ]) func links(_ reference: String, _ expected: String) throws {
    let page = try PageURL("http://www.example.gov.cn/col/list.html")
    #expect(try page.resolving(reference).description == expected)
  }

  @Test(arguments: [
    ("ftp://example.gov.cn/a", FetchFailure.Code.schemeRefused), ("file:///etc/passwd", .schemeRefused),
    ("javascript:void(0)", .schemeRefused), ("mailto:office@example.gov.cn", .schemeRefused),
    ("http://user@example.gov.cn/", .userInfoRefused),
    ("http://user:secret@example.gov.cn/", .userInfoRefused),
    ("http://:secret@example.gov.cn/", .userInfoRefused), ("http://", .badURL), ("", .badURL),
    ("a.html", .badURL),
    ("http://example.gov.cn:99999/", .badURL), ("http://exa mple.gov.cn/", .badURL),
    ("http://政务.中国/", .badURL), ("example.gov.cn:80/a", .schemeRefused),
    ("http://evil.example%2f.gov.cn/", .badURL), ("http://evil.example%23.gov.cn/", .badURL),
    ("http://evil.example%00.gov.cn/", .badURL), ("http://evil.example\\.gov.cn/", .badURL),
    ("http://a.gov.cn%40evil.example/", .badURL), ("http://a.gov.cn:80@evil.example/", .userInfoRefused),
    ("http:\\\\user:secret@a.gov.cn/", .badURL), ("user:secret@a.gov.cn/", .schemeRefused),
    ("http:user:secret@a.gov.cn/", .badURL), ("http:/\\user:secret@a.gov.cn/", .userInfoRefused),
    ("http://user:a/secret@a.gov.cn/", .badURL),
  ]) func refused(_ written: String, _ code: FetchFailure.Code) {
    let failure = #expect(throws: FetchFailure.self) {
      _ = try PageURL("http://www.example.gov.cn/").resolving(
        written == "" || written == "a.html" ? "http://" : written)
    }
    #expect(failure?.code == code)
    #expect(failure?.description.contains("secret") == false)
  }
}

@Suite struct AllowListTests {
  @Test(arguments: [
    ("*.gov.cn", "http://www.danling.gov.cn/", true), ("*.gov.cn", "http://gov.cn/", false),
    ("*.gov.cn", "http://evil-gov.cn/", false), ("*.gov.cn", "http://a.gov.cn.evil.example/", false),
    ("*.gov.cn", "http://a.b.c.gov.cn/", true), ("WWW.Example.gov.cn", "http://www.example.gov.cn/", true),
    ("www.example.gov.cn", "http://example.gov.cn/", false), ("www.*.gov.cn", "http://www.a.gov.cn/", true),
    ("*.gov.cn", "http://a.gov.cn:8080/", false), ("*.gov.cn:8080", "http://a.gov.cn:8080/", true),
    ("*.gov.cn:8080", "http://a.gov.cn/", false), ("a.gov.cn:*", "http://a.gov.cn:81/", true),
    ("[::1]:8080", "http://[::1]:8080/", true),
    ("*.gov.cn", "https://a.gov.cn./", true), ("*a*b", "http://xaxbxb/", true),
    ("*a*b", "http://xaxbxc/", false), ("*.gov.cn", "http://evilgov.cn/", false),
    ("*.gov.cn", "http://.gov.cn/", false), ("*.gov.cn", "http://a.gov.cn:443/", true),
    ("127.0.0.1", "http://2130706433./", true), ("2130706433", "http://2130706433./", false),
  ]) func patterns(_ pattern: String, _ url: String, _ expected: Bool) throws {
    let list = try #require(AllowList([pattern]))
    #expect(list.allows(try PageURL(url)) == expected)
  }

  @Test(arguments: [
    "", "*", "a b", "a.gov.cn:0", "a.gov.cn:x", "http://a.gov.cn", "a/b", "u@a.gov.cn", "县.gov.cn",
  ])
  func noPatterns(_ text: String) {
    #expect(!AllowList.isPattern(text))
    #expect(AllowList([text]) == nil)
  }

  @Test func anEmptyListAllowsNothing() throws {
    #expect(try AllowList([])?.allows(PageURL("http://a.gov.cn/")) == false)
  }
}

@Suite struct AddressGuardTests {
  @Test(arguments: [
    ("0.0.0.0", "unspecified"), ("10.1.2.3", "private"), ("100.64.0.1", "of a carrier's network"),
    ("100.127.255.255", "of a carrier's network"), ("127.0.0.1", "loopback"), ("127.9.9.9", "loopback"),
    ("169.254.169.254", "link-local"), ("172.16.0.1", "private"), ("172.31.255.255", "private"),
    ("192.168.1.1", "private"), ("198.18.0.1", "for benchmarks"), ("224.0.0.1", "multicast"),
    ("239.255.255.250", "multicast"), ("255.255.255.255", "reserved"), ("::", "unspecified"),
    ("::1", "loopback"),
    ("::ffff:127.0.0.1", "loopback"), ("::ffff:10.0.0.1", "private"), ("::127.0.0.1", "loopback"),
    ("64:ff9b::a00:1", "private"), ("64:ff9b:1::1", "private"), ("2002:7f00:1::1", "loopback"),
    ("2001:0:1::1", "reserved"), ("fc00::1", "private"), ("fd12:3456::1", "private"),
    ("fe80::1", "link-local"),
    ("fec0::1", "private"), ("ff02::1", "multicast"), ("2001:db8::1", "for examples"),
  ]) func refused(_ text: String, _ kind: String) throws {
    let address = try #require(AddressText.bytes(text))
    #expect(AddressGuard(allowed: []).refusal(of: address) == kind)
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
    "169.253.1.1", "172.15.255.255", "172.32.0.0", "192.167.1.1", "223.255.255.255", "2400:3200::1",
    "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1",
  ]) func public_(_ text: String) throws {
    let address = try #require(AddressText.bytes(text))
    #expect(AddressGuard(allowed: []).refusal(of: address) == nil)
  }

  @Test func theConfigurationMayNameAddresses() throws {
    let loopback = try #require(AddressRange("127.0.0.1"))
    let guarded = AddressGuard(allowed: [loopback])
    #expect(guarded.refusal(of: [127, 0, 0, 1]) == nil)
    #expect(guarded.refusal(of: [127, 0, 0, 2]) == "loopback")
    let range = try #require(AddressRange("10.0.0.0/9"))
    #expect(AddressGuard(allowed: [range]).refusal(of: [10, 127, 0, 1]) == nil)
    #expect(AddressGuard(allowed: [range]).refusal(of: [10, 128, 0, 1]) == "private")
  }

  @Test(arguments: ["", "1.2.3", "1.2.3.4/33", "::1/129", "a.gov.cn", "1.2.3.4/", "1.2.3.4/-1", "[::1]"])
  func noRanges(_ text: String) { #expect(AddressRange(text) == nil) }
}
