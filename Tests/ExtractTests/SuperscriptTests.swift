import Records
import Testing

@testable import Extract

@Suite struct SuperscriptTests {
  @Test(arguments: [
    ("国内生产总值<sup>1</sup>188.42亿元", "国内生产总值[1]188.42亿元"),
    ("国内生产总值<sup>[12]</sup>188.42亿元", "国内生产总值[12]188.42亿元"),
    ("面积500m<sup>2</sup>", "面积500m²"), ("共5.2×10<sup>4</sup>公顷", "共5.2×10⁴公顷"),
    ("第5<sup>th</sup>届", "第5th届"),
  ])
  func stayApartFromNumbers(_ html: String, _ text: String) throws {
    let document = try Reading.document(Reading.page(body: "<p>\(html)，比上年有所增长。</p>"))
    #expect(document.text.contains("\n\(text)，比上年有所增长。\n"))
  }
}
