import Glibc
import Synchronization

/// What a server does when it is asked.
package enum Step: Sendable {
  /// It sends bytes.
  case send([UInt8])
  /// It sends the bytes one by one, with a pause after each, again and again until the other side goes away.
  case drip([UInt8], pause: Duration)
  /// It sends the bytes again and again until the other side goes away.
  case endless([UInt8])
  /// It waits.
  case pause(Duration)
  /// It says nothing until the other side goes away.
  case hold
  /// It passes bytes on between the other side and a port of 127.0.0.1 until one of them goes away.
  case tunnel(port: Int)
  /// It resets the connection.
  case reset
  /// It waits for the next request on the same connection. Without this the connection is closed behind the last step.
  case keep

  /// It sends text.
  package static func text(_ text: String) -> Step { .send(Array(text.utf8)) }
}

/// What a server was asked.
package struct Asked: Sendable {
  /// Path and query.
  package let target: String
  /// The whole head.
  package let head: String
  /// Of how many connections this was the one, from 1.
  package let connection: Int
  /// How often this target was asked for, this time included.
  package let times: Int
  /// When.
  package let at: ContinuousClock.Instant
}

/// A server on a loopback address that does what it is told, however wrong.
package final class RawServer: Sendable {
  package let address: String
  package let port: Int
  private let listener: Int32
  private let isAccepting = Atomic(false)
  private let isStopped = Atomic(false)
  private let log = Mutex<[Asked]>([])
  private let handler: @Sendable (Asked) -> [Step]

  /// Listens on a free port of the address. robots.txt is not there unless the handler answers for it.
  package init(
    address: String = "127.0.0.1", backlog: Int32 = 128, _ handler: @escaping @Sendable (Asked) -> [Step]
  )
    throws
  {
    self.address = address
    self.handler = handler
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    listener = socket
    var own = sockaddr_in()
    own.sin_family = sa_family_t(AF_INET)
    guard inet_pton(AF_INET, address, &own.sin_addr) == 1 else { throw Errno(code: EINVAL) }
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &own) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(socket, generic, length) == 0 && listen(socket, backlog) == 0
          && getsockname(socket, generic, &length) == 0
      }
    }
    guard bound else { throw Errno(code: errno) }
    port = Int(UInt16(bigEndian: own.sin_port))
    signal(SIGPIPE, SIG_IGN)
  }

  /// Why there is no server.
  package struct Errno: Error { let code: Int32 }

  deinit {
    stop()
    // The thread that accepts closes it otherwise.
    if !isAccepting.load(ordering: .relaxed) { close(listener) }
  }

  /// Begins to accept connections.
  package func start() -> RawServer {
    isAccepting.store(true, ordering: .relaxed)
    let listener = listener
    let serve = Serving(handler: handler, log: { [weak self] in self?.note($0, connection: $1) })
    onThread { serve.accept(listener) }
    return self
  }

  /// Ends; connections that are open go on to their own ends.
  package func stop() {
    // Once: the number of the socket may be another server's by now.
    if !isStopped.exchange(true, ordering: .relaxed) { shutdown(listener, Int32(SHUT_RDWR)) }
  }

  /// What it was asked, in order.
  package var asked: [Asked] { log.withLock { $0 } }

  /// The URL of a path on it.
  package func url(_ path: String) -> String { "http://\(address):\(port)\(path)" }

  private func note(_ head: String, connection: Int) -> Asked {
    let words = head.split(separator: " ", maxSplits: 2)
    let target = words.count > 1 ? String(words[1]) : ""
    return log.withLock { log in
      let times = log.count { $0.target == target } + 1
      let asked = Asked(target: target, head: head, connection: connection, times: times, at: .now)
      log.append(asked)
      return asked
    }
  }
}

/// The threads of a server; they hold the server itself only while it lives.
private struct Serving: Sendable {
  package let handler: @Sendable (Asked) -> [Step]
  package let log: @Sendable (String, Int) -> Asked?

  package func accept(_ listener: Int32) {
    var count = 0
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      if connection < 0 { break }
      count += 1
      let number = count
      var on: Int32 = 1
      setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
      onThread { self.serve(connection, number) }
    }
    close(listener)
  }

  private func serve(_ connection: Int32, _ number: Int) {
    defer { close(connection) }
    while let head = readHead(connection), let asked = log(head, number) {
      let steps = handler(asked)
      guard !steps.isEmpty || asked.target != "/robots.txt" else {
        guard send(connection, Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8)) else {
          return
        }
        continue
      }
      guard steps.allSatisfy({ take($0, connection) }) else { return }
      guard case .keep? = steps.last else { return }
    }
  }

  private func take(_ step: Step, _ connection: Int32) -> Bool {
    switch step {
    case .send(let bytes): return send(connection, bytes)
    case .drip(let bytes, let pause):
      while true {
        for byte in bytes {
          guard send(connection, [byte]) else { return false }
          wait(pause)
        }
      }
    case .endless(let bytes):
      while send(connection, bytes) {}
      return false
    case .pause(let duration):
      wait(duration)
      return true
    case .hold:
      var window = [UInt8](repeating: 0, count: 4096)
      while recv(connection, &window, window.count, 0) > 0 {}
      return false
    case .tunnel(let port):
      guard let far = connected(to: port) else { return false }
      onThread { relay(from: far, to: connection) }
      relay(from: connection, to: far)
      close(far)
      return false
    case .reset:
      var now = linger(l_onoff: 1, l_linger: 0)
      setsockopt(connection, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
      return false
    case .keep: return true
    }
  }

  private func send(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(connection, buffer.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  private func readHead(_ connection: Int32) -> String? {
    var head: [UInt8] = []
    var window = [UInt8](repeating: 0, count: 4096)
    while !head.contains(sequence: [13, 10, 13, 10]) {
      let count = recv(connection, &window, window.count, 0)
      if count <= 0 { return nil }
      head += window[..<count]
    }
    return String(decoding: head, as: UTF8.self)
  }

  private func wait(_ duration: Duration) { usleep(UInt32(duration / .microseconds(1))) }
}

extension [UInt8] {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    count >= sequence.count
      && indices.dropLast(sequence.count - 1).contains { self[$0...].starts(with: sequence) }
  }
}

/// Passes bytes on until one side goes away, and tells the other.
private func relay(from near: Int32, to far: Int32) {
  var window = [UInt8](repeating: 0, count: 1 << 14)
  while case let count = recv(near, &window, window.count, 0), count > 0 {
    guard send(far, window, count, Int32(MSG_NOSIGNAL)) == count else { break }
  }
  shutdown(far, Int32(SHUT_RDWR))
}

/// Lets the thread wait.
package func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

/// Runs the work on a thread of its own.
package func onThread(_ work: @escaping @Sendable () -> Void) {
  final class Box {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(work)).toOpaque()
  pthread_create(
    &thread, nil,
    { context in
      Unmanaged<Box>.fromOpaque(context!).takeRetainedValue().work()
      return nil
    }, box)
  pthread_detach(thread)
}
