import Feeds
import Foundation
import Testing

@Suite struct RejectFileTests {
  private struct Entry: Decodable {
    let line: Int
    let column: Int?
    let code: String
    let reason: String
    let bytes: Data
  }

  private func entries(_ folder: TemporaryFolder) throws -> [Entry] {
    try folder.bytes(of: "rejects.jsonl").split(separator: 0x0A).map {
      try JSONDecoder().decode(Entry.self, from: Data($0))
    }
  }

  private let lines: [[UInt8]] = [
    [], [0x00, 0xFF, 0x22, 0x5C, 0x0D], Array(#"{"id":"\u0069","#.utf8),
    Array(Samples.line(["place": #""X\"Y\\""#]).utf8),
  ]

  @Test func `Rejected lines are kept with all that is known of them`() throws {
    let folder = try TemporaryFolder()
    let file = try RejectFile(path: folder.path("rejects.jsonl"))
    let rejected = lines.compactMap { rejection($0) }
    #expect(rejected.count == lines.count)
    for line in rejected { try file.write(line) }
    try file.sync()
    let kept = try entries(folder)
    #expect(kept.map { [UInt8]($0.bytes) } == lines)
    #expect(kept.map(\.column) == rejected.map(\.column))
    #expect(kept.map(\.code) == rejected.map(\.code.rawValue))
    #expect(kept.map(\.reason) == rejected.map(\.reason))
    #expect(kept.allSatisfy { $0.line == 2 })
  }

  @Test(arguments: [1, 2, 3, 4] as [Int])
  func `A line in pieces of any size is kept as one`(size: Int) throws {
    let folder = try TemporaryFolder()
    let file = try RejectFile(path: folder.path("rejects.jsonl"))
    let bytes = (0..<1_000).map { UInt8($0 % 251) }.filter { $0 != 0x0A }
    var splitter = LineSplitter(limit: 10)
    var pieces: [FeedPiece] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      pieces += splitter.push(bytes[start..<min(bytes.count, start + size)])
    }
    for case .overlong(let part) in pieces + splitter.finish() { try file.write(part) }
    try file.flush()
    let kept = try entries(folder)
    #expect(kept.map { [UInt8]($0.bytes) } == [bytes])
    #expect(kept.map(\.code) == ["lineTooLong"])
  }

  @Test func `The lines come back as they were, behind a heading where there is one`() throws {
    let folder = try TemporaryFolder()
    let file = try RejectFile(path: folder.path("rejects.jsonl"))
    for line in lines.compactMap({ rejection($0) }) { try file.write(line) }
    try file.flush()
    let plain = try RejectedBytes.restore(from: file.path, to: folder.path("again"))
    #expect(plain.lines == lines.count && plain.unreadable == 0)
    #expect(try folder.bytes(of: "again") == Array(lines.joined(separator: [0x0A])) + [0x0A])
    _ = try RejectedBytes.restore(from: file.path, to: folder.path("again"), heading: Array("a,b".utf8))
    #expect(try folder.bytes(of: "again").starts(with: Array("a,b\n".utf8)))
  }

  @Test func `An entry that was cut short spoils no other`() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"line":1,"code":"mal"#, to: "rejects.jsonl")
    let file = try RejectFile(path: folder.path("rejects.jsonl"))
    try file.write(try #require(rejection("hello")))
    try file.flush()
    let restored = try RejectedBytes.restore(from: file.path, to: folder.path("again"))
    #expect(restored.lines == 1 && restored.unreadable == 1)
    #expect(try folder.bytes(of: "again") == Array("hello\n".utf8))
  }

  @Test func `A reject file is its owner's alone, and one that can't be made is told`() throws {
    let folder = try TemporaryFolder()
    let file = try RejectFile(path: folder.path("rejects.jsonl"))
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let error = #expect(throws: FeedFileError.self) { try RejectFile(path: folder.path("no/such")) }
    #expect(error?.code == .missing)
  }
}
