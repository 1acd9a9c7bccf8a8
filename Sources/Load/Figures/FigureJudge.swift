import Records

/// Decides, row after row, which of the rows that state one figure is to be preferred, and says where they disagree.
///
/// Rows come in the order of their keys, so that those of a figure stand together and the best comes first: nothing but the
/// best and two rows of each tier are in memory, however many there are.
public struct FigureJudge {
  private let reprints: Reprints
  private var last: ResourceRow?
  private var best: StatedFigure?
  /// By tier, the last row and the last one that is of a later day than it.
  private var tiers: [String: (last: StatedFigure, newer: StatedFigure?)] = [:]

  /// Makes a judge that knows which documents print others again.
  public init(reprints: Reprints) { self.reprints = reprints }

  /// What is decided of a row.
  public struct Judgement {
    /// The row with its last column.
    public let row: ResourceRow
    /// The row's cell of `panel.csv` or `growth.csv`, where it has one.
    public let panelCell: PanelCell?
    /// Where it contradicts the preferred row.
    public let conflict: ResourceRow?
    /// Where a later document of the same tier says otherwise.
    public let revision: ResourceRow?
  }

  /// Takes the next row, which is open.
  ///
  /// - Complexity: O(n) in the row's bytes.
  public mutating func judge(_ row: ResourceRow) -> Judgement {
    let figure = StatedFigure(row)
    if let last, row.isGrouped(with: last) {} else { (best, tiers) = (nil, [:]) }
    last = row
    // What a reprint says its original says: it would only say every conflict again.
    guard reprints.original(of: figure.documentID) == nil else { return verdict(row, isPreferred: false) }
    guard let best else {
      best = figure
      _ = newer(than: figure)
      return verdict(row, isPreferred: true, PanelCell(figure))
    }
    let newer = newer(than: figure).flatMap { $0.revises(figure) ? $0 : nil }
    // What the best tier has revised itself is no conflict; what a lesser one has remains one with the best.
    let isSettled = newer != nil && figure.tier == best.tier
    let isConflict = !isSettled && best.documentID != figure.documentID && best.contradicts(figure)
    return verdict(
      row, isPreferred: false, conflict: isConflict ? FigurePair(best, figure) : nil,
      revision: newer.map { FigurePair($0, figure) })
  }

  /// The row of the figure's tier that comes next by its day, and may revise it; the figure is remembered.
  private mutating func newer(than figure: StatedFigure) -> StatedFigure? {
    guard let (last, newer) = tiers[figure.tier] else {
      tiers[figure.tier] = (figure, nil)
      return nil
    }
    let next = last.published == figure.published ? newer : last
    tiers[figure.tier] = (figure, next)
    return next
  }

  private func verdict(
    _ row: ResourceRow, isPreferred: Bool, _ cell: PanelCell? = nil, conflict: FigurePair? = nil,
    revision: FigurePair? = nil
  ) -> Judgement {
    Judgement(
      row: Resource.observations.close(row, [.boolean(isPreferred)]), panelCell: cell,
      conflict: conflict.map(Resource.conflicts.encode), revision: revision.map(Resource.revisions.encode))
  }
}

extension StatedFigure {
  /// Whether it changes what an earlier document of the same tier said.
  fileprivate func revises(_ earlier: StatedFigure) -> Bool {
    !tier.isEmpty && tier == earlier.tier && !earlier.published.isEmpty && published > earlier.published
      && documentID != earlier.documentID && contradicts(earlier)
  }
}
