import Foundation

/// The address of the host: 127.0.0.1, 127.0.0.2 and so on.
func hostName(_ number: Int) -> String { "127.0.\(number / 250).\(number % 250 + 1)" }

/// Serves the pages of the folder on so many addresses of loopback, says its port and goes on until it is ended.
func serve(_ folder: URL, hosts: Int) throws -> Never {
  let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path }
  let answers = try files.map { file in
    let body = try Data(contentsOf: file)
    return Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(body.count)\r\n\r\n".utf8)
      + body
  }
  guard !answers.isEmpty else { exit(65) }
  signal(SIGPIPE, SIG_IGN)
  var port: UInt16 = 0
  for host in 1...hosts {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var own = address(hostName(host), port)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &own) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { exit(65) }
    port = UInt16(bigEndian: own.sin_port)
    Thread.detachNewThread {
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        Thread.detachNewThread { answer(connection, answers) }
      }
    }
  }
  try FileHandle.standardOutput.write(contentsOf: Data("\(port)\n".utf8))
  while true { sleep(1000) }
}

/// Answers request after request.
private func answer(_ connection: Int32, _ answers: [[UInt8]]) {
  defer { close(connection) }
  var on: Int32 = 1
  setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
  var window = [UInt8](repeating: 0, count: 4096)
  var number = 0
  // A request comes in one piece here.
  while recv(connection, &window, window.count, 0) > 0 {
    number += 1
    let answer =
      number == 1
      ? Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8) : answers[number % answers.count]
    var sent = 0
    while sent < answer.count {
      let count = answer.withUnsafeBytes { send(connection, $0.baseAddress! + sent, answer.count - sent, 0) }
      guard count > 0 else { return }
      sent += count
    }
  }
}

/// Pages a second of a socket that asks for one page after the other and looks at the length alone.
func plainSpeed(port: Int, pages: Int) throws -> Double {
  let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(connection) }
  var server = address(hostName(1), UInt16(port))
  let isConnected = withUnsafePointer(to: &server) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
  guard isConnected else { return .nan }
  let request = Array("GET /1.html HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
  var window = [UInt8](repeating: 0, count: 1 << 16)
  let start = ContinuousClock.now
  for _ in 0..<pages {
    _ = send(connection, request, request.count, 0)
    var have = 0
    var wanted = Int.max
    while have < wanted {
      let count = recv(connection, &window, window.count, 0)
      guard count > 0 else { return .nan }
      if have == 0 { wanted = length(window[..<count]) }
      have += count
    }
  }
  return Double(pages) / ((ContinuousClock.now - start) / .seconds(1))
}

/// The bytes of head and body together.
private func length(_ start: ArraySlice<UInt8>) -> Int {
  let text = String(decoding: start.prefix(200), as: UTF8.self)
  guard let end = text.firstRange(of: "\r\n\r\n"), let field = text.firstRange(of: "Content-Length: ") else {
    return 0
  }
  let head = text[..<end.upperBound].utf8.count
  return head + (Int(text[field.upperBound...].prefix { $0.isNumber }) ?? 0)
}

private func address(_ text: String, _ port: UInt16) -> sockaddr_in {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  inet_pton(AF_INET, text, &address.sin_addr)
  return address
}
