/// Reads the name of the site from its tags.
///
/// Reads: SiteName of the standard for government sites (国办发〔2017〕47号, annex on web page tags), og:site_name,
///   application-name.
/// Yields: the first of them.
/// Refuses: names of more than 40 characters or without one.
enum SiteTag {
  static func name(_ meta: MetaTags) -> String? {
    meta["sitename", "og:site_name", "application-name"].flatMap { name in
      (2...40).contains(name.unicodeScalars.count) ? name : nil
    }
  }
}
