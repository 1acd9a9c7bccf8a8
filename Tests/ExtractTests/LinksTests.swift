import Records
import Testing

@testable import Extract

@Suite struct LinksTests {
  static let page = """
    <html><head><base href="http://county.example/news/"></head><body>
    <div class="nav"><a href="/">首页</a><a href="/about.html">关于</a></div>
    <ul id="main" class="list  news"><li><a href="a.html">2021年工作报告</a><span>2022-06-29</span></li>
    <li><span>[2022/06/28]</span><a href="b.html?x=1&amp;y=2">公报</a></li>
    <li><a href="c.html">截至2020年12月31日的数据</a></li></ul>
    <table><tr><td><a href="d.html">公告</a></td><td>2022年5月1日</td></tr></table>
    </body></html>
    """

  private func links(_ path: String?) throws -> [ListedLink] {
    try ListedLinks(Array(Self.page.utf8)).links(at: path.map { try #require(ElementPath($0)) })
  }

  @Test func linksAreReadWithTheDatesBesideThem() throws {
    let links = try links(nil)
    #expect(ListedLinks(Array(Self.page.utf8)).base == "http://county.example/news/")
    #expect(links.map(\.reference) == ["/", "/about.html", "a.html", "b.html?x=1&y=2", "c.html", "d.html"])
    #expect(
      links.map(\.day) == [nil, nil, Day(2022, 6, 29), Day(2022, 6, 28), nil, Day(2022, 5, 1)])
    #expect(links[3].text == "公报")
  }

  @Test(arguments: [
    ("ul a", 3), ("ul.news a", 3), ("ul.news.list li a", 3), ("#main a", 3), ("ul#main a", 3),
    ("ul.new a", 0),
    ("table a", 1), ("a", 6), ("div.nav", 2), ("li ul a", 0),
  ])
  func pathsLeadToLinks(_ path: String, _ count: Int) throws {
    #expect(try links(path).count == count)
  }

  @Test(arguments: ["", " ", "ul > a", "ul..a", ".", "blink a", "a:first", "1ul"])
  func whatIsNoPathIsRefused(_ text: String) {
    #expect(ElementPath(text) == nil)
  }

  @Test func charsetsAreRead() throws {
    // 县志 in GBK.
    let page = Array("<a href='x.html'>".utf8) + [0xCF, 0xD8, 0xD6, 0xBE] + Array("</a>".utf8)
    #expect(ListedLinks(page).links().map(\.text) == ["县志"])
    #expect(ListedLinks(page, charset: "gbk").links().map(\.text) == ["县志"])
    #expect(ListedLinks(page, charset: "utf-8").links().map(\.text) != ["县志"])
  }
}

@Suite struct SitemapTests {
  private func read(_ text: String) -> (entries: [Sitemap.Entry], isWhole: Bool) {
    var entries: [Sitemap.Entry] = []
    let isWhole = Sitemap.forEach(in: Array(text.utf8)) { entries.append($0) }
    return (entries, isWhole)
  }

  @Test func pagesAndIndexesAreRead() {
    let sitemap = read(
      """
      <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc> http://county.example/a.html?x=1&amp;y=2
      </loc><lastmod>2022-06-29T08:00:00+08:00</lastmod></url>
      <url><loc><![CDATA[http://county.example/b.html]]></loc></url><url><lastmod>2022-01-01</lastmod></url></urlset>
      """)
    #expect(sitemap.isWhole)
    #expect(
      sitemap.entries == [
        Sitemap.Entry(
          location: "http://county.example/a.html?x=1&y=2", modified: Day(2022, 6, 29), isSitemap: false),
        Sitemap.Entry(location: "http://county.example/b.html", modified: nil, isSitemap: false),
      ])
    let index = read(
      "<sitemapindex><sitemap><loc>http://county.example/s.xml</loc></sitemap></sitemapindex>")
    #expect(
      index.entries == [
        Sitemap.Entry(location: "http://county.example/s.xml", modified: nil, isSitemap: true)
      ])
  }

  @Test func whatStandsBeforeAnErrorIsRead() {
    let sitemap = read("<urlset><url><loc>http://county.example/a</loc></url><url><loc")
    #expect(!sitemap.isWhole)
    #expect(sitemap.entries.map(\.location) == ["http://county.example/a"])
    #expect(!read("").isWhole)
    #expect(read("<html><p>404").entries.isEmpty)
  }

  @Test func entitiesOfItsOwnBringNothingFromOutside() {
    let text = """
      <!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyyyyyyyy">]>
      <urlset><url><loc>http://county.example/&x;</loc></url></urlset>
      """
    #expect(read(text).entries.allSatisfy { $0.location == "http://county.example/" })
  }
}
