import Testing

@testable import Fetch

/// 1994-11-06T08:49:37Z.
private let example = Moment(milliseconds: 784_111_777_000)
/// 2026-11-24T00:00:00Z, 08:00 in China.
private let now = Moment(milliseconds: 1_795_478_400_000)

@Suite struct MomentTests {
  @Test func isWrittenAsWARCDatesAre() {
    #expect(example.description == "1994-11-06T08:49:37Z")
    #expect(now.description == "2026-11-24T00:00:00Z")
    #expect(Moment(milliseconds: -1).description == "1969-12-31T23:59:59Z")
    #expect(Moment(milliseconds: 951_782_400_000).description == "2000-02-29T00:00:00Z")
  }

  @Test func daysAndDatesAreTheSame() {
    for day in stride(from: Int64(-800_000), through: 800_000, by: 997) {
      #expect(CivilDate(daysSince1970: day).daysSince1970 == day)
    }
  }
}

@Suite struct RetryAfterTests {
  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  ]) func theThreeFormsOfDates(_ text: String) {
    #expect(HTTPDate.moment(Array(text.utf8), now: example) == example)
  }

  @Test func aYearOfTwoDigitsIsNear() {
    let text = Array("Tuesday, 24-Nov-26 00:00:00 GMT".utf8)
    #expect(HTTPDate.moment(text, now: example) == now)
    let past = Array("Sunday, 06-Nov-94 08:49:37 GMT".utf8)
    #expect(HTTPDate.moment(past, now: now) == example)
  }

  @Test(arguments: [
    "", "tomorrow", "Sun, 31 Feb 2026 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
    "06 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CST", "Sun, 06 Now 1994 08:49:37 GMT",
  ]) func noDates(_ text: String) { #expect(HTTPDate.moment(Array(text.utf8), now: now) == nil) }

  @Test(arguments: [
    ("120", Duration.seconds(120)), ("0", .zero), ("Tue, 24 Nov 2026 00:02:00 GMT", .seconds(120)),
    ("Mon, 23 Nov 2026 00:00:00 GMT", .zero), ("99999999999999999999", .seconds(365 * 86_400)),
  ]) func bothForms(_ text: String, _ expected: Duration) {
    #expect(RetryAfter.duration(Array(text.utf8), now: now) == expected)
  }

  @Test(arguments: ["", "-1", "1.5", "soon"]) func neither(_ text: String) {
    #expect(RetryAfter.duration(Array(text.utf8), now: now) == nil)
  }
}

@Suite struct NightWindowTests {
  private func at(_ hour: Int64, _ minute: Int64) -> Moment {
    // `now` is 08:00 in China.
    Moment(milliseconds: now.milliseconds + ((hour - 8) * 60 + minute) * 60_000)
  }

  @Test func overMidnight() throws {
    let night = try #require(NightWindow("22:00-06:30"))
    #expect(night.contains(at(22, 0)))
    #expect(night.contains(at(3, 0)))
    #expect(night.contains(at(6, 29)))
    #expect(!night.contains(at(6, 30)))
    #expect(!night.contains(at(21, 59)))
    #expect(!night.contains(at(12, 0)))
    for (other, isShared) in [
      ("06:29-07:00", true), ("06:30-22:00", false), ("21:00-22:01", true), ("23:00-01:00", true),
      ("12:00-05:00", true),
    ] {
      let window = try #require(NightWindow(other))
      #expect(night.overlaps(window) == isShared && window.overlaps(night) == isShared, "\(other)")
    }
    for text in ["+1:00-06:00", "22:00", "22:00-22:00", "24:00-06:00", "22:60-06:00", "22-06", ""] {
      #expect(NightWindow(text) == nil, "\(text)")
    }
  }

  @Test func withinADay() throws {
    let hours = try #require(NightWindow("01:00-05:00"))
    #expect(hours.contains(at(1, 0)))
    #expect(!hours.contains(at(5, 0)))
    #expect(!hours.contains(at(0, 59)))
    #expect(!hours.contains(at(23, 0)))
  }

