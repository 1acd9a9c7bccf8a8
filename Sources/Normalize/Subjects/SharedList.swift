internal import Records
internal import Vocabulary

/// Numbers joined by 、 are dealt out to as many nouns joined the same way: 一、二、三产业分别增长4%、5%和6%.
///
/// Reads: the nouns before a group of numbers, one for each; without nouns the list that was dealt out last, or behind 分别, and for rates of
/// change and rises without it, as many of the sentence's levels; a noun that measures, behind such a list and before 分别 (亩产分别为380公斤、437公斤); 城乡居民收入 and 三次产业比, which name two and three.
/// Yields: a subject for each number; what the last noun says for all is added to the others (存、贷款余额: 存款余额, 贷款余额).
/// Refuses: lists of another length than the group; then all numbers are about the list as a whole.
enum SharedList {
  static func read(_ site: Site, _ reading: MeasureReading, count: Int) -> [Subject]? {
    // 比全省（7%）和全国（6%）分别高0.5、1.2个百分点: one thing against two wholes.
    guard count > 1, !(reading.measure == .difference && reading.isAboutBefore) else { return nil }
    // 分别高于全国、全省7.4、3.8个百分点: the same.
    if reading.measure == .difference, wholes(site) == count { return nil }
    if let counted = counted(site, count) { return counted }
    guard
      let run = site.run(before: reading.subject.upperBound, from: reading.subject.lowerBound)
    else {
      if site.discourse.list.count == count {
        return reading.rule == "Contribution" ? contributors(site.discourse.list) : site.discourse.list
      }
      // A 410公斤，B 2300元，比上年增长3%和6.5%: two rates of one thing there are none.
      // Nor are two rises in one unit: 存款939亿元、贷款623亿元，比上年增加52亿元和30亿元.
      let isRise =
        reading.measure == .change
        && site.discourse.levels.allSatisfy { $0.unit.isSame(site.quantity.unit) }
      let isOfEach =
        (reading.measure == .changeRate || isRise) && site.discourse.levels.count == count
        && site.discourse.last?.measure == .level
      let isDealt = isOfEach || site.left.contains { isDealing(site, $0) }
      // A增长4%，B增长5%，增速分别提高1和2个百分点: what was said of each need not be a level.
      let isOfRates = site.quantity.unit.is("百分点") && site.discourse.last?.measure != .level
      let said = isOfRates ? site.discourse.statements : site.discourse.levels
      return isDealt && said.count >= count ? said.suffix(count).map(\.subject) : nil
    }
    if let measured = measured(site, run, count) ?? contributed(site, run, count) { return measured }
    if count == 2, let pair = townAndCountry(site, run) ?? depositsAndLoans(site, run) { return pair }
    if let three = sectorsNamed(site, run, count) { return three }
    if reading.rule == "RatioParts", let three = sectors(site, run, count) { return three }
    var items = items(of: run, site)
    if items.count < count, site.left.contains(where: { isDealing(site, $0) }) {
      items = itemsBefore(run, site, wanted: count - items.count) + items
    }
    // 批发和零售业、住宿和餐饮业、金融业: 和 is a piece of their names.
    if items.count > count { items = self.items(of: run, site, joins: false) }
    guard items.count == count, let last = items.last else { return nil }
    let tail = site.subject(last)
    let measure = measure(last, site)
    let names = items.map { item in
      // 游览人数和门票收入: each has its own measure.
      let isWhole = item == last || (item.count > 1 && isMeasure(site.tokens[item.upperBound - 1].kind))
      return isWhole ? site.subject(item) : full(site.subject(item), like: tail, measure)
    }.map(spelledOut)
    // 第一、二、三产业: 第 is said once.
    guard names[0].label.begins(with: "第"), !tail.label.begins(with: "第") else { return names }
    return names.map { name in
      if name.label.begins(with: "第") { return name }
      let label = "第" + name.label
      return Subject(label, stem: label.ends(with: "产业") ? label : "第" + name.stem)
    }
  }

  /// 第一产业 of 第一产业对经济增长的贡献率: what contributes, not its rate.
  private static func contributors(_ list: [Subject]) -> [Subject] {
    list.map { rate in
      guard rate.label.ends(with: "贡献率"), rate.label.holds("对") else { return rate }
      return Subject(String(String.UnicodeScalarView(rate.label.unicodeScalars.prefix { $0 != "对" })))
    }
  }

  /// How many wholes stand before the number, which what was said is compared with.
  private static func wholes(_ site: Site) -> Int {
    site.left.count { site.tokens[$0].kind == .word(.scope) || site.tokens[$0].kind == .place }
  }

