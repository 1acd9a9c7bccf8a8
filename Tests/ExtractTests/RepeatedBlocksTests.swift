import Extract
import Records
import Testing

@Suite struct RepeatedBlocksTests {
  private static let table =
    "<p>单位：吨</p><table><tr><td>指标</td><td>产量</td></tr><tr><td>粮食</td><td>12</td></tr><tr><td>油料</td><td>3</td></tr></table>"

  private func document(_ source: String, _ text: String, last: String) throws -> Document {
    let html = "<body><p>\(text)，群众拍手称快。</p>\(Self.table)<p>\(last)</p></body>"
    return try Reading.extractor.get().document(
      from: Page(id: source, source: source, bytes: Array(html.utf8)))
  }

  private func batch() throws -> [Document] {
    try (1...4).map {
      try document("http://a.example/\($0).html", "全县办成第\($0)件实事", last: "本文由某县融媒体矩阵统一推送给各位用户。")
    }
      + [try document("http://b.example/1.html", "全县办成一件实事", last: "本文由某县融媒体矩阵统一推送给各位用户。")]
  }

  @Test func whatASiteRepeatsGoes() throws {
    let documents = try batch()
    var blocks = RepeatedBlocks()
    for document in documents { blocks.count(document) }
    let cleaned = blocks.removing(from: documents[1])
    #expect(cleaned.text == "全县办成第2件实事，群众拍手称快。\n单位：吨\n指标\t产量\n粮食\t12\n油料\t3")
    #expect(cleaned.findings.map(\.code) == [.repeatedBlock])
    let text = Array(cleaned.text.utf8)
    let cell = try #require(cleaned.tables.first?.cells.last)
    #expect(String(decoding: text[cell.span.start..<cell.span.end], as: UTF8.self) == "3")
  }

  /// Mirrors lay pages out in folders below one that is called like the host.
  @Test(arguments: [
    ("mirror/www.example.gov.cn/2021/", true), ("https://www.example.gov.cn/2021/", true),
    ("pages/2021.3/", false),
    ("../", false),
  ])
  func aSiteMayHaveFolders(_ folder: String, _ isOne: Bool) throws {
    let documents = try (1...4).map { number in
      try document(
        "\(folder)\(number)/a.html", "全县办成第\(number)件实事", last: "本文由某县融媒体矩阵统一推送给各位用户。")
    }
    var blocks = RepeatedBlocks()
    for document in documents { blocks.count(document) }
    #expect(blocks.removing(from: documents[0]).text.contains("融媒体") == !isOne)
  }

  @Test func anotherSiteKeepsIt() throws {
    let documents = try batch()
    var blocks = RepeatedBlocks()
    for document in documents { blocks.count(document) }
    #expect(blocks.removing(from: documents[4]).text == documents[4].text)
  }

  /// Copies of one article, found under several addresses, keep their text.
  @Test func copiesOfAnArticleKeepTheirText() throws {
    let titled = try (1...4).map { number in
      var document = try document(
        "http://a.example/\(number).html", "全县办成一件实事", last: number == 3 ? "完" : "本文由某县融媒体矩阵统一推送给各位用户。")
      document.title = "一件实事"
      return document
    }
    let untitled = try (1...4).map { number in
      try document(
        "http://a.example/\(number).html", String(repeating: "全县办成一件实事，", count: 9) + "善作善成",
        last: "第\(number)次转载自某县融媒体矩阵。")
    }
    for documents in [titled, untitled] {
      var blocks = RepeatedBlocks()
      for document in documents { blocks.count(document) }
      for document in documents {
        #expect(blocks.removing(from: document).text == document.text)
      }
    }
  }

  @Test func twoPagesAreNotMany() throws {
    let documents = try batch()
    var blocks = RepeatedBlocks()
    for document in documents.prefix(2) { blocks.count(document) }
    #expect(blocks.removing(from: documents[0]).text == documents[0].text)
  }

  /// Of more articles than are counted a sample is, whatever their order.
  @Test func theOrderDoesNotMatter() throws {
    let documents = try (1...1100).map { number in
      try document(
        "http://a.example/\(number).html", "全县办成第\(number)件实事",
        last: number % 20 < 14 ? "本文由某县融媒体矩阵统一推送给各位用户。" : "第\(number)号读者来信摘登于此，谢谢支持。")
    }
    var (forward, backward) = (RepeatedBlocks(), RepeatedBlocks())
    for document in documents { forward.count(document) }
    for document in documents.reversed() { backward.count(document) }
    let cleaned = documents.map { forward.removing(from: $0).text }
    #expect(cleaned == documents.map { backward.removing(from: $0).text })
    #expect(cleaned.count { $0.contains("融媒体") } == 0)
  }
}
