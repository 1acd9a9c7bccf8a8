package import Foundation

/// A server with TLS and a certificate of its own: `openssl s_server`. It says `page` to whatever is asked.
package final class SelfSignedServer: @unchecked Sendable {
  package let port: Int
  /// The certificate, as a file.
  package let certificate: URL
  private let folder: URL
  private let process = Process()

  /// Starts one, on a thread of its own: the certificate takes a while.
  package static func start(port: Int, pages: [String]) async throws -> SelfSignedServer {
    try await withCheckedThrowingContinuation { continuation in
      onThread { continuation.resume(with: Result { try SelfSignedServer(port: port, pages: pages) }) }
    }
  }

  private init(port: Int, pages: [String]) throws {
    self.port = port
    folder = FileManager.default.temporaryDirectory.appending(path: "xianzhi-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "certificate.pem")
    for page in pages {
      try Data("HTTP/1.0 200 OK\r\n\r\n\(page)".utf8).write(to: folder.appending(path: page))
    }
    let request = Process()
    request.executableURL = URL(filePath: "/usr/bin/env")
    request.arguments = [
      "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out",
      "certificate.pem", "-days",
      "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
    ]
    request.currentDirectoryURL = folder
    request.standardError = FileHandle.nullDevice
    try request.run()
    request.waitUntilExit()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-cert", "certificate.pem", "-key", "key.pem",
      "-HTTP",
    ]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = Pipe()
    try process.run()
    // It says ACCEPT when it is ready.
    var said = Data()
    while !said.contains(Data("ACCEPT".utf8)) {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      said += more
    }
  }

  deinit {
    process.terminate()
    try? FileManager.default.removeItem(at: folder)
  }
}
