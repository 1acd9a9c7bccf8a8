import Records
import Testing

/// Lines that were broken to a width are one paragraph; lines that are lines stay.
@Suite struct WrappedParagraphsTests {
  private static let first =
    "全县春耕备耕工作扎实推进。截至三月底，各乡镇已整地十二万亩，调运良种三百五十吨，储备化肥4200吨。农技人员分片包干，走村入户讲解育秧技术，手把手教农户用好农机。"
  private static let second = "水利部门抓紧检修渠道，已疏浚主干渠35.6公里，修复提灌站十一座。灌区的水稻可望按时栽插，旱地改种玉米和高粱，农户的收入将比上年有所增加。"

  /// The text in lines of `width` columns, a character of Chinese two wide.
  private static func lines(_ text: String, _ width: Int) -> [String] {
    var lines = [""]
    var column = 0
    for character in text {
      let size = character.isASCII ? 1 : 2
      if column + size > width {
        lines.append("")
        column = 0
      }
      lines[lines.count - 1].append(character)
      column += size
    }
    return lines
  }

  private func text(_ body: String) throws -> [String] {
    let document = try Reading.document(
      "<title>春耕</title><body><h1>春耕</h1><p>发布时间：2021-03-05</p><div class=wz_main>\(body)</div></body>")
    let bytes = Array(document.text.utf8)
    let blocks = document.blocks.map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
    #expect(blocks.joined(separator: "\n") == document.text)
    return blocks
  }

  private func paragraphs(_ lines: [String]) -> String {
    lines.map { "<p>\($0)</p>" }.joined(separator: "\n")
  }

  @Test(arguments: [40, 46, 52, 60])
  func aLineForEachParagraph(_ width: Int) throws {
    let body = paragraphs(Self.lines(Self.first, width)) + paragraphs(Self.lines(Self.second, width))
    #expect(try text(body) == [Self.first, Self.second])
  }

  /// An indent or an empty paragraph begins a new one, though the line before is full and ends no sentence.
  @Test(arguments: ["<p>&nbsp;</p>", "<p></p>"])
  func whatBeginsAParagraph(_ border: String) throws {
    let open = "灌区各村按片轮灌"
    let body =
      paragraphs(Self.lines(Self.first, 40)) + paragraphs(Self.lines(Self.second, 40).dropLast())
    #expect(try text(body + border + "<p>\(open)</p>").last == open)
    #expect(try text(body + "<p>　　\(open)</p>").last == open)
    #expect(try text(body + "<p>一、\(open)</p>").last == "一、\(open)")
  }

  @Test func linesInACellWithGaps() throws {
    let parts = [Self.first, Self.second].map { Self.lines($0, 52).joined(separator: "<br>") }
    let body = "<table><tr><td>\(parts[0])<br><br>\(parts[1])</td></tr></table>"
    #expect(try text(body) == [Self.first, Self.second])
  }

  /// A number that was broken over two lines is one.
  @Test func aBrokenNumber() throws {
    let lines = [
      "今年的水稻收成比上年好。全县水稻总产达到123", "45吨，亩产提高，优质稻的价格稳中有升，农户种", "粮的劲头更足。县里将继续补贴农机，并且支持水",
      "稻烘干设备下乡，让农户增产又增收。",
    ]
    #expect(try text(paragraphs(lines)) == [lines.joined()])
  }

  @Test(arguments: [
    // A list without stops.
    [
      "石坝镇龙门村，投资二十万元，硬化村组道路二公里", "城关镇河西村，投资三十万元，新修提灌站两座整", "高坪镇大坪村，投资十八万元，改造山塘三口带渠",
      "双河镇双河村，投资四十万元，新建文化广场一处", "龙门镇石桥村，投资五十万元，改建拱桥一座带路",
    ],
    // Verses.
    ["春风又绿江南岸，杨柳依依拂水面", "夏雨初晴荷叶展，蛙声一片唱丰年", "秋实累累压弯枝，金黄稻浪连天边", "冬雪皑皑兆丰年，家家户户笑开颜"],
    // Paragraphs.
    [
      "县里召开会议，部署春耕，要求各乡镇抓好落实工作。", "农技人员走村入户，讲解技术，帮助农户用好农机。", "水利部门检修渠道，疏浚干渠，修复各处的提灌站。",
      "供销部门调运化肥，储备种子，保证农户的春耕需要。",
    ],
    // Short lines between long ones.
    [
      "县里召开会议。会议听取汇报，研究了以下各项的议题", "春耕生产", "会议指出。今年的天气偏旱，要早作准备，落实好责任制", "防汛抗旱", "会议强调。各地要把握时机，做好检修，确保安全度汛期",
      "森林防火",
    ],
  ])
  func linesThatAreLines(_ lines: [String]) throws {
    let body = paragraphs(lines)
    let end = "<p>以上各项请遵照执行，并于月底前报告进度，由县农业农村局汇总。</p>"
    #expect(try text(body + end).prefix(lines.count) == lines[...])
  }

  /// Of a table no line goes on with another.
  @Test func cellsOfData() throws {
    let rows = (1...6).map {
      "<tr><td>第\($0)乡镇</td><td>县里。有关部门，正在核实这一项的数字，不日公布结果</td><td>\($0 * 12)</td></tr>"
    }
    let table = "<table border=1><tr><th>乡镇</th><th>说明</th><th>亩</th></tr>\(rows.joined())</table>"
    #expect(try text("<p>各乡镇的进度如下，请对照核查。</p>" + table).count == 2)
  }

  @Test func aSignatureBehindWrappedLines() throws {
    let wrapped = paragraphs(Self.lines(Self.first, 40)) + paragraphs(Self.lines(Self.second, 40))
    let body = wrapped + paragraphs(["某某县农业农村局", "2021年3月5日"])
    #expect(try text(body) == [Self.first, Self.second, "某某县农业农村局", "2021年3月5日"])
  }

  @Test(arguments: [36, 44, 72]) func theCellOfALayout(_ width: Int) throws {
    let body = [Self.first, Self.second].map {
      "　　" + Self.lines($0, width).joined(separator: "<br>\n")
    }.joined(separator: "<br>\n")
    let document = try Reading.document(
      """
      <html><title>【春耕】</title><body><table><tr><td>年鉴库 &gt; 农业</td></tr></table><table><tr><td align=center>【春耕】</td>
      </tr><tr><td>\(body)</td></tr></table></body></html>
      """)
    #expect(document.text == Self.first + "\n" + Self.second)
  }

  @Test func namesInTheCellOfALayoutStayLines() throws {
    let names = ["东溪县统计局办公室，", "东溪县农业农村局，", "东溪县自然资源局，", "东溪县卫生健康局。"]
    let document = try Reading.document(
      "<title>春耕</title><body><h1>春耕</h1><table><tr><td>\(Self.first)<br><br>\(names.joined(separator: "<br>"))</td></tr></table></body>"
    )
    #expect(document.text == Self.first + "\n" + names.joined(separator: "\n"))
  }
}
