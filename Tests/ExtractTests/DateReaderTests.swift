import Records
import Testing

@testable import Extract

@Suite struct DateReaderTests {
  private func first(_ text: String) -> (day: Day, surface: String)? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      DateReader(buffer).first(in: 0..<buffer.count).map {
        ($0.day, String(decoding: buffer[$0.range], as: UTF8.self))
      }
    }
  }

  @Test(arguments: [
    ("发布时间：⟦2021年03月05日⟧ 10:20", "2021-03-05"), ("⟦2021-3-5⟧", "2021-03-05"),
    ("⟦2021/03/05⟧ 10:20", "2021-03-05"),
    ("⟦2021.3.5⟧", "2021-03-05"), ("⟦2021 年 3 月 5 日⟧", "2021-03-05"), ("⟦２０２１年３月５日⟧", "2021-03-05"),
    ("⟦二〇二一年三月五日⟧", "2021-03-05"), ("⟦二○一一年十二月二十三日⟧", "2011-12-23"), ("⟦二零二一年十月三十日⟧", "2021-10-30"),
    ("⟦20210305⟧", "2021-03-05"), ("发布于⟦2021-03-05⟧08:30:00", "2021-03-05"),
    ("第5期 ⟦2021-03-05⟧", "2021-03-05"),
    ("⟦9/17/2004⟧ 5:54:13 AM", "2004-09-17"), ("⟦17/9/2004⟧", "2004-09-17"), ("⟦5/5/2004⟧", "2004-05-05"),
  ])
  func reads(_ drawn: String, _ iso: String) throws {
    let text = drawn.filter { $0 != "⟦" && $0 != "⟧" }
    let surface = try #require(drawn.split(separator: "⟦").last?.split(separator: "⟧").first)
    let found = try #require(first(text))
    #expect(found.day.description == iso)
    #expect(found.surface == surface)
  }

  @Test(arguments: [
    "2021年3月", "3月5日", "2021-13-05", "2021-02-30", "1889-03-05", "05-03-21", "9/7/2004", "电话 0856-1234567",
    "邮编 554400", "120210305", "2021-3-512", "1.2.3.4", "第二十三次",
  ])
  func refuses(_ text: String) {
    #expect(first(text) == nil)
  }
}