  @Test(arguments: [
    "", "22:00", "22-06", "24:00-06:00", "22:60-06:00", "22:00-22:00", "2:00-06:00", "22:00-06:00-",
  ])
  func noWindows(_ text: String) { #expect(NightWindow(text) == nil) }
}

@Suite struct HostPaceTests {
  private func policy(_ change: (inout CrawlPolicy) -> Void = { _ in }) throws -> CrawlPolicy {
    let agent = try #require(UserAgent(version: "0", contact: "office@example.org"))
    var policy = CrawlPolicy(userAgent: agent, allowed: try #require(AllowList(["*.gov.cn"])))
    policy.defaults.jitterPercent = 0
    change(&policy)
    return policy
  }

  private func pace(_ memory: HostMemory = HostMemory()) throws -> HostPace {
    let policy = try policy()
    return HostPace(host: "a.gov.cn", policy: policy.defaults, crawl: policy, memory: memory)
  }

  @Test func waitsThreeSecondsBetweenAnswers() throws {
    var pace = try pace()
    #expect(pace.allows(now))
    pace.answered(at: now)
    #expect(!pace.allows(now + .milliseconds(2999)))
    #expect(pace.allows(now + .seconds(3)))
  }

  @Test func theLongerDelayHolds() throws {
    var pace = try pace()
    pace.honour(crawlDelay: .seconds(1))
    #expect(pace.delay == .seconds(3))
    pace.honour(crawlDelay: .seconds(30))
    pace.answered(at: now)
    #expect(pace.notBefore == now + .seconds(30))
  }

  @Test func chanceAddsUpToHalfAndIsTheSameForTheSameSeed() throws {
    func waits(_ seed: UInt64, _ host: String) throws -> [Int64] {
      let policy = try policy {
        $0.defaults.jitterPercent = 50
        $0.seed = seed
      }
      var pace = HostPace(
        host: host, policy: policy.defaults, crawl: policy, memory: HostMemory())
      return try (0..<100).map { _ in
        pace.answered(at: now)
        return try #require(pace.notBefore).milliseconds - now.milliseconds
      }
    }
    let first = try waits(1, "a.gov.cn")
    #expect(first.allSatisfy { (3000...4500).contains($0) })
    #expect(Set(first).count > 50)
    #expect(try waits(1, "a.gov.cn") == first)
    #expect(try waits(2, "a.gov.cn") != first)
    #expect(try waits(1, "b.gov.cn") != first)
  }

  @Test func waitsDoubleUpToTheCap() throws {
    var pace = try pace()
    var waits: [Int64] = []
    for _ in 0..<8 {
      pace.failed(at: now, retryAfter: nil)
      waits.append(try #require(pace.notBefore).milliseconds - now.milliseconds)
    }
    #expect(waits == [10, 20, 40, 80, 160, 320, 600, 600].map { $0 * 1000 })
    pace.answered(at: now)
    #expect(pace.failuresInARow == 0)
    pace.failed(at: now, retryAfter: nil)
    #expect(pace.notBefore == now + .seconds(10))
  }

  @Test func aHundredFailuresDoNotOverflow() throws {
    var pace = try pace(HostMemory(failuresInARow: 1000))
    pace.failed(at: now, retryAfter: nil)
    #expect(pace.notBefore == now + .seconds(600))
  }

  @Test func retryAfterMayAskForMoreThanTheCap() throws {
    var pace = try pace()
    pace.failed(at: now, retryAfter: .seconds(3600))
    #expect(pace.notBefore == now + .seconds(3600))
    pace.failed(at: now, retryAfter: .seconds(1))
    #expect(pace.notBefore == now + .seconds(20))
  }
}

@Suite struct UserAgentTests {
  @Test func namesAContact() {
    #expect(
      UserAgent(version: "0.1", contact: "https://example.org/bot; office@example.org")?.text
        == "xianzhi/0.1 (+https://example.org/bot; office@example.org)")
    #expect(
      UserAgent(version: "0.1", contact: "office@example.org")?.text == "xianzhi/0.1 (office@example.org)")
  }

  @Test(arguments: ["", "nobody", "a@b\r\nX: y", "a@b)", "县@例.org"]) func noContact(_ text: String) {
    #expect(UserAgent(version: "0.1", contact: text) == nil)
  }
}
