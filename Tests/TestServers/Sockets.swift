import Glibc

/// A connection to a server that nobody takes up.
package final class Occupant {
  private let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)

  package init(port: Int) { _ = connect(connection, to: port) }

  deinit { close(connection) }
}

/// A port at which nobody listens, and that nobody else gets as long as this lives.
package final class DeadPort: Sendable {
  package let port: Int
  private let holder: RawServer

  package init(address: String = "127.0.0.1") throws {
    holder = try RawServer(address: address) { _ in [] }
    port = holder.port
    holder.stop()
  }
}

/// A connection to the port on 127.0.0.1; nothing where there is none.
func connected(to port: Int) -> Int32? {
  let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  if connect(connection, to: port) { return connection }
  close(connection)
  return nil
}

private func connect(_ connection: Int32, to port: Int) -> Bool {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t(port).bigEndian
  inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
  return withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      Glibc.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
}
