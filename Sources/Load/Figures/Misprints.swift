/// Finds where reprints state a figure otherwise than their originals.
///
/// Whoever sets a text anew may slip: as a reprint is never preferred and never compared with the rest, nobody else would say so.
/// Originals and reprints come in any order, so that they are compared when the figure's rows are over.
struct Misprints {
  private let reprints: Reprints
  /// What originals say of the figure, by document.
  private var originals: [String: [StatedFigure]] = [:]
  private var reprinted: [StatedFigure] = []

  init(reprints: Reprints) { self.reprints = reprints }

  /// Takes the next row of the figure.
  mutating func add(_ figure: StatedFigure) {
    let id = figure.documentID
    if reprints.original(of: id) != nil {
      reprinted.append(figure)
    } else if reprints.isReprinted(id) {
      originals[id, default: []].append(figure)
    }
  }

  /// The rows that contradict all that their originals say of the figure, each beside the first that it contradicts; the next
  /// figure begins.
  mutating func take() -> [FigurePair] {
    defer { (originals, reprinted) = ([:], []) }
    return reprinted.compactMap { figure in
      guard let original = reprints.original(of: figure.documentID), let stated = originals[original],
        let first = stated.first, stated.allSatisfy({ $0.contradicts(figure) })
      else { return nil }
      return FigurePair(first, figure)
    }
  }
}
