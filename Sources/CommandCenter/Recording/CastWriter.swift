import Foundation
import Model
import SafeText
import Terminal

/// Makes an asciinema v2 recording (https://docs.asciinema.org/manual/asciicast/v2/) of what a terminal is sent: a header, then
/// one line an event.
struct CastWriter {
  /// The first line.
  private struct Header: Encodable {
    let version = 2
    let width: Int
    let height: Int
    let timestamp: Int64
    let env: [String: String]
  }

  /// Any other line: seconds since the beginning, what kind of event, and its data.
  private struct Event: Encodable {
    let milliseconds: Int64
    let kind: String
    let data: String

    func encode(to encoder: any Encoder) throws {
      var line = encoder.unkeyedContainer()
      try line.encode(Double(milliseconds) / 1_000)
      try line.encode(kind)
      try line.encode(data)
    }
  }

  private let terminal: String
  private let encoder = JSONEncoder()
  private var start: Instant?
  /// When the last event was, in milliseconds since the beginning: a clock that is set back does not turn it back.
  private var elapsed: Int64 = 0
  /// The bytes of a character of which the rest has not come yet.
  private var rest: [UInt8] = []

  /// Makes a writer.
  ///
  /// - Parameter terminal: the name of the terminal's kind, `TERM`.
  init(terminal: String) {
    self.terminal = terminal
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// The line that tells of an output; nothing while there is no whole character to tell of.
  ///
  /// - Parameters:
  ///   - output: what the terminal is sent; its size first.
  ///   - now: when, UTC.
  mutating func line(_ output: ScreenOutput, at now: Instant) throws -> Data? {
    guard let start else {
      guard case .size(let width, let height) = output else { return nil }
      self.start = now
      return try encoded(Header(width: width, height: height, timestamp: now.seconds, env: ["TERM": terminal]))
    }
    elapsed = max(elapsed, now.since(start))
    switch output {
    case .size(let width, let height): return try event("r", "\(width)x\(height)")
    case .bytes(let bytes):
      let text = whole(bytes)
      return text.isEmpty ? nil : try event("o", text)
    }
  }

  private func event(_ kind: String, _ data: String) throws -> Data {
    try encoded(Event(milliseconds: elapsed, kind: kind, data: data))
  }

  private func encoded(_ value: some Encodable) throws -> Data {
    var line = try encoder.encode(value)
    line.append(0x0A)
    return line
  }

  /// What can be told of: what is left of a character that was begun, and all but one that is not whole yet.
  private mutating func whole(_ bytes: [UInt8]) -> String {
    rest += bytes
    var end = rest.count
    for length in 1...3 where length <= rest.count {
      let tail = Array(rest.suffix(length))
      if UTF8Prefix(tail) == .incomplete { end = rest.count - length }
    }
    defer { rest.removeFirst(end) }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}
