import Records
import Testing

/// A test for each rule of Units/.
@Suite struct UnitRuleTests {
  @Test func unitReader() throws {
    try expect("培训⟦3477人次⟧", "3477", unit: "人次", kind: .count, rule: "UnitReader")
    try expect("收入⟦11.09 亿元⟧", "1109000000", unit: "元", kind: .money, rule: "UnitReader")
    try expect("面积⟦3km²⟧", "3", unit: "km²", kind: .area, rule: "UnitReader")
    try expect("收入翻⟦两番⟧", "2", unit: "番", rule: "UnitReader")
    try expectNone("别有一番景致", "工业4.0升级加快")
    let area = try #require(try Reading.quantities("耕地4200亩").first)
    #expect(area.standardUnit == "m2" && area.standardValue == ExactDecimal(2_800_000) && area.isExact)
    let rounded = try #require(try Reading.quantities("耕地1亩").first)
    #expect(!rounded.isExact && rounded.standardValue == ExactDecimal("666.666666667"))
  }

  @Test func ambiguousUnit() throws {
    try expect("户均用电⟦300度⟧", "300", unit: "度", kind: .energy, rule: "AmbiguousUnit")
    try expect("气温达⟦38度⟧", "38", unit: "度", kind: .temperature, rule: "AmbiguousUnit")
    try expect("坡面倾斜⟦25度⟧", "25", unit: "度", rule: "AmbiguousUnit")
    try expect("隶属86科⟦214属⟧，", "214", unit: "属", kind: .count, rule: "AmbiguousUnit")
    try expect("有⟦12⟧属国家级", "12", unit: "", rule: "ArabicLiteral")
    try expect("室外⟦零下5度⟧", "-5", unit: "度", kind: .temperature, rule: "AmbiguousUnit")
    try expect("华氏⟦100度⟧", "100", unit: "度", kind: .temperature, rule: "AmbiguousUnit")
    try expect("考评得分⟦95分⟧", "95", unit: "分", rule: "AmbiguousUnit")
    try expect("覆盖⟦八成⟧农户", "8", unit: "成", kind: .share, rule: "AmbiguousUnit")
    try expect("白酒⟦三两⟧", "3", unit: "两", kind: .mass, rule: "AmbiguousUnit")
    try expect("全长⟦五里⟧", "5", unit: "里", kind: .length, rule: "AmbiguousUnit")
    try expect("土石⟦300方⟧", "300", unit: "方", kind: .volume, rule: "AmbiguousUnit")
    try expect("灯具⟦60瓦⟧", "60", unit: "瓦", kind: .power, rule: "AmbiguousUnit")
    try expect("由⟦14.63万⟧下降到", "146300", unit: "", rule: "ArabicLiteral")
    try expect("增加到⟦17.8亿度⟧", "1780000000", unit: "度", kind: .energy, rule: "AmbiguousUnit")
    try expect("限期⟦30日⟧内办结", "30", unit: "日", kind: .duration, rule: "AmbiguousUnit")
    try expectNone("两会精神", "一成不变", "四方协同", "一级科员", "三平台建设", "十分重视", "一度紧张", "五里桥")
  }

  @Test func compoundUnit() throws {
    try expect("亩产⟦600公斤/亩⟧", "600", unit: "公斤/亩", kind: .derived, rule: "UnitReader")
    try expect("密度⟦20株/平方米⟧", "20", unit: "株/平方米", kind: .derived, rule: "CompoundUnit")
    let cars = try #require(try Reading.quantities("保有量86辆/千人").first)
    #expect(cars.unit == "辆/千人" && cars.standardValue == ExactDecimal("0.086"))
    let yield = try #require(try Reading.quantities("产量6吨/公顷").first)
    #expect(yield.standardUnit == "kg/m2" && yield.standardValue == ExactDecimal("0.6"))
  }

  @Test func perUnit() throws {
    try expect("时速⟦每小时十公里⟧", "10", unit: "公里/小时", kind: .derived, rule: "PerUnit")
    try expect("收购价⟦每公斤5元⟧", "5", unit: "元/公斤", kind: .derived, rule: "PerUnit")
    try expect(
      "补偿⟦每亩不低于800元⟧", "800", low: "800", relation: .greaterOrEqual, unit: "元/亩", kind: .derived,
      rule: "PerUnit")
    try expect("售价⟦每公斤约5元⟧", "5", relation: .approximate, unit: "元/公斤", kind: .derived, rule: "PerUnit")
    try expect("每亩增收⟦300元⟧", "300", unit: "元", kind: .money, rule: "UnitReader")
  }

