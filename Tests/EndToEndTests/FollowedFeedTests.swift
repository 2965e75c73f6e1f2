import Foundation
import TerminalRig
import Testing

/// A feed that is cut and replaced while a desk shows it.
@Suite("A followed feed", .serialized)
struct FollowedFeedTests {
  @Test("what is appended shows, through truncation and rotation, each report once")
  func truncationAndRotation() throws {
    let server = try TerminalServer()
    let folder = try TemporaryFolder()
    let lines = try String(contentsOfFile: Product.day, encoding: .utf8).split(separator: "\n")
      .filter { !$0.contains("closed") }
    func data(_ range: Range<Int>) -> Data { Data((lines[range].joined(separator: "\n") + "\n").utf8) }
    let feed = try folder.write(data(0..<5), to: "feed.jsonl")
    let journal = folder.file("journal.db")
    let desk = try DeskSession(server, ["--journal", journal, "--feed", feed])
    try desk.terminal.wait(for: "[全部5]")
    try folder.append(data(5..<8), to: "feed.jsonl")
    try desk.terminal.wait(for: "[全部8]")
    // The last line again after the cut: it adds nothing.
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: feed))
    try handle.truncate(atOffset: 0)
    try handle.close()
    try desk.terminal.wait(for: "被清空")
    try folder.append(data(7..<10), to: "feed.jsonl")
    try desk.terminal.wait(for: "[全部10]")
    // Half a line is not read before it is whole.
    let next = data(10..<11)
    try folder.append(next.prefix(40), to: "feed.jsonl")
    try folder.append(next.dropFirst(40), to: "feed.jsonl")
    try desk.terminal.wait(for: "[全部11]")
    try FileManager.default.moveItem(atPath: feed, toPath: folder.file("feed.1"))
    try folder.write(data(11..<13), to: "feed.jsonl")
    try desk.terminal.wait(for: "[全部13]")
    #expect(try desk.quit().status == "0")
    let all = try Product.list(try Product.act("orders", "--all", "--json", journal: journal))
    #expect(all.count == 13)
    #expect(Set(all.compactMap { $0["sourceID"] as? String }).count == 13)
    #expect(!FileManager.default.fileExists(atPath: feed + ".rejects.jsonl"))
  }
}
