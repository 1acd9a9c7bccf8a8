import Records

/// Reads the date and the source of the meta tags.
///
/// Reads: PubDate and ContentSource of the standard for government sites (国办发〔2017〕47号, annex on web page
///   tags), Open Graph's article:published_time, and the names that other systems give the same.
/// Yields: what the page does not show.
/// Refuses: values without a date; publishers that name no one (本站); Author, which is as often the maker of the site.
enum TagFields {
  private static let dates = [
    "pubdate", "publishdate", "publish_date", "firstpublishedtime", "article:published_time",
    "og:release_date",
    "datepublished", "date", "dc.date", "publish-date", "weibo: article:create_at", "weibo:article:create_at",
    "og:article:published_time", "createdate", "releasedate",
  ]

  static func read(_ meta: MetaTags, _ names: PublisherNames, into found: inout Metadata) {
    if found.published == nil {
      let day = dates.lazy.compactMap { meta[$0] }.compactMap { DateReader.first(in: $0) }.first
      found.set(\.published, day, "published", by: "TagFields")
    }
    let publisher = meta["contentsource", "article:source"].flatMap { names.isNobody($0) ? nil : $0 }
    found.set(\.publisher, publisher, "publisher", by: "TagFields")
  }
}
