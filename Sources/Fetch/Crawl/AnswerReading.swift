/// What an answer means for the chain that it came to.
enum AnswerReading {
  /// A page, or a robots.txt.
  case content
  /// The archived version is still the page.
  case notModified
  /// On to another URL; after a while where the server asks for it.
  case redirect(PageURL, after: Duration?)
  /// It is none of these.
  case failure(FetchFailure)

  /// Reads the answer.
  ///
  /// - Parameters:
  ///   - wasConditional: whether validators were sent.
  ///   - limit: how many redirects a chain may have.
  static func read(
    _ answer: Exchange, of chain: Chain, wasConditional: Bool, allowed: AllowList, limit: Int
  ) -> AnswerReading {
    switch answer.status {
    case 200, 203: return .content
    case 304 where wasConditional: return .notModified
    case 301, 302, 303, 307, 308: return redirect(answer, of: chain, allowed, limit)
    case 404, 410: return .failure(failure(.notFound, answer, "the server has no such page"))
    case 429: return .failure(failure(.rateLimited, answer, "the server asks to be left alone"))
    case 503 where answer.field("retry-after") != nil:
      return .failure(failure(.rateLimited, answer, "the server asks to be left alone"))
    case 400..<500: return .failure(failure(.refusedByServer, answer, "the server refuses the page"))
    case 500..<600: return .failure(failure(.serverError, answer, "the server failed"))
    default: return .failure(failure(.unexpectedStatus, answer, "the status brings no page"))
    }
  }

  private static func redirect(
    _ answer: Exchange, of chain: Chain, _ allowed: AllowList, _ limit: Int
  ) -> AnswerReading {
    guard let location = answer.field("location"), !location.isEmpty else {
      return .failure(failure(.redirectWithoutLocation, answer, "a redirect that does not say where to"))
    }
    guard chain.redirects.count < limit else {
      return .failure(failure(.tooManyRedirects, answer, "more than \(limit) redirects"))
    }
    do throws(FetchFailure) {
      let next = try answer.url.resolving(Self.text(location))
      if next == answer.url || chain.redirects.contains(where: { $0.url == next }) {
        return .failure(failure(.redirectLoop, answer, "the redirects come back to \(next)"))
      }
      guard allowed.allows(next) else {
        let cause = "redirected from \(answer.url) to a host that the configuration does not name"
        return .failure(FetchFailure(.hostNotAllowed, url: next.description, cause))
      }
      return .redirect(next, after: retryAfter(answer))
    } catch {
      var failure = error
      failure.cause = "redirected from \(answer.url): \(error.cause)"
      return .failure(failure)
    }
  }

  /// The field as text. Bytes that are not ASCII are percent-encoded one by one: they may be UTF-8 or GB 18030.
  private static func text(_ location: [UInt8]) -> String {
    let bytes = location.flatMap {
      $0 < 0x80 ? [$0] : [UInt8(ascii: "%"), hexDigit($0 >> 4), hexDigit($0 & 15)]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func failure(_ code: FetchFailure.Code, _ answer: Exchange, _ cause: String) -> FetchFailure
  {
    let pause = code == .rateLimited ? retryAfter(answer) : nil
    return FetchFailure(
      code, url: answer.url.description, "\(cause), status \(answer.status)", status: answer.status,
      retryAfter: pause)
  }

  private static func retryAfter(_ answer: Exchange) -> Duration? {
    answer.field("retry-after").flatMap { RetryAfter.duration($0, now: answer.finished) }
  }
}
