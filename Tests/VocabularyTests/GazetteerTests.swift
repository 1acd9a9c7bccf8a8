import Testing
import Vocabulary

/// Places by code, by name, by year.
@Suite struct GazetteerTests {
  let places: Gazetteer

  init() throws { places = try Vocabulary.builtIn().gazetteer }

  @Test func aCountyKeepsItsNameAndChangesItsCode() throws {
    let now = try #require(places.place(code: "520621"))
    #expect(now.name == "江口县")
    #expect(now.shortName == "江口")
    #expect(now.years == 2011...Place.today)
    #expect(places.path(of: "520621").map(\.name) == ["江口县", "铜仁市", "贵州省"])
    #expect(places.place(code: "520621", in: 2010) == nil)

    let then = try #require(places.place(code: "522222", in: 2005))
    #expect(then.name == "江口县")
    #expect(then.successor == "520621")
    #expect(places.path(of: "522222", in: 2005).map(\.name) == ["江口县", "铜仁地区", "贵州省"])
    #expect(places.codeToday(of: "522222") == "520621")
    #expect(places.places(nowCoded: "520621", in: 2005) == [then])
    #expect(places.places(nowCoded: "520621", in: 2020) == [now])
  }

  @Test func aNameMayBelongToSeveralPlaces() {
    #expect(places.places(named: "鼓楼区").map(\.code) == ["320106", "320302", "350102", "410204"])
    #expect(places.places(named: "鼓楼", within: "350000").map(\.code) == ["350102"])
    #expect(places.places(named: "江口", within: "520600").map(\.code) == ["520621"])
    #expect(places.places(named: "江口", within: "520600", in: 2005).isEmpty)
    #expect(places.places(named: "江口", within: "522200", in: 2005).map(\.code) == ["522222"])
  }

  @Test func aFormerNameIsFoundInItsYearsAlone() {
    #expect(places.places(named: "万山特区").isEmpty)
    #expect(places.places(named: "万山特区", in: 2000).map(\.code) == ["522230"])
    #expect(places.placesEver(named: "万山特区").map(\.successor) == ["520603"])
    #expect(places.places(named: "铜仁地区", in: 1995).map(\.level) == [.prefecture])
  }

  @Test func aYearBeforeTheTableIsItsFirst() {
    #expect(places.firstYear == 1980)
    #expect(places.place(code: "522222", in: 1978)?.name == "江口县")
  }

  @Test(arguments: [
    ("黔东南苗族侗族自治州", "黔东南"), ("道真仡佬族苗族自治县", "道真"), ("恩施土家族苗族自治州", "恩施"),
    ("鄂伦春自治旗", "鄂伦春"), ("东乡族自治县", "东乡"), ("浦东新区", "浦东"), ("广西壮族自治区", "广西"),
    ("和县", "和县"), ("市中区", "市中区"),
  ])
  func shortNames(_ name: String, _ short: String) throws {
    let place = try #require(places.places(named: name).first)
    #expect(place.shortName == short)
  }

  @Test(arguments: [("110101", "110000"), ("429004", "420000"), ("659001", "650000"), ("500101", "500000")])
  func headingsOfTheCodeBookAreNoPlaces(_ code: String, _ parent: String) {
    #expect(places.parent(of: code)?.code == parent)
    #expect(places.places(named: "市辖区").isEmpty)
  }

  @Test func childrenOfAPlace() {
    let children = places.children(of: "520600").map(\.name)
    #expect(children.count == 10)
    #expect(children.contains("江口县") && children.contains("万山区"))
    #expect(places.children(of: "520000").allSatisfy { $0.level != .province })
    #expect(places.isWithin("520621", "520000") && places.isWithin("520621", "520621"))
    #expect(!places.isWithin("520621", "430000"))
  }

  @Test func codesBelongToOnePlaceAYearAndParentsExist() {
    for place in places.places {
      for year in [place.years.lowerBound, min(place.years.upperBound, 2024)] {
        #expect(
          places.history(of: place.code).count { $0.years.contains(year) } == 1, "\(place.code) in \(year)")
        if let parent = place.parent {
          #expect(places.place(code: parent, in: year) != nil, "\(place.code) in \(year): no \(parent)")
        }
      }
    }
    #expect(places.places.filter { $0.level == .province && $0.isCurrent }.count >= 31)
  }

  @Test func theLexiconFindsTheLongestName() throws {
    let text = Array("铜仁市江口县人民政府".utf8)
    try text.withUnsafeBufferPointer { text in
      let city = try #require(places.words.longestMatch(in: text, at: 0))
      #expect(places.names[city.payload] == "铜仁市")
      let county = try #require(places.words.longestMatch(in: text, at: city.count))
      #expect(places.names[county.payload] == "江口县")
    }
  }
}
