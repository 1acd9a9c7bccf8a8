import Extract
import Records
import Testing

/// What pages say of themselves, each in a page where only that is varied.
@Suite struct MetadataTests {
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
