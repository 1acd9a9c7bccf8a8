import Extract
import Records
import Testing

/// What pages say of themselves, each in a page where only that is varied.
@Suite struct MetadataTests {
  @Test(arguments: ["点击", "点击数", "点击量", "浏览次数", "阅读"])
  func aCounterInTheLineOfTheDateTakesNothingFromIt(_ counter: String) throws {
    let line = "<h1>标题在此</h1><div>2009-11-05　来源：县农业局　\(counter)：842</div>"
    #expect(try Reading.document(Reading.page(above: line)).published == Day(2009, 11, 5))
  }

  @Test(arguments: [
    "<div>发布时间：2021年03月05日</div>", "<div>发布日期:2021-3-5 10:20</div>", "<div>日期：2021/03/05</div>",
    "<div>时间：二〇二一年三月五日</div>", "<div>发布于 2021-03-05</div>", "<div>发表于2021年03月05日</div>",
    "<div><span>发布时间</span><span>2021-03-05 10:20</span></div>", "<div>2021-03-05 来源：县农业局</div>",
    "<table><tr><td>发布日期：</td><td>2021年3月5日</td></tr></table>", "<p>【发布时间：2021-03-05】</p>",
    "<div>2021年3月5日 星期五</div>",
  ])
  func dateOfTheInfoLine(_ line: String) throws {
    let document = try Reading.document(Reading.page(above: "<h1>全县工作稳步推进</h1>\(line)"))
    #expect(document.published == Day(2021, 3, 5))
    #expect(["LabelledFields", "DateLine"].contains(document.rules["published"]))
  }

  @Test func theClockOfThePageIsNoDate() throws {
    let document = try Reading.document(
      Reading.page(above: "<div>今天是2026年7月1日 星期三</div><h1>全县工作稳步推进</h1>"))
    #expect(document.published == nil)
  }

  @Test func datesInTheTextAreNotThePages() throws {
    let document = try Reading.document(
      Reading.page(
        above: "<h1>全县工作稳步推进</h1>", body: "<p>本办法自2022年1月1日起施行，有效期五年。</p>",
        below: "<ul><li>2024-01-02 <a href=/1>某地开展活动的消息</a></li></ul>"))
    #expect(document.published == nil)
  }

  @Test(arguments: [
    "<p>现将2020年11月1日零时的人口公布如下：</p>", "<p>截至2020年11月1日，全县共有以下单位</p>",
  ])
  func datesOfSentencesAreNotThePages(_ line: String) throws {
    let document = try Reading.document(Reading.page(above: "<h1>全县工作稳步推进</h1>\(line)"))
    #expect(document.published == nil)
  }

  @Test func aButtonBesideTheDateIsNoSentence() throws {
    let document = try Reading.document(
      Reading.page(above: "<h1>全县工作稳步推进</h1><div>2021-03-05 <span>觉得不错，收藏一下</span></div>"))
    #expect(document.published == Day(2021, 3, 5))
  }

  @Test func theLabelGoesBeforeTheTag() throws {
    let document = try Reading.document(
      Reading.page(
        head: "<meta name=PubDate content='2021-03-06'>",
        above: "<h1>全县工作稳步推进</h1><p>发布时间：2021-03-05</p>"))
    #expect(document.published == Day(2021, 3, 5))
  }

  @Test(arguments: [
    "<meta name=\"PubDate\" content=\"2021-03-05 10:20\">",
    "<meta property='article:published_time' content='2021-03-05T10:20:00+08:00'>",
    "<script type=\"application/ld+json\">{\"datePublished\":\"2021-03-05T10:20:00\"}</script>",
    "<meta name=publishdate content=20210305>",
  ])
  func dateOfTheHead(_ head: String) throws {
    let document = try Reading.document(Reading.page(head: head))
    #expect(document.published == Day(2021, 3, 5))
  }

  @Test(arguments: [
    "<h1>全县工作稳步推进</h1><p>某县发布 <time datetime='2021-03-05T10:20:00+08:00'>3天前</time></p>",
    "<h1>全县工作稳步推进</h1><time datetime='2021-03-05'></time>",
    "<time datetime='2021-03-07' itemprop=dateModified>昨天</time><time datetime='2021-03-05'>3天前</time>",
    "<time datetime='2021-03-04'>4天前</time><time datetime='2021-03-05' itemprop=datePublished>3天前</time>",
  ])
  func dateOfATimeElement(_ above: String) throws {
    let document = try Reading.document(Reading.page(above: above))
    #expect(document.published == Day(2021, 3, 5))
    #expect(document.rules["published"] == "TimeElement")
  }

  @Test(arguments: [
    "<time datetime='2021-03-04'>4天前</time><time datetime='2021-03-05'>3天前</time>",
    "<a href=/1>某地开展活动的消息 <time datetime='2021-03-05'>3天前</time></a>",
    "<time datetime='10:20'>上午</time>", "<time>3天前</time>",
    "<nav><p>某地开展活动的消息</p><time datetime='2021-03-05'>3天前</time></nav>",
  ])
  func timeElementsThatAreNotThePages(_ above: String) throws {
    let comment = "<div>网友 <time datetime='2021-03-06'>2天前</time></div>"
    #expect(try Reading.document(Reading.page(above: above, below: comment)).published == nil)
  }

  @Test func whatReadersSeeGoesBeforeTheTimeElement() throws {
    let document = try Reading.document(
      Reading.page(above: "<h1>全县工作稳步推进</h1><p>发布时间：2021-03-05 <time datetime='2021-03-06'>昨天</time></p>"))
    #expect(document.published == Day(2021, 3, 5))
    #expect(document.rules["published"] == "LabelledFields")
  }

