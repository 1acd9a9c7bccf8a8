/// A request on its way through redirects: each hop waits for the turn of its own host.
struct Chain {
  /// What it is for.
  enum Purpose {
    /// A page that the frontier asked for.
    case page(FetchRequest)
    /// robots.txt of an origin, for pages of this host.
    case robots(origin: String, host: String)
  }

  /// What it is for.
  let purpose: Purpose
  /// The first URL.
  let start: PageURL
  /// The URL of the next hop.
  var url: PageURL
  /// The answers that have redirected so far.
  var redirects: [Exchange] = []
  /// How often it was begun, from 1.
  var attempts = 1

  /// Begins with a page.
  init(_ request: FetchRequest) {
    purpose = .page(request)
    start = request.url
    url = request.url
  }

  /// Begins with the robots.txt that holds for the page.
  init(robotsFor page: PageURL) {
    purpose = .robots(origin: page.origin, host: page.host)
    start = PageURL(scheme: page.scheme, host: page.host, port: page.port, target: "/robots.txt")
    url = start
  }

  /// The host that waits for its end.
  var home: String { start.host }

  /// The request that it is for; nothing for robots.txt.
  var request: FetchRequest? { if case .page(let request) = purpose { request } else { nil } }

  /// Whether nothing has been asked for it yet.
  var isFirstHop: Bool { attempts == 1 && redirects.isEmpty }

  /// Bytes of the answers that it holds.
  var heldBytes: Int { redirects.reduce(0) { $0 + max($1.payload.count, $1.content.count) } }

  /// From the start, another time.
  mutating func beginAgain() {
    url = start
    redirects = []
    attempts += 1
  }

  /// On to where the answer redirects.
  mutating func follow(_ answer: Exchange, to next: PageURL) {
    redirects.append(answer)
    url = next
  }
}
