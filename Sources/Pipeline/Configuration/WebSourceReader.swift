internal import Extract
internal import Fetch
internal import Records

extension Configuration {
  static let listKeys = ["url", "links", "links_path", "next", "next_path", "max_pages", "since"]
  static let sitemapKeys = ["url", "links", "since"]
  static let refreshDays = 0...3650
  static let listPageCounts = 1...100_000

  /// Reads the web part of a source; nothing where it has none.
  static func webSource(_ object: ConfigurationObject) throws(Fault) -> WebSource? {
    let kinds = ["pages", "list", "sitemap"].filter { object[$0] != nil }
    guard let kind = kinds.first else { return nil }
    var source: WebSource
    switch kind {
    case "pages": source = WebSource(kind: .pages(try pages(object)))
    case "list": source = WebSource(kind: .list(try list(object)))
    default: source = WebSource(kind: .sitemap(try sitemap(object)))
    }
    source.politeness = try politeness(object)
    if let days = try object.integer("refresh_days", in: refreshDays) { source.refreshDays = days }
    source.rules = object[kind].map(text) ?? ""
    return source
  }

  /// The value in one line.
  private static func text(_ node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let text): text
    case .string(let text): "\"\(text)\""
    case .array(let elements): "[" + elements.map(text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\"\($0.key)\":" + text($0.node) }.joined(separator: ",") + "}"
    }
  }

  private static func pages(_ object: ConfigurationObject) throws(Fault) -> [PageURL] {
    var urls: [PageURL] = []
    for (node, path) in try object.elements("pages") ?? [] { urls.append(try url(object, node, path)) }
    return urls
  }

  private static func list(_ source: ConfigurationObject) throws(Fault) -> ListPages {
    guard let object = try source.object("list", known: listKeys) else {
      throw source.fault("list", "is missing")
    }
    let first = try firstPage(object)
    guard let links = try rule(object, "links") else {
      throw object.fault(at: object.node, object.path, "has neither links nor links_path")
    }
    var list = ListPages(url: first, links: links)
    if let next = try object.string("next"), let place = next.firstRange(of: "{n}") {
      guard object["next_path"] == nil else {
        throw object.fault("next_path", "stands beside a next that counts; a list has one of them")
      }
      list.next = .numbered(
        prefix: String(next[..<place.lowerBound]), suffix: String(next[place.upperBound...]))
    } else if let rule = try rule(object, "next") {
      list.next = .links(rule)
    }
    if let count = try object.integer("max_pages", in: listPageCounts) { list.maxPages = count }
    list.since = try day(object, "since")
    return list
  }

  private static func sitemap(_ source: ConfigurationObject) throws(Fault) -> SitemapPages {
    guard let object = try source.object("sitemap", known: sitemapKeys) else {
      throw source.fault("sitemap", "is missing")
    }
    return SitemapPages(
      url: try firstPage(object), links: try object.string("links").map(URLGlob.init),
      since: try day(object, "since"))
  }

  private static func firstPage(_ object: ConfigurationObject) throws(Fault) -> PageURL {
    guard let node = object["url"] else { throw object.fault("url", "is missing") }
    return try url(object, node, object.child("url"))
  }

  private static func rule(_ object: ConfigurationObject, _ key: String) throws(Fault) -> LinkRule? {
    let glob = try object.string(key).map(URLGlob.init)
    var path: ElementPath?
    if let text = try object.string(key + "_path") {
      path = ElementPath(text)
      guard path != nil else {
        throw object.fault(key + "_path", "expected a path such as ul.list li a, found \"\(text)\"")
      }
    }
    return glob == nil && path == nil ? nil : LinkRule(glob: glob, path: path)
  }

  private static func url(_ object: ConfigurationObject, _ node: JSONNode, _ path: String) throws(Fault)
    -> PageURL
  {
    let text = try object.string(node, path)
    do throws(FetchFailure) {
      return try PageURL(text)
    } catch {
      throw object.fault(at: node, path, "expected the URL of a page: \(error.cause)")
    }
  }

  /// Reads a day.
  static func day(_ object: ConfigurationObject, _ key: String) throws(Fault) -> Day? {
    guard let text = try object.string(key) else { return nil }
    guard let day = Day(iso: text) else {
      throw object.fault(key, "expected a day such as 2022-06-29, found \"\(text)\"")
    }
    return day
  }
}
