internal import Records

extension Recorder {
  mutating func read(_ table: DataTable, _ reader: Reader) {}
}
