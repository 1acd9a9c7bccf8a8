import Records
import Testing

/// A title that only its looks tell.
@Suite struct StyledTitleTests {
  private static let site = "<title>某某县人民政府门户网站</title>"

  @Test(arguments: [
    "<div><span class=bt>全县春耕工作稳步推进</span></div>", "<div align=center><font size=5>全县春耕工作稳步推进</font></div>",
    "<div align=center><strong>全县春耕工作稳步推进</strong></div>",
    "<table><tr><td align=center><b><font size='+2' color=red>全县春耕工作稳步推进</font></b></td></tr></table>",
    "<p style='text-align: center'><span style='font-size: 22px'>全县春耕工作稳步推进</span></p>",
    "<p style='text-align:center;font-size:18.0pt'>全县春耕工作稳步推进</p>",
    "<p align=center><strong>全县春耕工作<br>稳步推进</strong></p>",
    "<p align=center><b>某某县文件</b></p><p align=center><b>全县春耕工作稳步推进</b></p>",
    "<p align=center><b>全县春耕工作稳步推进</b></p><p align=center><b>——高坪镇侧记</b></p>",
  ])
  func title(_ above: String) throws {
    for head in [
      Self.site, "<title>要闻</title>", "", "<title>某某县政府网</title><meta property=og:title content='某某县政府网'>",
    ] {
      let document = try Reading.document(
        Reading.page(head: head, above: above + "<div>2021-03-05 10:20</div>"))
      #expect(document.title == "全县春耕工作稳步推进")
      #expect(document.rules["title"] == "StyledTitle")
      #expect(document.published == Day(2021, 3, 5))
    }
  }

  @Test(arguments: [
    "<div>全县春耕工作稳步推进</div>", "<div align=center>全县春耕工作稳步推进</div>", "<p><font size=5>全县春耕工作稳步推进</font></p>",
    "<p align=center><font size=2>全县春耕工作稳步推进</font></p>", "<p align=center><b>第一章 春耕工作总则</b></p>",
    "<p align=center><b>*第一章 春耕工作总则</b></p>",
    "<p align=center><b>某某县农业农村局</b></p>", "<p align=center><b>今天是2021年3月5日</b></p>",
    "<p align=center><b>各乡镇人民政府：</b></p>",
    "<p align=center><b><a href=/1>全县春耕工作稳步推进</a></b></p>", "<p align=center><b>本期要目</b>　全县春耕工作稳步推进</p>",
    "<p style='text-align:center;font-size:12px'>全县春耕工作稳步推进</p>",
  ])
  func linesThatAreNone(_ above: String) throws {
    let document = try Reading.document(Reading.page(head: Self.site, above: above))
    #expect(document.title == "某某县人民政府门户网站")
  }

  @Test func aTitleOfTheHeadIsKept() throws {
    let document = try Reading.document(
      Reading.page(
        head: "<title>某某县春耕</title>", above: "<p align=center><b>高坪镇的茶农们上了山</b></p>"))
    #expect(document.title == "某某县春耕")
  }
}
