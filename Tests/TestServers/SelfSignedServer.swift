package import Foundation

/// A server with TLS and a certificate of its own: `openssl s_server`. It says `page` to whatever is asked.
package final class SelfSignedServer: @unchecked Sendable {
  package private(set) var port = 0
  /// The certificate, as a file.
  package let certificate: URL
  private let folder: URL
  private let process = Process()

  /// Starts one, on a thread of its own: the certificate takes a while.
  package static func start(pages: [String]) async throws -> SelfSignedServer {
    try await withCheckedThrowingContinuation { continuation in
      onThread { continuation.resume(with: Result { try SelfSignedServer(pages: pages) }) }
    }
  }

  /// Why there is no server.
  package struct NotReady: Error { let said: String }

  private init(pages: [String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "xianzhi-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "certificate.pem")
    for page in pages {
      try Data("HTTP/1.0 200 OK\r\n\r\n\(page)".utf8).write(to: folder.appending(path: page))
    }
    let request = Process()
    request.executableURL = URL(filePath: "/usr/bin/env")
    request.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
      "-keyout", "key.pem", "-out", "certificate.pem", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
      "subjectAltName=IP:127.0.0.1",
    ]
    request.currentDirectoryURL = folder
    request.standardError = FileHandle.nullDevice
    try request.run()
    request.waitUntilExit()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", "certificate.pem", "-key", "key.pem",
      "-HTTP",
    ]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = Pipe()
    try process.run()
    // It says `ACCEPT 127.0.0.1:4433` when it is ready. A port that was looked for before might be another's by now.
    var said = ""
    while port == 0 {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw NotReady(said: said) }
      said += String(decoding: more, as: UTF8.self)
      let line = said.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .first { $0.hasPrefix("ACCEPT ") }
      port = line?.split(separator: ":").last.flatMap { Int($0) } ?? 0
    }
  }

  deinit {
    process.terminate()
    try? FileManager.default.removeItem(at: folder)
  }
}
