internal import Records

extension SourceDefaults {
  /// What the command line says of its pages.
  ///
  /// - Throws: a `Stop` with status 64 for a day, a code or a tier that is none.
  init(published: String?, region: String?, tier: String? = nil) throws(Stop) {
    self.init()
    if let published {
      guard let day = Day(iso: published) else {
        throw Stop(.usage, "--published: expected a day such as 2022-06-29, found \"\(published)\"")
      }
      self.published = day
    }
    if let region {
      guard Configuration.isRegionCode(region) else {
        throw Stop(.usage, "--region: expected a six-digit code of GB/T 2260, found \"\(region)\"")
      }
      self.region = region
    }
    if let tier {
      guard let known = Tier(rawValue: tier) else {
        let all = Tier.allCases.map(\.rawValue).joined(separator: ", ")
        throw Stop(.usage, "--tier: expected one of \(all), found \"\(tier)\"")
      }
      self.tier = known
    }
  }
}
