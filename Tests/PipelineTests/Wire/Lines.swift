import Records

@testable import Pipeline

/// Reads `text` as line 3 of `in.jsonl`, as commands read their input.
func reading<Value>(_ text: String, _ read: (WireLine) throws -> Value) throws -> Value {
  try Array(text.utf8).withUnsafeBufferPointer { try read(WireLine(bytes: $0, file: "in.jsonl", number: 3)) }
}

/// The message with which reading `text` ends, or what was read.
func message<Value>(_ text: String, _ read: (WireLine) throws -> Value) -> String {
  do {
    return "read: \(try reading(text, read))"
  } catch {
    return "\(error)"
  }
}

func decimal(_ text: String) -> ExactDecimal {
  guard let value = ExactDecimal(text) else { preconditionFailure("\(text) is no decimal") }
  return value
}
