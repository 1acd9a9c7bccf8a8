internal import Fetch
internal import Records

extension Configuration {
  static let fetchKeys = [
    "contact", "hosts", "addresses", "archive", "file_bytes", "delay_seconds", "max_pages", "night",
    "parallel_hosts", "attempts", "metrics", "unverified_hosts", "certificates", "proxy",
  ]
  static let delays = 0...86_400
  static let fileSizes = 1 << 16...Int.max
  static let hostCounts = 1...256
  static let attemptCounts = 1...10

  /// Reads `fetch`.
  static func fetching(_ root: ConfigurationObject, base: String) throws(Fault) -> FetchSettings? {
    guard let object = try root.object("fetch", known: fetchKeys) else { return nil }
    guard let contact = try object.string("contact") else { throw object.fault("contact", "is missing") }
    guard let userAgent = UserAgent(version: Version.current, contact: contact) else {
      throw object.fault(
        "contact", "expected an address of a page (https://…) or of mail (…@…) in ASCII, without brackets")
    }
    guard let hosts = try object.elements("hosts") else { throw object.fault("hosts", "is missing") }
    var patterns: [String] = []
    for (node, path) in hosts {
      let text = try object.string(node, path)
      guard AllowList.isPattern(text) else {
        throw object.fault(at: node, path, "expected a host such as *.gov.cn, found \"\(text)\"")
      }
      patterns.append(text)
    }
    guard let allowed = AllowList(patterns) else { throw object.fault("hosts", "is no list of hosts") }
    var settings = FetchSettings(contact: contact, userAgent: userAgent, allowed: allowed)
    for (node, path) in try object.elements("addresses") ?? [] {
      let text = try object.string(node, path)
      guard let range = AddressRange(text) else {
        throw object.fault(
          at: node, path, "expected an address or a range such as 10.0.0.0/8, found \"\(text)\"")
      }
      settings.addresses.append(range)
    }
    if let archive = try object.string("archive") { settings.archive = archive }
    if let bytes = try object.integer("file_bytes", in: fileSizes) { settings.fileBytes = bytes }
    settings.politeness = try politeness(object)
    if let count = try object.integer("parallel_hosts", in: hostCounts) { settings.parallelHosts = count }
    if let count = try object.integer("attempts", in: attemptCounts) { settings.attempts = count }
    settings.metrics = try object.string("metrics")
    settings.certificates = try object.string("certificates").map { Path.join(base, $0) }
    settings.proxy = try object.string("proxy")
    settings.unverified = try unverified(object)
    return settings
  }

  private static func unverified(_ object: ConfigurationObject) throws(Fault) -> [String: String] {
    guard let node = object["unverified_hosts"] else { return [:] }
    guard case .object(let members) = node.value else {
      throw object.fault("unverified_hosts", "expected an object, found \(node.value.typeName)")
    }
    var reasons: [String: String] = [:]
    for member in members {
      let path = object.child("unverified_hosts") + "." + member.key
      reasons[member.key.lowercased()] = try object.string(member.node, path)
    }
    return reasons
  }

  /// Reads the keys that say how a host is treated.
  static func politeness(_ object: ConfigurationObject) throws(Fault) -> Politeness {
    var politeness = Politeness()
    politeness.delaySeconds = try object.integer("delay_seconds", in: delays)
    politeness.maxPages = try object.integer("max_pages", in: 1...Int.max)
    if let text = try object.string("night") {
      guard let window = NightWindow(text) else {
        throw object.fault("night", "expected hours of China such as 22:00-06:00, found \"\(text)\"")
      }
      politeness.night = window
    }
    return politeness
  }
}
