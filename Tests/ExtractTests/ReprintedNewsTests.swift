import Records
import Testing

/// A news item that another site prints again: info line, original link, disclaimer, a side list.
@Suite struct ReprintedNewsTests {
  private static let page = """
    <html><head><title>青禾县:抓实“三件事” 村集体有了钱袋子_乡村要闻_某某网</title>
    <meta charset="utf-8"><script>var n=88;if(n<100&&n>3){document.write("<p>500人</p>");}</script></head><body>
    <div class="top">今天是2024年3月1日 星期五 <a href="/">首页</a> | <a href="/a">要闻</a></div>
    <div class="pos">当前位置:<a href="/">首页</a> &gt; <a href="/x">乡村要闻</a> &gt; 正文</div>
    <div class="left"><h1>青禾县:抓实“三件事” 村集体有了钱袋子</h1>
    <div class="info">时间:2021-04-08 作者:张三 来源:青禾发布 点击:<span id="hits">301</span>次</div>
    <div class="wz">近日，青禾县召开会议，部署村级集体经济工作，要求各乡镇拿出实招。<br><br>
    <strong>选好带头人</strong><br><br>全县选派第一书记65名，覆盖所有行政村，帮助理清发展思路。<br><br>
    一、盘活家底<br>清查闲置校舍、茶园和水面，登记造册，统一发包。</div>
    <p>原文链接:<a href="http://www.example.com/n/1.html">http://www.example.com/n/1.html</a></p>
    <div>[免责声明] 本文来源于网络转载，仅供学习交流使用，如有问题请与本网联系。</div>
    <div>上一篇:<a href="/1">秋收忙</a> 下一篇:<a href="/2">春耕早</a></div></div>
    <div class="right"><h3>最新信息</h3><ul><li>2024-03-01 <a href="/3">某地开展培训活动</a></li>
    <li>2024-03-01 <a href="/4">某地举办招聘会</a></li></ul></div>
    <div class="foot">版权所有 ICP备案 00000000号 联系电话:000-0000000</div></body></html>
    """

  @Test func metadata() throws {
    let document = try Reading.document(Self.page)
    #expect(document.kind == .article)
    #expect(document.title == "青禾县:抓实“三件事” 村集体有了钱袋子")
    #expect(document.published == Day(2021, 4, 8))
    #expect(document.author == "张三")
    #expect(document.publisher == "青禾发布")
    #expect(document.originalURL == "http://www.example.com/n/1.html")
    #expect(document.findings.isEmpty)
  }

  @Test func textIsTheArticleAlone() throws {
    let document = try Reading.document(Self.page)
    #expect(
      document.text == """
        近日，青禾县召开会议，部署村级集体经济工作，要求各乡镇拿出实招。
        选好带头人
        全县选派第一书记65名，覆盖所有行政村，帮助理清发展思路。
        一、盘活家底
        清查闲置校舍、茶园和水面，登记造册，统一发包。
        """)
    #expect(Reading.texts(document, .heading) == ["选好带头人", "一、盘活家底"])
  }
}
