import Records
import Testing

@testable import Extract

@Suite struct DecodingTests {
  private func decoded(_ bytes: [UInt8], sent: String? = nil) -> (
    text: String, charset: Charset, findings: [Finding]
  ) {
    bytes.withUnsafeBufferPointer { buffer in
      let page = DecodedPage(buffer, sent: sent)
      let text = page.converted ?? Array(bytes[page.skipped...])
      return (String(decoding: text, as: UTF8.self), page.charset, page.findings)
    }
  }

  @Test func gb18030WithoutADeclaration() {
    // 县志 in two bytes each; 㐀 in four; 0x80 is the euro of cp936.
    let page = decoded([0xCF, 0xD8, 0xD6, 0xBE, 0x81, 0x39, 0xEE, 0x39, 0x80, 0x41])
    #expect(page.text == "县志㐀€A")
    #expect(page.charset == .gb18030)
    #expect(page.findings.isEmpty)
  }

  @Test func supplementaryPlane() {
    #expect(decoded([0x95, 0x32, 0x82, 0x36, 0xCF, 0xD8]).text == "𠀀县")
  }

  @Test(arguments: ["gb2312", "GBK", "gb_2312-80", "x-gbk", "cp936", "GB18030"])
  func everyNameOfGB(_ label: String) {
    // 镕 is in GBK and not in GB2312: read strictly, the page would end there.
    let page = decoded(Array("<meta charset=\(label)>".utf8) + [0xE9, 0x46, 0xCF, 0xD8])
    #expect(page.text == "<meta charset=\(label)>镕县")
    #expect(page.findings.isEmpty)
  }

  @Test func badBytesAreReplacedAndReadingGoesOn() {
    let page = decoded([0xCF, 0xD8, 0xFF, 0x3C, 0x70, 0x3E, 0xD6, 0xBE, 0xCF])
    #expect(page.text == "县\u{FFFD}<p>志\u{FFFD}")
    #expect(page.findings.map(\.code) == [.undecodableBytes])
    #expect(page.findings.first?.message.hasSuffix("the first at byte 2") == true)
  }

  @Test func aLeadByteDoesNotSwallowATag() {
    #expect(decoded([0xCF, 0xD8, 0xCF, 0x3C, 0x62, 0x3E]).text == "县\u{FFFD}<b>")
  }

  @Test func utf8UnderAWrongDeclaration() {
    let page = decoded(Array("<meta charset=gb2312>县志".utf8))
    #expect(page.text == "<meta charset=gb2312>县志")
    #expect(page.charset == .utf8)
    #expect(page.findings.map(\.code) == [.wrongCharset])
  }

  @Test func gbUnderAWrongDeclaration() {
    let page = decoded(Array("<meta charset=\"utf-8\">".utf8) + [0xCF, 0xD8, 0xD6, 0xBE])
    #expect(page.text == "<meta charset=\"utf-8\">县志")
    #expect(page.charset == .gb18030)
    #expect(page.findings.map(\.code) == [.wrongCharset])
  }

  @Test func damagedUTF8StaysUTF8() {
    let page = decoded(Array("全县各项工作稳步推进".utf8) + [0xE5, 0x8E] + Array("。县".utf8))
    #expect(page.text == "全县各项工作稳步推进\u{FFFD}。县")
    #expect(page.charset == .utf8)
    #expect(page.findings.map(\.code) == [.undecodableBytes])
  }

  @Test func byteOrderMarks() {
    #expect(decoded([0xEF, 0xBB, 0xBF] + Array("县".utf8)).text == "县")
    #expect(decoded([0xFF, 0xFE, 0xBF, 0x53, 0x41, 0x00]).text == "县A")
    #expect(decoded([0xFE, 0xFF, 0x53, 0xBF, 0x00, 0x41]).text == "县A")
  }

  @Test func big5WhereItIsDeclared() {
    let page = decoded(Array("<meta charset=big5>".utf8) + [0xBF, 0xA4, 0xA7, 0xD3])
    #expect(page.text == "<meta charset=big5>縣志")
    #expect(page.charset == .big5)
  }

  /// The same bytes are 縣志 in Big5 and other characters in GB18030: only a word tells.
  @Test func theServersWordIsBelievedWhereTheBytesCanBeThat() {
    let bytes: [UInt8] = [0xBF, 0xA4, 0xA7, 0xD3]
    #expect(decoded(bytes, sent: "big5").text == "縣志")
    #expect(decoded(bytes, sent: "big5").charset == .big5)
    #expect(decoded(bytes).charset == .gb18030)
    // Before that of the page.
    let page = decoded(Array("<meta charset=gbk>".utf8) + bytes, sent: "big5")
    #expect(page.text == "<meta charset=gbk>縣志")
    #expect(page.findings.map(\.message) == ["the page says gbk and is big5"])
    // A server that says what nobody reads says nothing.
    #expect(decoded(Array("<meta charset=big5>".utf8) + bytes, sent: "iso-8859-1").charset == .big5)
  }

  @Test func aServersWordThatCannotBeTrueIsToldAndNotBelieved() {
    let utf8 = decoded(Array("县志".utf8), sent: "gbk")
    #expect(utf8.text == "县志")
    #expect(utf8.findings.map(\.message) == ["the server says gbk and the page is utf-8"])
    let gb = decoded([0xCF, 0xD8, 0xD6, 0xBE], sent: "utf-8")
    #expect(gb.text == "县志")
    #expect(gb.findings.map(\.code) == [.wrongCharset])
    // A second byte of 0x85 is none of Big5.
    let bytes: [UInt8] = [0xCF, 0xD8, 0xB0, 0x85, 0xB1, 0x85, 0xB2, 0x85, 0xD6, 0xBE]
    #expect(decoded(bytes, sent: "big5").charset == .gb18030)
    // ASCII is all of them.
    #expect(decoded(Array("abc".utf8), sent: "gbk").findings.isEmpty)
  }
}
