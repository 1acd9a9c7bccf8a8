/// What the furniture of pages is called: containers, labels of the info line, boilerplate.
public struct PageWords: Sendable {
  /// The names of containers.
  public let containers: [ContainerName]
  /// Labels such as 发布时间; a match's payload counts in `PageLabel.allCases`.
  public let labels: Lexicon
  /// Boilerplate that a line begins with; a match's payload counts in `Boilerplate.allCases`.
  public let lineStarts: Lexicon
  /// Boilerplate anywhere in a line; a match's payload counts in `Boilerplate.allCases`.
  public let lineParts: Lexicon
  /// Boilerplate that is a line by itself, marks around it aside, by its UTF-8.
  public let wholeLines: [[UInt8]: Boilerplate]

  init(containers: [ContainerName], labels: [LabelWord], boilerplate: [BoilerplatePhrase]) {
    self.containers = containers
    self.labels = Lexicon(
      labels.map { (word: $0.words, payload: PageLabel.allCases.firstIndex(of: $0.field) ?? 0) })
    func lexicon(_ place: BoilerplatePhrase.Place) -> Lexicon {
      Lexicon(
        boilerplate.lazy.filter { $0.place == place }.map {
          (word: $0.words, payload: Boilerplate.allCases.firstIndex(of: $0.effect) ?? 0)
        })
    }
    lineStarts = lexicon(.start)
    lineParts = lexicon(.anywhere)
    wholeLines = Dictionary(
      boilerplate.lazy.filter { $0.place == .whole }.map { (Array($0.words.utf8), $0.effect) },
      uniquingKeysWith: { first, _ in first })
  }
}
