/// Links between the pages.
enum FigureLink {
  /// The name of what is doubtful at a byte of a text, where an observation has its id.
  static func finding(at start: Int) -> String { "f\(start)" }

  /// The mark of a figure on its document's page.
  static func evidence(_ figure: Figure, root: String) -> String {
    guard let path = EvidencePath.of(figure.documentID) else { return "" }
    return "\(root)\(path)#m-\(figure.id)"
  }
}
