import Records
import Testing

/// Which part of a page is its text.
@Suite struct MainTextTests {
  private static let body = """
    今年以来，全县上下凝心聚力，各项工作稳步推进，群众的日子一天比一天好。
    下一步，该县将继续抓好落实，把实事办实，把好事办好。
    """

  private static let list = (1...8).map { "<li><a href=/\($0)>某地召开会议部署第\($0)项重点工作</a></li>" }.joined()

  @Test(arguments: [
    "<ul>\(list)</ul>", "<div class=related><h3>相关新闻</h3><ul>\(list)</ul></div>",
    "<div>上一篇：<a href=/1>无</a></div>",
    "<div>【打印】【关闭】</div>", "<p>免责声明：本文来源于网络转载，如有问题请与本网联系，我们将及时处理。</p>",
    "<footer><p>主办单位地址在人民路一号，欢迎广大群众来信来访，反映问题。</p></footer>",
    "<div id=comments><p>写得真好，为家乡点赞，希望越来越好！</p></div>", "<div>版权所有 某ICP备00000000号</div>",
    "<div style='display:none'>隐藏的一段文字，不应当出现在正文里。</div>",
  ])
  func whatStandsBelowStaysOut(_ below: String) throws {
    #expect(try Reading.document(Reading.page(below: below)).text == Self.body)
  }

  @Test(arguments: [
    "<div>当前位置：<a href=/>首页</a> &gt; 正文</div>", "<h1>全县工作稳步推进</h1><div>发布时间：2021-03-05 浏览：12</div>",
    "<ul>\(list)</ul>", "<div>字体：<a href=#>大</a> <a href=#>中</a> <a href=#>小</a></div>",
    "<div>今天是2026年7月1日</div>",
  ])
  func whatStandsAboveStaysOut(_ above: String) throws {
    #expect(try Reading.document(Reading.page(above: above)).text == Self.body)
  }

  @Test func whereAReportWasGivenIsPartOfIt() throws {
    let occasion = "——2014年1月8日在某县第十六届人民代表大会第三次会议上"
    for above in [
      "<h1>政府工作报告</h1><p>发布时间：2014-01-20</p><p>\(occasion)</p>",
      "<h1>政府工作报告</h1><p>\(occasion)</p><p>发布时间：2014-01-20</p>",
    ] {
      let document = try Reading.document(Reading.page(above: above))
      #expect(document.text == occasion + "\n" + Self.body)
      #expect(document.published == Day(2014, 1, 20))
    }
  }

  @Test func aTextBesideLongListsInOneElement() throws {
    let document = try Reading.document(
      "<body><table><tr><td><ul>\(Self.list)</ul><p>县里召开会议，研究部署了下一阶段的工作，并要求各部门抓好落实。</p><ul>\(Self.list)</ul></td></tr></table>"
    )
    #expect(document.text == "县里召开会议，研究部署了下一阶段的工作，并要求各部门抓好落实。")
  }

  @Test func theFirstOfSeveralPosts() throws {
    let post = { (text: String) in
      "<h3>一篇文章的题目</h3><div class=post-body><p>\(text)，写下来给大家看看。</p></div>"
    }
    let document = try Reading.document(
      "<body>\(post("这是第一篇文章的正文"))\(post("这是第二篇文章的正文"))\(post("这是第三篇文章的正文"))</body>")
    #expect(document.text == "这是第一篇文章的正文，写下来给大家看看。")
  }

  @Test func aTextThatScriptsShow() throws {
    let document = try Reading.document(
      "<body><div style=\"display: none\"><p>县里召开会议，研究部署了下一阶段的工作。</p></div></body>")
    #expect(document.text == "县里召开会议，研究部署了下一阶段的工作。")
  }

  @Test func aContainerThatIsNamedLikeAnAside() throws {
    let document = try Reading.document(
      "<body><div class=share-box><h1>全县工作稳步推进</h1><p>县里召开会议，研究部署了下一阶段的工作。</p></div></body>")
    #expect(document.text.contains("县里召开会议"))
  }

  @Test(arguments: [
    ("<title>页面不存在</title><body><h1>404</h1><p>您访问的页面不存在，请返回首页。</p>", PageKind.error),
    ("<title>统计信息</title><body><ul>\(list)</ul>", .list), ("<body></body>", .empty), ("plain", .empty),
    (
      "<title>某县人民政府</title><body>\(["要闻", "公告", "乡镇"].map { "<h2>\($0)</h2><ul>\(list)</ul>" }.joined())"
        + "<div><h2>走进某县</h2><p>某县位于省境西部，山清水秀，物产丰富，欢迎您来。</p></div>", .list
    ),
    (
      "<title>用户登录</title><body><form><p>您还没有登录，请登录后再查看。</p>用户名 <input> 密码 <input type=password></form>",
      .error
    ),
  ])
  func pagesWithoutAnArticle(_ html: String, _ kind: PageKind) throws {
    let document = try Reading.document(html)
    #expect(document.kind == kind)
    #expect(document.text.isEmpty)
    #expect(document.findings.map(\.code) == [.noArticle])
  }
}
