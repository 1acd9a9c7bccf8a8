import Records

/// Decides, row after row, which of the rows that state one figure is to be preferred, and says where they disagree.
///
/// Rows come in the order of their keys, so that those of a figure stand together and the best comes first: nothing but the
/// best, two rows of each tier, and what reprints and their originals say are in memory, however many there are.
public struct FigureJudge {
  private let reprints: Reprints
  private var last: ResourceRow?
  private var best: StatedFigure?
  /// By tier, the last row and the last one that is of a later day than it.
  private var tiers: [String: (last: StatedFigure, newer: StatedFigure?)] = [:]
  private var misprints: Misprints

  /// Makes a judge that knows which documents print others again.
  public init(reprints: Reprints) {
    (self.reprints, misprints) = (reprints, Misprints(reprints: reprints))
  }

  /// What is decided of a row.
  public struct Judgement {
    /// The row with its last column.
    public let row: ResourceRow
    /// The row's cell of `panel.csv` or `growth.csv`, where it has one.
    public let panelCell: PanelCell?
    /// Where it contradicts the preferred row; and where reprints of the figure before contradict their originals.
    public var conflicts: [ResourceRow]
    /// Where a later document of the same tier says otherwise.
    public let revision: ResourceRow?
  }

  /// Takes the next row, which is open.
  ///
  /// - Complexity: O(n) in the row's bytes.
  public mutating func judge(_ row: ResourceRow) -> Judgement {
    let isNew = last.map { !row.isGrouped(with: $0) } ?? true
    let ended = isNew ? finish() : []
    last = row
    let figure = StatedFigure(row)
    misprints.add(figure)
    var judgement = judge(row, figure)
    judgement.conflicts += ended
    return judgement
  }

  /// Ends the last figure.
  ///
  /// - Returns: rows of `conflicts.csv` where its reprints contradict their originals.
  public mutating func finish() -> [ResourceRow] {
    (best, tiers) = (nil, [:])
    return misprints.take().map(Resource.conflicts.encode)
  }

  private mutating func judge(_ row: ResourceRow, _ figure: StatedFigure) -> Judgement {
    // A reprint is compared with its original alone: with others it would only say every conflict again.
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
      conflicts: conflict.map { [Resource.conflicts.encode($0)] } ?? [],
      revision: revision.map(Resource.revisions.encode))
  }
}

extension StatedFigure {
  /// Whether it changes what an earlier document of the same tier said.
  fileprivate func revises(_ earlier: StatedFigure) -> Bool {
    !tier.isEmpty && tier == earlier.tier && !earlier.published.isEmpty && published > earlier.published
      && documentID != earlier.documentID && contradicts(earlier)
  }
}
