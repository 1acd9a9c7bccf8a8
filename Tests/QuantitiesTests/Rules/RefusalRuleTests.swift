import Records
import Testing

/// A test for each rule of Refusals/.
@Suite struct RefusalRuleTests {
  @Test func enumerator() throws {
    try expectNone("一是抓培训", "（三）强化保障", "1.总则", "2、任务", "(1)范围", "其二，人才短缺", "表1 指标", "一来方便群众")
    #expect(try Reading.quantities("1.5亿元").count == 1)
    #expect(try Reading.quantities("建成1、2号桥").count <= 2)
  }

  @Test func captionsWithinASentence() throws {
    try expectNone("变化趋势由图1可知", "数据列于表2，供参考", "口径同注1。", "以附件3为准")
    try expect("选出人大代表⟦12名⟧", "12", unit: "名", rule: "UnitReader")
    try expect("绘制地图⟦3张⟧", "3", unit: "张", rule: "UnitReader")
  }

  @Test func pagination() throws {
    try expectNone("共 12 页", "第1页 共12页", "第3页/共8页")
    try expect("该书2020年出版，共⟦320页⟧", "320", unit: "页", rule: "UnitReader")
    try expect("全书共⟦320页⟧", "320", unit: "页", rule: "UnitReader")
  }

  @Test func roundTheClock() throws {
    try expectNone("实行24小时值守", "24小时营业", "自助服务区24小时开放")
    try expect("⟦24小时⟧内办结", "24", unit: "小时", rule: "UnitReader")
    try expect("停电⟦24小时⟧", "24", unit: "小时", rule: "UnitReader")
    try expect("⟦24小时⟧平均浓度", "24", unit: "小时", rule: "UnitReader")
    try expect("历时⟦24小时⟧", "24", unit: "小时", rule: "UnitReader")
    try expect("⟦24小时⟧降雨量居全市首位", "24", unit: "小时", rule: "UnitReader")
  }

  @Test func policyArticles() throws {
    try expectNone("认真落实二十条，释放政策红利", "围绕三十条的要求", "新二十条的出台")
    try expect("出台⟦二十条⟧措施", "20", unit: "条", rule: "UnitReader")
    try expect("更新⟦二十条⟧，", "20", unit: "条", rule: "UnitReader")
    try expect("提出意见建议⟦二十条⟧，", "20", unit: "条", rule: "UnitReader")
  }

  @Test func documentNumber() throws {
    try expectNone("国发〔2021〕12号", "位于128号", "303国道", "住3栋2单元501室", "世界500强")
    try expect("建成⟦186栋⟧住宅", "186", unit: "栋", rule: "UnitReader")
  }

  @Test func telephoneNumber() throws {
    try expectNone("电话0856-6621234", "13800138000", "400-810-1234", "邮编：554400", "浏览次数：2356")
    #expect(try Reading.quantities("产值13800138000元").count <= 1)
  }

  @Test func codeNumber() throws {
    try expectNone("沿G56行驶", "5A级景区", "4K电视", "第2.2.1节", "林+N", "1+2+6格局", "5+2工作法", "PM2.5浓度", "批次号20211025")
    try expect("累计GDP⟦3.1千万⟧", "31000000", rule: "ArabicLiteral")
    try expect("实现GDP⟦123.4亿元⟧", "12340000000", unit: "元", rule: "ArabicLiteral")
  }

  @Test func clockTime() throws {
    try expectNone("上午9点开会", "8时30分开会", "十点半结束", "凌晨2时许")
  }

  @Test func quotedName() throws {
    try expectNone("落实“五个划转”", "建强“三支队伍”", "“5个100工程”", "“1123”思路")
    try expect("增速为“⟦8.5%⟧”", "8.5", unit: "%", rule: "UnitReader")
  }

  @Test func titlesHoldNoQuantities() throws {
    try expectNone("《三年行动计划》", "《支持发展二十条》")
  }

  @Test func webAddress() throws {
    try expectNone("见http://www.gov.cn/2021-03/13/content_55926.htm", "发至zhang2021@163.com")
  }

  @Test func numeralNames() throws {
    try expectNone("三台县", "统一部署", "四川省", "大陆市场", "队伍建设", "千方百计", "六盘水市", "两委班子")
    try expect("全长⟦三公里⟧", "3", unit: "公里", rule: "UnitReader")
  }

  @Test func determiner() throws {
    try expectNone("新一届班子", "这是一所学校", "每一个环节", "二期工程", "二次会议")
    try expect("建成⟦一所⟧学校", "1", unit: "所", rule: "UnitReader")
  }

  @Test func wordBoundary() throws {
    try expectNone("一位于县城的工厂", "三条件审查")
  }

  @Test func evidence() throws {
    try expectNone("百姓", "万众", "十一黄金周", "五四运动", "县里一边建设")
    try expect("常住人口⟦766579⟧，", "766579", unit: "", kind: .number, rule: "ArabicLiteral")
    try expect("⟦十⟧", "10", rule: "NumeralReader")
  }

  @Test func truncation() throws {
    let annotation = try Reading.annotate("完成投资28.亿元")
    #expect(annotation.quantities.isEmpty)
    #expect(annotation.findings.map(\.code) == [.truncatedNumber])
  }

  @Test func numbersBehindWhatCouldNotBeDecoded() throws {
    for spoilt in ["增加值?8.95亿元，", "增加值\u{FFFD}8.95亿元，", "人口\u{FFFD}5300人"] {
      let annotation = try Reading.annotate(spoilt)
      #expect(annotation.quantities.isEmpty, "\(spoilt)")
      #expect(annotation.findings.map(\.code) == [.truncatedNumber], "\(spoilt)")
    }
    #expect(try Reading.quantities("好不好? 8.95亿元").count == 1)
  }

  @Test func brokenNumber() throws {
    for broken in [
      "实现增加值38 6亿元", "在校生3 450人", "全镇 3 450 人", "新建学校7 125.5平方米", "补助资金15 600万元",
      "实现GDP21 460万元", "实现GDP 21 460万元",
    ] {
      let annotation = try Reading.annotate(broken)
      #expect(annotation.quantities.isEmpty, "\(broken)")
      #expect(annotation.findings.map(\.code) == [.truncatedNumber], "\(broken)")
    }
    try expect("新增⟦3 450人⟧", "3450", unit: "人", rule: "ArabicLiteral")
    #expect(try Reading.quantities("G60 85公里").map(\.unit) == ["公里"])
    #expect(try Reading.annotate("见表3 2020年产量").findings.isEmpty)
    #expect(try Reading.quantities("男生62人 女生58人").count == 2)
  }

  @Test func sideBySide() throws {
    for spoilt in ["产量五八万吨", "共四三千户", "完成九百六三十套", "约占百分之二八十"] {
      let annotation = try Reading.annotate(spoilt)
      #expect(annotation.quantities.isEmpty, "\(spoilt)")
      #expect(annotation.findings.map(\.code) == [.truncatedNumber], "\(spoilt)")
    }
    try expect(
      "产量⟦五六万吨⟧", low: "50000", high: "60000", relation: .range, unit: "吨", rule: "UnitReader")
  }
}
