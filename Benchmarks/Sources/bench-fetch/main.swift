import Fetch
import Foundation
import Synchronization

// Measures `CrawlEngine`: bench-fetch FOLDER [PAGES [HOSTS]]
// The 20 hosts are addresses of loopback, served by a process of its own with the pages of the folder; the delay is 0.
// The queue is 1,000,000 URLs, of which PAGES (60,000) are fetched. The last line gives the speed against that of a
// socket that asks for the same pages one after the other.

guard CommandLine.arguments.count > 1 else {
  print("usage: bench-fetch FOLDER [PAGES [HOSTS]]")
  exit(64)
}
let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let hostCount = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3]) ?? 20 : 20
if CommandLine.arguments.last == "serve" { try serve(folder, hosts: hostCount) }
let wanted = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 60_000 : 60_000

let server = Process()
server.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
server.arguments = [folder.path, "0", "\(hostCount)", "serve"]
let output = Pipe()
server.standardOutput = output
try server.run()
defer { server.terminate() }
let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
guard let port = Int(said.prefix { $0.isNumber }) else {
  print("no server: \(said)")
  exit(65)
}

/// The queue: a number for each host, which stands for its share of a million URLs.
final class Numbers: Frontier {
  let hostNames = (1...hostCount).map(hostName)
  let port: Int
  let share: Int
  let state = Mutex((next: [String: Int](), pages: 0, bytes: 0, failures: 0))

  init(port: Int, pages: Int) {
    self.port = port
    share = pages / hostCount
  }

  func hosts() throws -> [String] { hostNames }

  func next(host: String) throws -> FetchRequest? {
    let number = state.withLock { state in
      state.next[host, default: 0] += 1
      return state.next[host] ?? 0
    }
    guard number <= share else { return nil }
    return FetchRequest(url: try PageURL("http://\(host):\(port)/\(number).html"))
  }

  func record(_ outcome: FetchOutcome) throws {
    state.withLock { state in
      if case .page(let answer) = outcome.ending {
        state.pages += 1
        state.bytes += answer.content.count
      } else {
        state.failures += 1
      }
    }
  }

  func giveBack(_ request: FetchRequest) throws {}
  func memory(of host: String) throws -> HostMemory { HostMemory() }
  func remember(_ memory: HostMemory, of host: String) throws {}
}

guard let agent = UserAgent(version: "0", contact: "bench@example.org"),
  let allowed = AllowList(["127.*:*"]),
  let loopback = AddressRange("127.0.0.0/8")
else { exit(70) }
var policy = CrawlPolicy(userAgent: agent, allowed: allowed)
policy.allowedAddresses = [loopback]
policy.defaults.delay = .zero
policy.defaults.jitterPercent = 0
policy.parallelHosts = 20

let plain = try plainSpeed(port: port, pages: wanted / 10)
let frontier = Numbers(port: port, pages: wanted)
let processor = clock()
let start = ContinuousClock.now
_ = try await CrawlEngine(policy: policy, frontier: frontier).run()
let seconds = (ContinuousClock.now - start) / .seconds(1)
let done = frontier.state.withLock { $0 }
let perPage = Double(clock() - processor) / Double(CLOCKS_PER_SEC) / Double(max(1, done.pages)) * 1e6
guard done.pages == wanted / hostCount * hostCount, done.failures == 0 else {
  print("\(done.pages) pages and \(done.failures) failures of \(wanted)")
  exit(65)
}
print("\(done.pages) pages of \(done.bytes / done.pages) bytes in \((seconds * 10).rounded() / 10) s")
print(
  "\(Int(Double(done.pages) / seconds)) pages/s, \(Int(perPage)) µs of processor a page, peak \(peakMegabytes()) MB"
)
print(
  "\((Double(done.pages) / seconds / plain * 100).rounded() / 100) of the speed of a plain socket, \(Int(plain)) pages/s"
)

/// The most memory that this process has held.
func peakMegabytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}
