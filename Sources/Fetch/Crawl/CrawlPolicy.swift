/// What a crawl may do and whom it says it is.
public struct CrawlPolicy: Sendable {
  /// Whom every request names.
  public var userAgent: UserAgent
  /// The hosts that may be asked, also behind redirects.
  public var allowed: AllowList
  /// Addresses that may be talked to although they are not public.
  public var allowedAddresses: [AddressRange] = []
  /// How a host is treated that `hosts` does not name.
  public var defaults = HostPolicy()
  /// How certain hosts are treated, by host (`PageURL.host`).
  public var hosts: [String: HostPolicy] = [:]
  /// Where answers are cut off.
  public var limits = TransferLimits()
  /// How many hosts are asked at once.
  public var parallelHosts = 8
  /// How often a page is tried in one run, where failures are transient.
  public var attempts = 3
  /// After how many failed attempts in a row a host is left alone until the next run.
  public var hostFailures = 5
  /// The first wait after a failure; each further one doubles it.
  public var backoff: Duration = .seconds(10)
  /// The longest wait after failures. `Retry-After` may ask for more.
  public var backoffCap: Duration = .seconds(600)
  /// How long a run waits for a host at most; one that is to be left alone for longer waits for the next run.
  public var patience: Duration = .seconds(900)
  /// A file of certificates (PEM) that are trusted instead of the system's.
  public var certificates: String?
  /// The proxy to go through (`http://proxy:3128`); nothing: none. The environment is not asked. Its address is
  /// checked like a host's; those of the hosts behind it are then the proxy's business.
  public var proxy: String?
  /// Where the chance in the delays begins.
  public var seed: UInt64 = 0

  /// Makes the policy; everything else as it holds where the configuration says nothing.
  public init(userAgent: UserAgent, allowed: AllowList) {
    self.userAgent = userAgent
    self.allowed = allowed
  }
}

/// The name that requests carry: `xianzhi/0.1 (+https://example.org/bot; office@example.org)`.
public struct UserAgent: Hashable, Sendable {
  /// The name that groups of robots.txt are found by.
  public static let product = "xianzhi"

  /// The field's value.
  public let text: String

  /// Makes the name; nothing where the contact is none: it must hold an address of a page (`http…://`) or of mail (`@`)
  /// and no line break or bracket.
  public init?(version: String, contact: String) {
    let bytes = Array(contact.utf8)
    let reaches = contact.contains("@") || contact.hasPrefix("http://") || contact.hasPrefix("https://")
    let isPlain = bytes.allSatisfy {
      (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")")
    }
    guard reaches, isPlain else { return nil }
    text = "\(Self.product)/\(version) (\(contact.hasPrefix("http") ? "+" : "")\(contact))"
  }
}
