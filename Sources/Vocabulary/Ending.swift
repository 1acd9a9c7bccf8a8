public import Records

/// What a name ends with and what that tells of its figure, as `endings.tsv` has it.
public struct Ending: Sendable {
  /// The last characters of the name.
  public let text: String
  /// What they tell.
  public let classes: [EndingClass]

  /// The columns of the table.
  static let columns = ["ending", "classes", "note"]

  init(_ row: Table.Row, in table: Table) throws(Fault) {
    var classes: [EndingClass] = []
    for name in table.list(row, "classes") {
      guard let known = EndingClass(rawValue: name) else {
        throw table.fault(row, "classes", "\"\(name)\" is no class of endings")
      }
      classes.append(known)
    }
    self.classes = classes
    text = table.text(row, "ending")
  }
}

/// What the end of a name tells of its figure.
public enum EndingClass: String, CaseIterable, Sendable {
  /// A length of time may be its value: 工期 寿命.
  case duration
  /// A number without a unit may be its value: 人口 指数.
  case figure
  /// It is set and not counted: 标准 票价.
  case norm
  /// It is what could be: 能力 库容.
  case capacity
  /// It is what was planned, whatever its sentence tells: 计划投资 任务数.
  case planned
  /// It says of what kind a thing is and is no part of its name: 普通 龙头 小型.
  case kind
  /// It is the name of an institution where more stands before: 技校 福利院.
  case institution
  /// It counts what a place is divided into: 村民小组 行政村.
  case division
  /// It adds up over a time and has no value at a day: 产量 收入.
  case flow
  /// It is the name of an office of the state: 统计局 人民政府.
  case office
  /// It is the name of one who brings news out: 日报 政府网 电视台.
  case press
  /// It names no one, and is the whole of the name: 本站 未知来源.
  case nobody
}
