internal import Glibc
internal import Synchronization

/// A web site on 127.0.0.1, for tests of the whole program.
public final class LoopbackSite: Sendable {
  private struct State {
    var pages: [String: String]
    var asked: [String] = []
    var isOver = false
  }

  private let state: Mutex<State>
  private let listener: Int32
  /// Milliseconds before each answer.
  private let delay: UInt32
  /// The port that it listens to.
  public let port: Int

  /// Why it could not be set up.
  public struct Failure: Error {}

  /// Serves pages by their paths; everything else is 404.
  public init(_ pages: [String: String], delay: UInt32 = 0) throws {
    state = Mutex(State(pages: pages))
    self.delay = delay
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = listener
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && listen(socket, 64) == 0
          && getsockname(socket, address, &length) == 0
      }
    }
    guard status else { throw Failure() }
    port = Int(UInt16(bigEndian: address.sin_port))
    start { site in site.accept() }
  }

  deinit { close(listener) }

  /// Where it is.
  public var origin: String { "http://127.0.0.1:\(port)" }

  /// The paths that were asked for, in their order.
  public var asked: [String] { state.withLock { $0.asked } }

  /// Puts another page in the place of one, or takes one away.
  public func serve(_ path: String, _ page: String?) { state.withLock { $0.pages[path] = page } }

  /// Ends it.
  public func stop() {
    state.withLock { $0.isOver = true }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func accept() {
    while !state.withLock({ $0.isOver }) {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { return }
      var on: Int32 = 1
      setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
      start { site in site.answer(connection) }
    }
  }

  private func answer(_ connection: Int32) {
    defer { close(connection) }
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      request += buffer[..<count]
      guard request.suffix(4).elementsEqual("\r\n\r\n".utf8) else { continue }
      let words = request.split(separator: UInt8(ascii: " "), maxSplits: 2)
      let path = words.count > 1 ? String(decoding: words[1], as: UTF8.self) : ""
      request = []
      let page = state.withLock { state in
        state.asked.append(path)
        return state.pages[path]
      }
      if delay > 0 { usleep(delay * 1000) }
      let body = Array((page ?? "none").utf8)
      let head = "HTTP/1.1 \(page == nil ? "404 Not Found" : "200 OK")\r\nContent-Type: text/html\r\n"
      let answer = Array("\(head)Content-Length: \(body.count)\r\n\r\n".utf8) + body
      guard send(connection, answer, answer.count, Int32(MSG_NOSIGNAL)) == answer.count else { return }
    }
  }

  private func start(_ body: @escaping @Sendable (LoopbackSite) -> Void) {
    let work = Work { [self] in body(self) }
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, Unmanaged.passRetained(work).toOpaque())
    precondition(status == 0, "no thread for the site")
    pthread_detach(thread)
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
