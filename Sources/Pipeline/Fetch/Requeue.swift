internal import Fetch
internal import SystemPackage

/// `xianzhi requeue`: brings pages back that were parked, or makes pages due.
public struct Requeue {
  private let configuration: Configuration
  private let settings: FetchSettings

  /// Reads the configuration.
  ///
  /// - Throws: a `Fault` where it is wrong, a `Stop` with status 78 where it has no source on the web.
  public init(configuration path: String) throws {
    configuration = try Configuration(file: path)
    settings = try configuration.requiredSettings()
  }

  /// Makes these pages due, or all that are parked where none is named; prints how many.
  ///
  /// - Parameter source: of which source alone.
  /// - Throws: a `Stop` with status 64 for what is no URL and for a source that is not there, 66 where a page is not known,
  ///   75 where a crawl is under way.
  public func run(_ urls: [String], source: String?) throws {
    if let source, !configuration.webSources.contains(where: { $0.source.name == source }) {
      throw Stop(.usage, "--source: the configuration has no source \"\(source)\" on the web")
    }
    var pages: [String] = []
    for text in urls {
      do throws(FetchFailure) {
        pages.append(try PageURL(text).description)
      } catch {
        throw Stop(.usage, "expected the URL of a page: \(error)")
      }
    }
    let stage = try FetchStage.open(configuration, settings)
    let count = try stage.state.requeue(pages, source: source, now: FetchClock.now())
    let sink = ByteSink(.standardOutput, name: "standard output")
    try sink.write(Array("\(count) pages are due\n".utf8))
    try sink.flush()
    if count < pages.count { throw Stop(.noInput, "\(pages.count - count) of the pages are not known") }
  }
}
