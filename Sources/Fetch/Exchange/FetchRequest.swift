/// A page that is to be fetched.
public struct FetchRequest: Hashable, Sendable {
  /// Where it lies.
  public var url: PageURL
  /// What its server said of the version that is archived; nothing where there is none.
  public var validators: Validators?

  /// Makes the request.
  public init(url: PageURL, validators: Validators? = nil) {
    self.url = url
    self.validators = validators
  }
}

/// What a server said of a version of a page (RFC 9110, section 8.8), byte for byte as it came.
public struct Validators: Hashable, Sendable {
  /// The URL that the page came from in the end, behind all redirects. They are sent back to this one alone: to
  /// another page a date would say nothing.
  public var url: PageURL
  /// The field `ETag`, with its quotes and the `W/` of a weak one.
  public var etag: [UInt8]?
  /// The field `Last-Modified`.
  public var lastModified: [UInt8]?

  /// Makes the validators.
  public init(url: PageURL, etag: [UInt8]?, lastModified: [UInt8]?) {
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
  }

  /// What the answer says of the page in it; nothing where it says nothing.
  public init?(_ answer: Exchange) {
    etag = answer.field("etag")
    lastModified = answer.field("last-modified")
    url = answer.url
    if etag == nil && lastModified == nil { return nil }
  }
}
