import Glibc
import Testing

@testable import Terminal

@Suite("Frame output")
struct FrameOutputTests {
  /// Two ends of a connection that keeps what was written at once together.
  private struct Ends {
    let far: Int32
    let near: Int32

    init() throws {
      var ends: [Int32] = [-1, -1]
      try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
      (far, near) = (ends[0], ends[1])
    }

    /// The next packet; nothing when none is there.
    func packet() -> String? {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = recv(far, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
    }

    func close() {
      Glibc.close(far)
      Glibc.close(near)
    }
  }

  @Test("Many small writes reach the terminal as one, and only when they are sent")
  func onePiece() throws {
    let ends = try Ends()
    defer { ends.close() }
    let output = try #require(FrameOutput(terminal: ends.near))
    #expect(output.hold())
    for frame in 1...3 {
      // A later frame that is shorter must not end in what is left of an earlier one.
      let pieces = (0..<(40 / frame)).map { "\u{1B}[\($0);\(frame)H通海路" }
      output.add("<")
      for piece in pieces { _ = piece.withCString { write(fileno(output.stream), $0, strlen($0)) } }
      output.add(">")
      #expect(ends.packet() == nil)
      output.send()
      #expect(ends.packet() == "<" + pieces.joined() + ">")
    }
    output.send()
    #expect(ends.packet() == nil)
  }

  @Test("What is written before it is held goes to the terminal at once")
  func notHeld() throws {
    let ends = try Ends()
    defer { ends.close() }
    let output = try #require(FrameOutput(terminal: ends.near))
    output.add("now")
    #expect(ends.packet() == "now")
  }

  @Test("A terminal that is full is waited for, though it was asked not to block")
  func fullTerminal() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    #expect(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let (reading, writing) = (ends[0], ends[1])
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let writer = Task.detached {
      FrameOutput.write(bytes[...], to: writing)
      close(writing)
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 10_000)
    while case let count = read(reading, &buffer, buffer.count), count > 0 { received += buffer[..<count] }
    #expect(received == bytes)
    writer.cancel()
  }
}