  /// The parts of a run that 、 and 和 join.
  ///
  /// - Parameter joins: whether 和 parts two names too, or is a piece of one.
  private static func items(of run: Range<Int>, _ site: Site, joins: Bool = true) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = run.lowerBound
    for index in run
    where site.tokens[index].kind == .pause || (joins && site.tokens[index].kind == .word(.joint)) {
      if start < index { items.append(start..<index) }
      start = index + 1
    }
    if start < run.upperBound { items.append(start..<run.upperBound) }
    return items
  }

  /// 采矿业，制造业，供应业分别增长…: names that commas part, each a clause of its own.
  private static func itemsBefore(_ run: Range<Int>, _ site: Site, wanted: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    guard run.lowerBound == site.clause.lowerBound else { return [] }
    var end = site.clause.lowerBound - 1
    while items.count < wanted, end > 0, site.tokens[end].kind == .comma {
      var start = end
      while start > 0, site.tokens[start - 1].kind.isNominal { start -= 1 }
      guard start < end, start == 0 || site.tokens[start - 1].kind.endsClause else { break }
      items.insert(start..<end, at: 0)
      end = start - 1
    }
    return items.count == wanted ? items : []
  }

  /// 粮食、秋粮播种面积分别为…，亩产分别为…: the noun measures what the list before dealt out; 甲类、乙类分别实现零售额…:
  /// or what stands before its verb.
  private static func measured(_ site: Site, _ run: Range<Int>, _ count: Int) -> [Subject]? {
    guard run.count == 1, site.left.contains(where: { isDealing(site, $0) }) else { return nil }
    let noun = site.subject(run)
    guard noun.need == .owner, !noun.isDeed else { return nil }
    if run.lowerBound > site.left.lowerBound,
      let owners = site.run(before: run.lowerBound, from: site.left.lowerBound)
    {
      let items = items(of: owners, site)
      return items.count == count ? items.map { noun.of(site.subject($0)) } : nil
    }
    return site.discourse.list.count == count ? site.discourse.list.map { noun.of($0) } : nil
  }

  /// 第一、二、三产业分别拉动1、2、3个百分点，对经济增长的贡献率分别为…: those of the list before.
  private static func contributed(_ site: Site, _ run: Range<Int>, _ count: Int) -> [Subject]? {
    let label = site.label(run)
    guard site.discourse.list.count == count, label.ends(with: "贡献率"),
      site.left.contains(where: { isDealing(site, $0) }),
      site.text.has("对", at: site.tokens[site.left.lowerBound].span.start)
        || site.text.has("对", at: site.tokens[run.lowerBound].span.start)
    else { return nil }
    let rate = label.begins(with: "对") ? label : "对" + label
    return site.discourse.list.map { owner in
      let whose = owner.stem.isEmpty || owner.label.ends(with: "产业") ? owner.label : owner.stem
      return Subject(whose + rate, stem: whose)
    }
  }

  /// 四项收入占比分别为…: a number that counts as many as were said right before.
  private static func counted(_ site: Site, _ count: Int) -> [Subject]? {
    guard site.left.contains(where: { isDealing(site, $0) }),
      (site.clause.lowerBound..<site.index).contains(where: { site.tokens[$0].kind == .quantity }),
      let last = site.discourse.last, last.value == ExactDecimal(count),
      last.unit.isOne(of: ["项", "类", "种", "大"])
    else { return nil }
    let said =
      site.discourse.levels.count > count
      ? site.discourse.levels.dropLast() : site.discourse.levelsBefore[...]
    return said.count >= count ? said.suffix(count).map(\.subject) : nil
  }

  /// 分别, or a word that begins with it: 分别占.
  private static func isDealing(_ site: Site, _ index: Int) -> Bool {
    site.tokens[index].kind == .word(.respectively) || site.text.has("分别", at: site.tokens[index].span.start)
      || site.text.has("依次", at: site.tokens[index].span.start)
  }

  /// 城乡居民人均可支配收入 names two: that of 城镇居民 and that of 农村居民.
  private static func townAndCountry(_ site: Site, _ run: Range<Int>) -> [Subject]? {
    let label = site.label(run)
    guard label.begins(with: "城乡"), label.holds("居民") else { return nil }
    let rest = String(label.unicodeScalars.dropFirst(2))
    return [Subject("城镇" + rest), Subject("农村" + rest)]
  }

  /// 各项存贷款余额 names two.
  private static func depositsAndLoans(_ site: Site, _ run: Range<Int>) -> [Subject]? {
    let label = Array(site.label(run).unicodeScalars)
    let both = Array("存贷款".unicodeScalars)
    guard label.count > 3, let at = (0...label.count - 3).first(where: { Array(label[$0..<$0 + 3]) == both })
    else {
      return nil
    }
    return ["存款", "贷款"].map { name in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: label[..<at])
      words.append(contentsOf: name.unicodeScalars)
      words.append(contentsOf: label[(at + 3)...])
      return Subject(String(words))
    }
  }

  /// 三次产业对经济增长的贡献率分别为: what is said of the three is said of each.
  private static func sectorsNamed(_ site: Site, _ run: Range<Int>, _ count: Int) -> [Subject]? {
    let label = site.label(run)
    let isDealt = site.left.contains { isDealing(site, $0) }
    guard count == 3, label.begins(with: "三次产业"),
      label.unicodeScalars.count > 8 || label.begins(with: "三次产业增加值") || label.is("三次产业") && isDealt
    else { return nil }
    let rest = String(label.unicodeScalars.dropFirst(4))
    return ["第一产业", "第二产业", "第三产业"].map { Subject($0 + rest, stem: $0) }
  }

  /// 三次产业比 names its three parts without a list.
  private static func sectors(_ site: Site, _ run: Range<Int>, _ count: Int) -> [Subject]? {
    let label = site.label(run)
    guard count == 3,
      label.holds("三次产业") || label.holds("三产业") || label.holds("一二三产业") || label.holds("三产结构")
        || label.holds("产业结构") || label.holds("三产比") || label.hasPrefix("三产投资")
    else { return nil }
    let measure = label.holds("投资") ? "投资比重" : "增加值比重"
    return ["第一产业", "第二产业", "第三产业"].map { Subject($0 + measure, stem: $0) }
  }

  /// 城、乡居民 are 城镇居民 and 农村居民, 一、二产业 第一产业 and 第二产业.
  private static func spelledOut(_ subject: Subject) -> Subject {
    for (short, long) in [
      ("城居民", "城镇居民"), ("乡居民", "农村居民"), ("一产业", "第一产业"), ("二产业", "第二产业"), ("三产业", "第三产业"),
    ] where subject.label.begins(with: short) {
      return Subject(long + subject.label.dropFirst(short.count))
    }
    return subject
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    "一二三四五六七八九十ⅠⅡⅢⅣ".unicodeScalars.contains(scalar)
  }

  /// The word at the end of the list's last name that says what of it is measured: 产量, 出栏.
  private static func measure(_ last: Range<Int>, _ site: Site) -> String {
    guard last.count > 1, let tail = last.last, isMeasure(site.tokens[tail].kind) else { return "" }
    return site.text.string(site.tokens[tail].span)
  }

  private static func isMeasure(_ kind: TokenKind) -> Bool {
    kind == .word(.relational) || kind == .word(.act)
  }

  /// The name with what the list's last name says for all.
  private static func full(_ item: Subject, like tail: Subject, _ measure: String) -> Subject {
    // 0—14岁、60岁及以上人口: each bound is one of what the last one bounds.
    if item.isCondition, !tail.core.isEmpty, tail.core != tail.label {
      var bound = item
      (bound.label, bound.isCondition) = (item.label + tail.core, false)
      return bound
    }
    let (own, whole) = (Array(item.label.unicodeScalars), Array(tail.label.unicodeScalars))
    guard let end = own.last, let tailEnd = whole.last, end != tailEnd else { return item }
    // 机器人、载货汽车产量; 猪、牛、家禽出栏: what measures the last one measures each.
    if !measure.isEmpty, !isNumeral(end), whole.count < 2 || whole[1] != "款" {
      return Subject(item.label + measure, stem: item.label)
    }
    // 汽车、电子信息产业: what sort of thing the last one is, each is.
    for sort in ["产业", "行业"] where tail.label.ends(with: sort) && own.count > 1 && !isNumeral(end) {
      return Subject(item.label + sort, stem: item.label)
    }
    // 存 of 全县存、贷款余额 leaves off what is longer than one character in 贷款余额 too.
    let isShort = own.count >= whole.count || own.count == 1 || isNumeral(end)
    // 第二、第三产业: each has its own 第.
    let isOrdinal = own.first == "第" && whole.first == "第"
    let dropped = isShort && !isOrdinal ? 1 : own.count
    guard dropped < whole.count else { return item }
    var label = String.UnicodeScalarView()
    label.append(contentsOf: own)
    label.append(contentsOf: whole[dropped...])
    // 第一产业 is whose something is, not 第一.
    let isSector = isNumeral(end) && tail.label.ends(with: "产业")
    return Subject(String(label), stem: isSector ? String(label) : item.label)
  }
}
