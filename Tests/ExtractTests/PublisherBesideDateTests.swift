import Records
import Testing

/// Who brought a page out stands beside its date, where no label says it.
@Suite struct PublisherBesideDateTests {
  @Test(arguments: [
    ("2021-03-05 10:20 某某县人民政府网", "某某县人民政府网"), ("某某日报 2021年3月5日", "某某日报"),
    ("2021-03-05 | 县统计局 | 浏览", "县统计局"), ("2021-03-05｜县统计局｜浏览", "县统计局"), ("县统计局｜2021-03-05", "县统计局"),
    ("<span>2021-03-05</span><span>县融媒体中心</span><span>字号：大</span>", "县融媒体中心"),
    ("发布时间：2021-03-05 10:20:30 县水务局", "县水务局"), ("新华社 2021/03/05", "新华社"), ("2021-03-05 县纪委 张三", "县纪委"),
  ])
  func thePublisherBesideTheDate(_ line: String, _ publisher: String) throws {
    let document = try Reading.document(
      Reading.page(head: "<title>全县工作稳步推进</title>", above: "<h1>全县工作稳步推进</h1><div>\(line)</div>"))
    #expect(document.publisher == publisher)
    #expect(document.rules["publisher"] == "PublisherBesideDate")
    #expect(document.published == Day(2021, 3, 5))
  }

  @Test(arguments: [
    "2021-03-05 10:20 张三", "2021-03-05 星期五", "编辑：县政府办 2021-03-05", "2021-03-05 审核：县统计局", "2021-03-05 统计公报",
    "县统计局 2021-03-05 某某日报", "2021-03-05 局", "2021-03-05 10:20:30<i>88健康网</i>", "2021-03-05 10:20 88健康网",
    "2021-03-05 浏览12 县里要闻", "2021-03-05 某某县人民政府网站地图",
  ])
  func namesThatAreNone(_ line: String) throws {
    let document = try Reading.document(
      Reading.page(head: "<title>全县工作稳步推进</title>", above: "<h1>全县工作稳步推进</h1><div>\(line)</div>"))
    #expect(document.publisher == nil)
  }

  @Test func theLabelGoesBeforeWhatStandsBesideTheDate() throws {
    let document = try Reading.document(
      Reading.page(
        head: "<title>全县工作稳步推进</title>", above: "<h1>全县工作稳步推进</h1><div>2021-03-05 县政府网 来源：县统计局</div>"))
    #expect(document.publisher == "县统计局")
  }
}