  @Test func fractionUnit() throws {
    try expect("分得⟦四分之三亩⟧水田", "0.75", unit: "亩", rule: "FractionUnit")
    try expect("合⟦2000/3平方米⟧", "666.666666667", unit: "平方米", rule: "FractionUnit")
    try expect("饮水⟦四分一升⟧", "0.25", unit: "升", rule: "FractionUnit")
    try expect("⟦三分之一⟧个县", "0.333333333333", unit: "", kind: .share, rule: "Fractions")
    try expect("占比⟦百分之三⟧", "3", unit: "%", kind: .share, rule: "Fractions")
    #expect(try Reading.quantities("白菜五分一斤").allSatisfy { !$0.rules.contains("Fractions") })
    try expect("⟦三分之一⟧年级学生", "0.333333333333", unit: "", kind: .share, rule: "Fractions")
    #expect(try Reading.quantities("用时三分二秒").allSatisfy { !$0.rules.contains("Fractions") })
  }

  @Test func halfUnit() throws {
    try expect("面积⟦三亩半⟧", "3.5", unit: "亩", rule: "HalfUnit")
    try expect("用时⟦两个半小时⟧", "2.5", unit: "小时", rule: "HalfUnit")
    try expect("用时⟦两个半月⟧", "2.5", unit: "个月", rule: "HalfUnit")
    try expect("下降⟦两个半百分点⟧", "2.5", unit: "百分点", rule: "HalfUnit")
    try expect("重⟦半斤⟧", "0.5", unit: "斤", rule: "HalfUnit")
    try expectNone("服务半径", "半山腰上", "发布半年度报告", "没有半分田", "不花半分钱")
    try expect("用时⟦半分钟⟧", "0.5", unit: "分钟", rule: "HalfUnit")
  }

  @Test func tenthsBehindATenth() throws {
    try expect("占比⟦三成五⟧，", "3.5", unit: "成", kind: .share, rule: "HalfUnit")
    try expect("占比⟦三五成⟧", low: "3", high: "5", relation: .range, unit: "成", rule: "NumeralReader")
  }

  @Test func overUnit() throws {
    try expect("历时⟦两个多小时⟧", "2", low: "2", high: "3", relation: .greater, unit: "小时", rule: "OverUnit")
    try expect("历时⟦三个多月⟧", "3", low: "3", high: "4", relation: .greater, unit: "个月", rule: "OverUnit")
    try expectNone("是一个多民族聚居区")
  }

  @Test func mixedUnits() throws {
    try expect("用时⟦两小时三十分⟧", "2.5", unit: "小时", rule: "MixedUnits")
    try expect("重⟦3斤5两⟧", "3.5", unit: "斤", rule: "MixedUnits")
    try expect("有地⟦3亩5分⟧", "3.5", unit: "亩", rule: "MixedUnits")
    try expect("用时⟦3小时20分⟧", "200", unit: "分钟", rule: "MixedUnits")
    try expect("成绩⟦2小时15分30秒⟧", "8130", unit: "秒", rule: "MixedUnits")
    #expect(try Reading.quantities("3户5人").count == 2)
    #expect(try Reading.quantities("历时3年5个月20天").map(\.unit) == ["年", "个月", "天"])
  }

  @Test func hundredMillions() throws {
    try expect("投资⟦1.1个亿⟧", "110000000", rule: "HundredMillions")
    try expect("达到⟦3.5个亿元⟧", "350000000", unit: "元", kind: .money, rule: "HundredMillions")
    try expect("营收⟦三个亿⟧，", "300000000", rule: "HundredMillions")
    try expect("培育⟦3个⟧亿元产业", "3", unit: "个", rule: "UnitReader")
    try expect("提高⟦1.1个百分点⟧", "1.1", unit: "百分点", kind: .share, rule: "UnitReader")
  }

  @Test func wordsThatLookLikeUnits() throws {
    try expect("平均气温⟦16°⟧", "16", unit: "°", kind: .temperature, rule: "AmbiguousUnit")
    try expect("坡度⟦25°⟧", "25", unit: "°", kind: .derived, rule: "AmbiguousUnit")
    try expectNone("东、南、北三方", "六股河流域", "游五道峡", "四门楼水库")
    try expect("修筑⟦三道⟧拦河堤", "3", unit: "道", rule: "AmbiguousUnit")
    try expect("挖⟦三方⟧土", "3", unit: "方", rule: "AmbiguousUnit")
  }
}
