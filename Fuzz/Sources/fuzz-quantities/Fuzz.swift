import FuzzDriver
import Quantities
import Records
import Vocabulary

/// Reads any text and holds what was read against what must be true of every annotation.
private enum Target {
  static let annotator: Annotator? = (try? Vocabulary.builtIn()).map { Annotator(vocabulary: $0) }
  static let published = Day(2022, 6, 29)

  /// Pieces that numbers and times are made of: an input whose first byte is odd is a row of them.
  static let pieces: [String] = [
    "0", "1", "2", "3", "5", "8", "9", "10", "12", "31", "2021", "99", "１", "２", "．", ".", ",", "，", "·", " ",
    "　", "一", "二", "两", "三",
    "四", "五", "七", "八", "九", "十", "百", "千", "万", "亿", "兆", "零", "〇", "廿", "卅", "半", "几", "数", "余", "多", "来",
    "点", "壹", "贰",
    "拾", "佰", "萬", "億", "负", "-", "—", "——", "~", "至", "到", "/", "：", ":", "∶", "%", "‰", "百分之", "分之", "又",
    "个", "名", "户", "人次",
    "元", "角", "分", "块", "毛", "亩", "平方米", "公里", "千米", "千瓦", "千瓦时", "吨", "斤", "两", "岁", "度", "成", "折", "番", "倍",
    "百分点", "公斤/亩",
    "元/吨", "每", "约", "近", "超过", "不足", "不低于", "不超过", "上", "以上", "以下", "左右", "（含）", "年", "月", "日", "号", "季度",
    "上半年", "今年", "去年",
    "本月", "年底", "截至", "期间", "“", "”", "《", "》", "十四五", "第", "位", "届", "$", "￥", "人民币", "a", "G", "km", "k",
    "w", "\n", "\t", "。", "，", "、",
    "；", "(", ")", "是", "的", "县", "增长", "三台县", "一心一意", "两委", "世纪", "年代", "民国", "近五年", "以来", "底", "初", "旬",
    "\u{00AD}", "𠀀", "é", "+", "×",
  ]

  static func text(_ bytes: [UInt8]) -> String {
    guard let first = bytes.first, first & 1 == 1 else { return String(decoding: bytes, as: UTF8.self) }
    return bytes.dropFirst().map { pieces[Int($0) % pieces.count] }.joined()
  }

  static func check(_ bytes: [UInt8]) {
    guard let annotator else { preconditionFailure("the built-in vocabulary is broken") }
    let text = text(bytes)
    let utf8 = Array(text.utf8)
    let annotation = annotator.annotate(text, published: bytes.count % 3 == 0 ? nil : published)
    var end = 0
    for quantity in annotation.quantities {
      precondition(quantity.span.start >= end && quantity.span.end <= utf8.count, "quantities overlap")
      precondition(onBoundary(quantity.span, utf8) && onBoundary(quantity.numeral, utf8), "a scalar is cut")
      precondition(quantity.span.contains(quantity.numeral), "a numeral lies outside of its quantity")
      precondition(!quantity.rules.isEmpty, "a quantity without rules")
      precondition(
        (quantity.relation == .range) == (quantity.value == nil), "a range has no value, all else has")
      if let low = quantity.low, let high = quantity.high {
        precondition(low.value <= high.value, "an interval is the wrong way round")
      }
      end = quantity.span.end
    }
    end = 0
    for mention in annotation.periods {
      precondition(mention.span.start >= end && mention.span.end <= utf8.count, "periods overlap")
      precondition(onBoundary(mention.span, utf8), "a scalar is cut")
      end = mention.span.end
    }
  }

  private static func onBoundary(_ span: ByteSpan, _ text: [UInt8]) -> Bool {
    [span.start, span.end].allSatisfy { $0 == text.count || text[$0] & 0xC0 != 0x80 }
  }
}

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Target.check(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}

/// What SwiftPM calls as the module's main.
@_cdecl("fuzz_quantities_main")
public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  drive(count, arguments, fuzzOne)
}
