public import Records

/// What a person found wrong in a source: which rows, what is done with them, why, and who says so.
///
/// Nobody edits data in code or in the output: a correction is a row of a table of its own, and says what it expects to find,
/// so that a run notices when the source has changed.
public struct Correction: Sendable {
  /// Its line in the table, from 1.
  public let line: Int
  /// The cells that a row must have to be meant.
  let locator: [Condition]
  /// What is done with a row that is meant and is as expected.
  let action: Action
  /// The cells that the row must still have.
  let expected: [Condition]
  /// Why.
  public let reason: String
  /// Who says so.
  public let who: String

  /// A cell of a row: `indicator_id=gdp`.
  struct Condition: Hashable, Sendable {
    let column: String
    let value: String
    var text: String { "\(column)=\(value)" }
  }

  /// What is done with a row.
  enum Action: Sendable {
    /// It is left out.
    case drop
    /// It gets other values.
    case override([Change])
    /// Its numbers are multiplied: 万元 was printed and 元 meant.
    case scale(Fraction)
    /// It stays as it is and gets a flag.
    case flag(String)

    /// Its name in the table.
    var name: String {
      switch self {
      case .drop: "drop"
      case .override: "override"
      case .scale: "scale"
      case .flag: "flag"
      }
    }
  }

  /// A value that takes the place of what was read.
  enum Change: Sendable {
    case value(ExactDecimal)
    case period(Period)
    case indicator(id: String, name: String)
    case region(code: String, name: String, level: RegionLevel?)
    case place(String?)
    case measure(Measure)
    case status(Status)
    case statusNote(StatusNote?)

    /// Whether it says more of what another change says, and comes after it: a place lies in a region, a note is on a status.
    var isDetail: Bool {
      switch self {
      case .place, .statusNote: true
      default: false
      }
    }
  }
}
