internal import Records
internal import Vocabulary

/// Tokens and the text that they cover.
protocol TokenText {
  var text: Bytes { get }
  /// The tokens of a sentence.
  var tokens: [Token] { get }
}

/// The tokens of a sentence, and nothing more.
struct SentenceTokens: TokenText {
  let text: Bytes
  let tokens: [Token]
}

extension TokenText {
  /// Whether the token is `word`.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    tokens[index].span.count == word.utf8CodeUnitCount
      && text.has(word, at: tokens[index].span.start)
  }

  /// The words of a run of tokens, without brackets, times and joints at its ends.
  func label(_ run: Range<Int>) -> String {
    if isPlain(run) {
      return Quotes.balanced(
        text.string(ByteSpan(tokens[run.lowerBound].span.start, tokens[run.upperBound - 1].span.end)))
    }
    var words = ""
    for index in run {
      switch tokens[index].kind {
      case .aside, .period: continue
      case .pause: words += "、"
      default: words += text.string(tokens[index].span)
      }
    }
    return Quotes.balanced(words)
  }

  /// Whether the words of the run are the very characters of a stretch of the text.
  private func isPlain(_ run: Range<Int>) -> Bool {
    if run.isEmpty { return false }
    for index in run {
      switch tokens[index].kind {
      case .aside, .period, .pause: return false
      default:
        if index > run.lowerBound, tokens[index - 1].span.end != tokens[index].span.start { return false }
      }
    }
    return true
  }
}
