internal import Fetch
internal import GRDB

/// What is remembered of hosts.
extension FetchState {
  /// What is remembered of a host; of one that was never asked: nothing.
  func memory(of host: String) throws -> HostMemory {
    try read { db in
      var memory = HostMemory()
      if let row = try db.first("SELECT not_before, failures FROM hosts WHERE name = ?", [host]) {
        memory.notBefore = (row["not_before"] as Int64?).map { Moment(milliseconds: $0) }
        memory.failuresInARow = row["failures"]
      }
      for row in try Row.fetchAll(
        db, sql: "SELECT origin, answer, file, fetched FROM robots WHERE host = ?", arguments: [host])
      {
        let answer: RobotsCopy.Answer =
          switch row["answer"] as String {
          case "file": .file((row["file"] as String?).flatMap(Digest.bytes) ?? [])
          case "unavailable": .unavailable
          default: .unreachable
          }
        memory.robots[row["origin"]] = RobotsCopy(
          answer: answer, fetched: Moment(milliseconds: row["fetched"]))
      }
      return memory
    }
  }

  /// Keeps what is to be remembered of a host.
  func remember(_ memory: HostMemory, of host: String) throws {
    try write { db in
      try db.run(
        """
        INSERT INTO hosts (name, not_before, failures) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET not_before = excluded.not_before, failures = excluded.failures
        """, [host, memory.notBefore?.milliseconds, memory.failuresInARow])
      for (origin, copy) in memory.robots {
        let (answer, file): (String, [UInt8]?) =
          switch copy.answer {
          case .file(let bytes): ("file", bytes)
          case .unavailable: ("unavailable", nil)
          case .unreachable: ("unreachable", nil)
          }
        try db.run(
          "INSERT OR REPLACE INTO robots (origin, host, answer, file, fetched) VALUES (?, ?, ?, ?, ?)",
          [origin, host, answer, file.map(Digest.hexadecimal), copy.fetched.milliseconds])
      }
    }
  }
}
