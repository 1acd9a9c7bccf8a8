import Records

/// Reads: a telephone number (0856-6621234, 13800138000, 400-810-1234) or an identity number.
/// Yields: nothing; it gives the place behind it.
/// Refuses: its digits.
enum TelephoneNumber {
  static func end(_ text: Prose, _ numeral: Numeral) -> Int? {
    let (start, end) = (numeral.start, numeral.end)
    let digits = text.characters(start, run(text, start))
    if text.isAny("-－—", at: end) {
      let next = text.next(end)
      let behind = run(text, next)
      let count = text.characters(next, behind)
      if (digits == 3 || digits == 4) && (count == 7 || count == 8) { return behind }
      if digits == 3, count == 3 || count == 4, text.isAny("-－", at: behind) {
        return run(text, text.next(behind))
      }
      if isNamed(text, start) { return behind }
    }
    if text.bytes[start] == 0x31, digits == 11, numeral.value.exponent == 0, text.glyph(at: end) != .myriad {
      return end
    }
    if digits >= 15, numeral.value.exponent == 0 { return end }
    // 移动电话186部 counts telephones.
    if isNamed(text, start), !text.isAny("部门台户亿万", at: end) { return end }
    return text.bytes[start] == 0x30 && digits >= 3 && numeral.value.exponent == 0 ? end : nil
  }

  private static func run(_ text: Prose, _ start: Int) -> Int {
    var at = start
    while text.glyph(at: at).arabicDigit != nil { at = text.next(at) }
    return at
  }

  private static let names: WordList = [
    "电话：", "电话:", "电话", "热线：", "热线:", "热线", "传真：", "传真:", "手机：", "手机:", "手机号", "邮编：", "邮编:",
    "邮政编码：", "邮政编码:", "编号：", "编号:", "证号：", "证号:", "账号：", "账号:", "QQ：", "QQ:", "号码：", "号码:", "号码",
    "邮政编码", "邮编", "代码：", "代码:", "拨打", "备案号：", "备案号:", "订单号", "序号", "标识码：", "标识码:",
    "浏览次数：", "浏览次数:", "点击数：", "点击数:", "浏览量：", "浏览量:", "阅读：", "阅读:", "浏览：", "浏览:", "点击：", "点击:", "字号：",
  ]

  private static func isNamed(_ text: Prose, _ start: Int) -> Bool {
    let end = text.skippingSpaces(before: start)
    return text.isAny("：:话线号码打编", before: end) && text.start(ofAny: names, before: end) != nil
  }
}
