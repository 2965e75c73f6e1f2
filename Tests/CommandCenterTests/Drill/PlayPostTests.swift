import Foundation
import Model
import Testing

@testable import CommandCenter

@Suite("The post of who plays a drill's feed")
struct PlayPostTests {
  private let path = FileManager.default.temporaryDirectory.appendingPathComponent("post-\(UUID().uuidString)").path

  @Test func `is held by one, and free once that one has left`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try PlayPost(path: path)
    let second = try PlayPost(path: path)
    #expect(first.take())
    #expect(first.take(), "who holds it holds it")
    #expect(!second.take())
    first.leave()
    #expect(second.take())
    #expect(!first.take())
  }

  @Test func `bears the last sign of life, whoever gave it`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try PlayPost(path: path)
    #expect(first.lastBeat == nil)
    first.beat(Instant(milliseconds: 1_592_269_953_250))
    #expect(try PlayPost(path: path).lastBeat == Instant(milliseconds: 1_592_269_953_250))
  }
}
