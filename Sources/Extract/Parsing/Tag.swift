/// An element's name, as far as its meaning matters here.
enum Tag: UInt8 {
  /// A stretch of text, not an element.
  case text
  /// Any element that is not listed: it neither breaks a line nor means anything.
  case other
  case html, head, title, meta, base, link, body
  case div, p, br, hr, center, section, article, main, header, footer, nav, aside, address
  case figure, figcaption, details, summary, fieldset, legend
  case h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd, pre, blockquote
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case a, b, strong, span, font, time, sup
  case form, input, button, select, option, textarea, label
  case img, iframe, object, video, audio, svg, template, script, style, noscript

  private static let names: HashedNames<Tag> = {
    let listed: [(StaticString, Tag)] = [
      ("html", .html), ("head", .head), ("title", .title), ("meta", .meta), ("base", .base),
      ("link", .link), ("body", .body), ("div", .div), ("p", .p), ("br", .br), ("hr", .hr),
      ("center", .center), ("section", .section), ("article", .article), ("main", .main),
      ("header", .header), ("footer", .footer), ("nav", .nav), ("aside", .aside),
      ("address", .address), ("figure", .figure), ("figcaption", .figcaption), ("details", .details),
      ("summary", .summary), ("fieldset", .fieldset), ("legend", .legend), ("h1", .h1), ("h2", .h2),
      ("h3", .h3), ("h4", .h4), ("h5", .h5), ("h6", .h6), ("ul", .ul), ("ol", .ol), ("li", .li),
      ("dl", .dl), ("dt", .dt), ("dd", .dd), ("pre", .pre), ("blockquote", .blockquote),
      ("table", .table), ("caption", .caption), ("colgroup", .colgroup), ("col", .col),
      ("thead", .thead), ("tbody", .tbody), ("tfoot", .tfoot), ("tr", .tr), ("td", .td), ("th", .th),
      ("a", .a), ("b", .b), ("strong", .strong), ("span", .span), ("font", .font), ("time", .time),
      ("sup", .sup), ("form", .form), ("input", .input), ("button", .button), ("select", .select),
      ("option", .option), ("textarea", .textarea), ("label", .label), ("img", .img),
      ("iframe", .iframe), ("object", .object), ("video", .video), ("audio", .audio), ("svg", .svg),
      ("template", .template), ("script", .script), ("style", .style), ("noscript", .noscript),
    ]
    return HashedNames(listed.map { (key($0.0.utf8Start), $0.1) })
  }()

  /// The first eight bytes of a name; of the listed names those of ten bytes stay distinct in them.
  private static func key(_ name: UnsafePointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var index = 0
    while index < 8, name[index] != 0 {
      key |= UInt64(name[index].lowercased) << UInt64(index * 8)
      index += 1
    }
    return key
  }

  /// The tag of a name that ends with a zero byte.
  init(name: UnsafePointer<UInt8>) { self = Self.names[Self.key(name)] ?? .other }

  /// Whether a new line begins before it and behind it.
  var breaksLine: Bool {
    switch self {
    case .text, .other, .a, .b, .strong, .span, .font, .time, .sup, .input, .button, .label, .img, .iframe,
      .object, .video, .audio, .svg, .link, .meta, .base:
      false
    default: true
    }
  }

  /// Whether what is in it is never shown as text of the page.
  var hidesContent: Bool {
    switch self {
    case .head, .title, .select, .button, .textarea, .iframe, .object, .video, .audio, .svg, .template,
      .script,
      .style, .noscript:
      true
    default: false
    }
  }

  /// 1 to 6 for `h1` to `h6`.
  var headingLevel: Int? {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: Int(rawValue - Tag.h1.rawValue) + 1
    default: nil
    }
  }

  /// Whether an element of it can be the root of a main text.
  var holdsBlocks: Bool {
    switch self {
    case .body, .div, .center, .section, .article, .main, .td, .tr, .tbody, .table, .form, .dl, .dd, .ul, .ol,
      .li, .p, .span, .font, .fieldset, .blockquote, .pre, .header, .figure, .other:
      true
    default: false
    }
  }
}