  @Test func namesEndWithTheirElement() throws {
    let document = try Reading.document(
      Reading.page(
        above:
          "<h1>标题在此</h1><div><span>作者：张三</span> <span>各县动态</span> <span>来源：<a href=/>县农业局</a></span></div>"))
    #expect(document.author == "张三")
    #expect(document.publisher == "县农业局")
  }

  @Test func severalNamesStayTogether() throws {
    let document = try Reading.document(
      Reading.page(above: "<h1>标题在此</h1><div>作者：张三 李四　来源：县农业局　浏览次数：12</div>"))
    #expect(document.author == "张三 李四")
    #expect(document.publisher == "县农业局")
  }

  @Test func aLabelWithoutAValueSaysNothing() throws {
    let document = try Reading.document(
      Reading.page(above: "<h1>标题在此</h1><div>作者： 来源： 发布时间：2021-03-05</div>"))
    #expect(document.author == nil)
    #expect(document.publisher == nil)
    #expect(document.published == Day(2021, 3, 5))
  }

  @Test func theDayOfSigningStandsInForNoOther() throws {
    let table = "<table><tr><td>标题：</td><td>关于印发办法的通知</td></tr><tr><td>成文日期：</td><td>2021年3月5日</td></tr>"
    let signed = try Reading.document(Reading.page(above: table + "</table>"))
    #expect(signed.published == Day(2021, 3, 5))
    #expect(signed.rules["published"] == "SigningDate")
    let published = try Reading.document(
      Reading.page(above: table + "<tr><td>发布日期：</td><td>2021年3月9日</td></tr></table>"))
    #expect(published.published == Day(2021, 3, 9))
  }

  /// The table of properties between path and title is long; what it says is read, and none of it is text.
  @Test func theSheetOfADocument() throws {
    let rows = [
      ("索 引 号：", "00000/2021-12", "主题分类：", "水利"), ("发文机关：", "某某县人民政府", "成文日期：", "2021年03月05日"),
      ("文　　号", "某府发〔2021〕3号", "有 效 性", "有效"), ("服务对象：", "全社会", "发布日期：", "2021年03月08日"),
    ].map { "<tr><td>\($0)</td><td>\($1)</td><td>\($2)</td><td>\($3)</td></tr>" }.joined()
    let document = try Reading.document(
      """
      <title>关于做好防汛工作的通知</title><body><div><table>\(rows)</table><h1>关于做好防汛工作的通知</h1>
      <p>各乡镇、各部门：</p><p>为做好今年的防汛工作，请按职责落实责任，备足物资，加强值守。</p></div>
      """)
    #expect(document.text == "各乡镇、各部门：\n为做好今年的防汛工作，请按职责落实责任，备足物资，加强值守。")
    #expect(document.published == Day(2021, 3, 8))
    #expect(document.issuer == "某某县人民政府")
    #expect(document.documentNumber == "某府发〔2021〕3号")
  }

  /// A table of data may have a column of times: it stays whole, and its days are not the page's.
  @Test(arguments: ["<div>发布时间：2021-02-01</div>", ""])
  func aColumnOfTimesIsData(_ info: String) throws {
    let table = [
      ["序号", "项目", "时间", "地点"], ["1", "村道硬化", "2021-03-05", "石坝村"], ["2", "人饮工程", "2021-04-05", "龙门村"],
    ].map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    let document = try Reading.document(
      """
      <title>全县重点项目表</title><body><h1>全县重点项目表</h1>\(info)<div><table border=1>\(table)</table>
      <p>以上项目由县发展改革局统一调度，按月通报进度，确保年底前全部完工。</p></div>
      """)
    #expect(document.text.hasPrefix("序号\t项目\t时间\t地点\n1\t村道硬化\t2021-03-05"))
    #expect(document.published == (info.isEmpty ? nil : Day(2021, 2, 1)))
  }

  /// A counter that has no number yet ends the line with a colon.
  @Test func anEmptyCounterBehindTheDate() throws {
    let document = try Reading.document(
      Reading.page(above: "<h1>春耕<br><span>2021-03-05 10:20:00　来源：某报　点击：<i></i></span></h1>"))
    #expect(document.published == Day(2021, 3, 5))
  }

  @Test func theSourcesDayIsKept() throws {
    let page = Page(
      id: "0", source: "a.html", bytes: Array(Reading.page(above: "<p>发布时间：2021-03-05</p>").utf8),
      defaults: SourceDefaults(region: "520621", published: Day(2020, 1, 2), tier: .media))
    let document = try Reading.extractor.get().document(from: page)
    #expect(document.published == Day(2020, 1, 2))
    #expect(document.rules["published"] == "SourceDefaults")
    #expect(document.regionCode == "520621")
    #expect(document.tier == .media)
  }

  @Test(arguments: [
    ("<title>全县工作稳步推进_要闻_某县政府</title>", "<h1>全县工作稳步推进</h1>", "全县工作稳步推进"),
    ("<title>某县政府-全县工作稳步推进</title>", "<h2>全县工作稳步推进</h2>", "全县工作稳步推进"),
    ("<title>全县工作稳步推进 | 某县</title>", "", "全县工作稳步推进"),
    ("<title>某县政府</title>", "<h1>全县工作稳步推进</h1>", "全县工作稳步推进"),
    ("", "<h1>全县工作稳步推进</h1>", "全县工作稳步推进"),
    ("<title>某县</title><meta name=ArticleTitle content='全县工作稳步推进'>", "", "全县工作稳步推进"),
    ("<title>某县关于印发管理办法的通知</title>", "<h1>某县关于印发<br>管理办法的通知</h1>", "某县关于印发管理办法的通知"),
  ])
  func title(_ head: String, _ above: String, _ title: String) throws {
    #expect(try Reading.document(Reading.page(head: head, above: above)).title == title)
  }
}
