/// What a table is called, by the lines above it.
///
/// Reads: lines, each with or without a unit and a time: 表3 2002年产量（单位：吨）, （2002年）, 单位：吨.
/// Yields: the words without the unit; a line that is nothing but a time is added to the name above it.
enum TableCaption {
  /// The caption of a table with lines of its own.
  ///
  /// - Parameter above: what the lines above the table call it.
  static func words(_ own: [String], above: String?) -> String? {
    let lines = own.map { UnitNote.rest($0) }.filter { !$0.isEmpty }
    let times = lines.filter(isTime)
    let name = lines.first { !isTime($0) } ?? above
    let words = [name].compactMap { $0 } + times
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The caption that lines above a table give, the last of which is `line`.
  static func joined(_ name: String?, _ line: ArraySlice<UInt8>) -> String? {
    let words = UnitNote.rest(line)
    if words.isEmpty { return name }
    return isTime(words) ? [name, words].compactMap { $0 }.joined(separator: " ") : words
  }

  private static func isTime(_ words: String) -> Bool { CellText(Array(words.utf8)[...]).isTime }
}
