import Records
import Testing

/// What site a page stands on, and who is named where no one is.
@Suite struct SiteNamesTests {
  private func document(_ head: String = "", crumbs: String = "", foot: String = "") throws -> (
    site: String?, rule: String?
  ) {
    let document = try Reading.document(
      Reading.page(
        head: "<title>全县工作稳步推进</title>" + head,
        above: "\(crumbs)<h1>全县工作稳步推进</h1><div>2021-03-05</div>", below: foot))
    return (document.site, document.rules["site"])
  }

  @Test(arguments: [
    ("<meta name=SiteName content=某某县人民政府>", "某某县人民政府"),
    ("<meta property='og:site_name' content=某某县统计信息网>", "某某县统计信息网"),
    ("<meta name='application-name' content=中国·某某>", "中国·某某"),
  ])
  func tags(_ head: String, _ site: String) throws {
    let found = try document(head)
    #expect(found.site == site)
    #expect(found.rule == "SiteTag")
  }

  @Test(arguments: [
    ("全县工作稳步推进-某某县人民政府", "某某县人民政府"), ("全县工作稳步推进 - 政务动态 - 某某县政府网", "某某县政府网"),
    ("全县工作稳步推进_某某市统计局", "某某市统计局"), ("全县工作稳步推进 | 某某县人民政府门户网站", "某某县人民政府门户网站"),
    ("全县工作稳步推进–某某日报", "某某日报"), ("某某县人民政府", "某某县人民政府"), ("全县工作稳步推进-政务动态", nil),
    ("全县工作稳步推进", nil), ("全县工作稳步推进——记某某县的一年", nil),
  ])
  func endsOfTitles(_ title: String, _ site: String?) throws {
    let page = Reading.page(
      head: "<title>\(title)</title>", above: "<h1>全县工作稳步推进</h1><div>2021-03-05</div>")
    let document = try Reading.document(page)
    #expect(document.site == site)
    #expect(document.rules["site"] == site.map { _ in "TitleTail" })
    #expect(document.title == "全县工作稳步推进")
  }

  @Test(arguments: [
    ("<div>您的位置：<a href='/'>某某区政府网</a> &gt; <a href='/z'>政务动态</a> &gt; 正文</div>", "某某区政府网"),
    ("<div>某某县统计局首页 » 统计数据 » 正文</div>", "某某县统计局"), ("<div>当前位置：首页 &gt; 政务动态 &gt; 正文</div>", nil),
    ("<div>政务动态 &gt; 县政府网 &gt; 正文</div>", nil),
  ])
  func breadcrumbs(_ crumbs: String, _ site: String?) throws {
    let found = try document(crumbs: crumbs)
    #expect(found.site == site)
    #expect(found.rule == site.map { _ in "BreadcrumbHead" })
  }

  @Test(arguments: [
    ("<div class=footer>主办单位：某某县人民政府办公室 承办：某某中心 某ICP备05001234号</div>", "某某县人民政府办公室"),
    ("<p>版权所有 © 2019 某某县统计局 某ICP备05001234号</p>", "某某县统计局"),
    ("<div class=foot><p>Copyright © 2019 某某县人民政府 版权所有</p></div>", "某某县人民政府"),
    ("<div class=foot>版权所有：主办：某某县人民政府 电话：0000-1234567</div>", "某某县人民政府"),
    ("<div class=foot>主办：某某先生 某ICP备05001234号</div>", nil), ("<div class=foot>承办：某某县信息中心</div>", nil),
  ])
  func imprints(_ foot: String, _ site: String?) throws {
    let found = try document(foot: foot)
    #expect(found.site == site)
    #expect(found.rule == site.map { _ in "SiteImprint" })
  }

  @Test func whoHeldAMeetingIsNoSite() throws {
    let body = "<p>主办单位：某某市文化局</p><p>活动于三月举行，全县各乡镇都派人参加。</p>"
    #expect(try Reading.document(Reading.page(body: body)).site == nil)
  }

  @Test func theGovernmentGoesBeforeOthers() throws {
    let found = try document(
      "<meta name=SiteName content=信息公开>", foot: "<div class=footer>主办单位：某某县人民政府 某ICP备05001234号</div>")
    #expect(found.site == "某某县人民政府")
  }

  @Test(arguments: ["本站", "本站原创", "未知来源", "未知", "网络", "互联网"])
  func namesOfNoOne(_ name: String) throws {
    let page = Reading.page(
      head: "<title>全县工作稳步推进</title>", above: "<h1>全县工作稳步推进</h1><div>来源：\(name) 2021-03-05</div>")
    #expect(try Reading.document(page).publisher == nil)
  }

  @Test func theNameBesideTheDateStandsInForNoOne() throws {
    let page = Reading.page(
      head: "<title>全县工作稳步推进</title>",
      above: "<h1>全县工作稳步推进</h1><div>2021-03-05 县融媒体中心</div><div>来源：本站</div>")
    #expect(try Reading.document(page).publisher == "县融媒体中心")
  }

  @Test(arguments: [
    ("公开责任部门", "某某县教育局"), ("责任部门", "某某县教育局"), ("公开单位", "某某县教育局"), ("信息提供单位", "某某县教育局"),
  ])
  func labelsOfIndexTables(_ label: String, _ publisher: String) throws {
    let page = Reading.page(
      head: "<title>全县工作稳步推进</title>",
      above: """
        <table><tr><td>索引号：</td><td>000014349/2021-00001</td><td>\(label)：</td><td>\(publisher)</td></tr>
        <tr><td>发布日期：</td><td>2021-03-05</td><td>主题分类：</td><td>教育</td></tr></table><h1>全县工作稳步推进</h1>
        """)
    let document = try Reading.document(page)
    #expect(document.publisher == publisher)
    #expect(document.published == Day(2021, 3, 5))
  }

  @Test(arguments: ["某某日报 【打印", "某某日报 【打印】【关闭】", "某某日报 [字号：大 中 小]"])
  func controlsBehindAPublisher(_ source: String) throws {
    let page = Reading.page(
      head: "<title>全县工作稳步推进</title>",
      above: "<h1>全县工作稳步推进</h1><div>日期：2021-03-05　来源：\(source)</div>")
    #expect(try Reading.document(page).publisher == "某某日报")
  }
}
