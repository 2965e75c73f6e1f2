import Foundation
import Model
import Terminal
import Testing

@testable import CommandCenter

@Suite("A recording")
struct CastWriterTests {
  private let start = Instant(milliseconds: 1_592_269_953_120)

  /// The lines that outputs make, each at some milliseconds after the start.
  private func lines(_ outputs: [(Int64, ScreenOutput)]) throws -> [String] {
    var writer = CastWriter(terminal: "tmux-256color")
    return try outputs.compactMap { after, output in
      try writer.line(output, at: start.adding(milliseconds: after)).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private func event(_ line: String) throws -> (time: Double, kind: String, data: String) {
    let parts = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
    return (
      try #require(parts[0] as? Double), try #require(parts[1] as? String), try #require(parts[2] as? String)
    )
  }

  @Test("begins with a header of version 2 with size, time and terminal")
  func header() throws {
    let line = try #require(try lines([(0, .size(width: 120, height: 36))]).first)
    #expect(
      line == #"{"env":{"TERM":"tmux-256color"},"height":36,"timestamp":1592269953,"version":2,"width":120}"# + "\n")
  }

  @Test("tells output, Chinese and escapes intact, and other sizes, with seconds since the beginning")
  func events() throws {
    let made = try lines([
      (0, .size(width: 80, height: 24)), (34, .bytes(Array("\u{1B}[1m余东镇/\"\u{1B}[0m".utf8))),
      (1_250, .size(width: 100, height: 30)),
    ])
    #expect(made.count == 3)
    #expect(made[1].contains("余东镇/"))
    #expect(try event(made[1]) == (0.034, "o", "\u{1B}[1m余东镇/\"\u{1B}[0m"))
    #expect(try event(made[2]) == (1.25, "r", "100x30"))
    #expect(made.allSatisfy { $0.hasSuffix("\n") && $0.dropLast().contains("\n") == false })
  }

  @Test("never splits a character over two events, wherever the pieces are cut")
  func cutAnywhere() throws {
    let text = "海门市·é𠮷。a"
    let bytes = Array(text.utf8)
    for size in 1...bytes.count {
      var outputs: [(Int64, ScreenOutput)] = [(0, .size(width: 80, height: 24))]
      for begin in stride(from: 0, to: bytes.count, by: size) {
        outputs.append((Int64(begin), .bytes(Array(bytes[begin..<min(bytes.count, begin + size)]))))
      }
      let data = try lines(outputs).dropFirst().map { try event($0).data }
      #expect(data.joined() == text, "pieces of \(size)")
      #expect(data.allSatisfy { !$0.isEmpty && !$0.contains("\u{FFFD}") }, "pieces of \(size)")
    }
  }

  @Test("does not wait for the rest of what is no character")
  func strayBytes() throws {
    let made = try lines([(0, .size(width: 80, height: 24)), (1, .bytes([0x61, 0xFF])), (2, .bytes([0x62]))])
    #expect(try made.dropFirst().map { try event($0).data }.joined() == "a\u{FFFD}b")
  }

  @Test("goes on in time when the wall clock is set back")
  func clockSetBack() throws {
    let made = try lines([
      (0, .size(width: 80, height: 24)), (500, .bytes([0x61])), (-60_000, .bytes([0x62])), (700, .bytes([0x63])),
    ])
    #expect(try made.dropFirst().map { try event($0).time } == [0.5, 0.5, 0.7])
  }
}
