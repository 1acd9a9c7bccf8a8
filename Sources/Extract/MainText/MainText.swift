/// Which lines of a page are its main text, and why the others are not.
struct MainText {
  /// For each line why it is left out; `kept` for those of the main text.
  var verdicts: [PageLine.Fate]

  /// The lines of the main text.
  var keptLines: [Int] { verdicts.indices.filter { verdicts[$0] == .kept } }
}
