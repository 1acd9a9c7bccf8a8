import Glibc

/// A connection to a server that nobody takes up.
package final class Occupant {
  private let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)

  package init(port: Int) throws {
    var address = loopback(port)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  deinit { close(connection) }
}

/// A port on 127.0.0.1 that nobody listens on.
package func freePort() throws -> Int { try RawServer { _ in [] }.port }

private func loopback(_ port: Int) -> sockaddr_in {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t(port).bigEndian
  inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
  return address
}
