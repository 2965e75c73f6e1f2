import Foundation
import TerminalRig
import Testing

/// From a drill that is over back to an earlier moment, and on from there in a journal of its own.
@Suite("A drill gone on from an earlier moment")
struct DrillBranchJourneyTests {
  private let folder: TemporaryFolder
  private let city = ["--city", Product.city]
  private let drill = Product.root + "/fixtures/drills/first-shift"

  init() throws { folder = try TemporaryFolder() }

  @Test("proves, scores, goes on, and is run again; the parent keeps its bytes")
  func whole() throws {
    let parent = folder.file("parent.db")
    let child = folder.file("child.db")
    try succeed(["drill", drill, "--headless", "--keys", drill + "/model.jsonl", "--journal", parent])
    let before = try bytes(of: parent)
    let made = try succeed(branch(parent, at: "09:04:00", to: child))
    #expect(made.contains("已从 parent.db 第") && made.contains("停在 09:04:00"))
    #expect(try bytes(of: parent) == before)
    #expect(try succeed(["verify", "--journal", child]).contains("分自 parent.db 第"))
    try succeed(["drill", "score", drill, "--journal", child])
    try succeed(["drill", drill, "--headless", "--journal", child])
    let keys = folder.file("keys.jsonl")
    try succeed(["drill", "keys", drill, "--journal", child, "--out", keys])
    let again = folder.file("again.db")
    try succeed(["drill", drill, "--headless", "--keys", keys, "--journal", again])
    #expect(
      try succeed(["drill", "score", drill, "--json", "--journal", again]).hasPrefix("{")
        && succeed(["verify", "--journal", again]).contains("完好"))
  }

  @Test("is refused where there is no such moment, and over a file that exists")
  func refused() throws {
    let parent = folder.file("parent.db")
    try succeed(["drill", drill, "--headless", "--until", "09:05:00", "--journal", parent])
    for (time, reason) in [("08:59:00", "开演以前"), ("09:30:00", "已经结束"), ("09:06:00", "还没有演到")] {
      let child = folder.file("refused.db")
      let refused = try Product.start(branch(parent, at: time, to: child) + city).result()
      #expect(refused.status == 2 && refused.complaint.contains(reason), "\(refused.complaint)")
      #expect(!FileManager.default.fileExists(atPath: child))
    }
    let existing = try Product.start(branch(parent, at: "09:02:00", to: parent) + city).result()
    #expect(existing.status == 4 && existing.complaint.contains("已经存在，不覆盖"))
    let missing = try Product.start(
      branch(folder.file("none.db"), at: "09:02:00", to: folder.file("a.db")) + city
    ).result()
    #expect(missing.status == 4)
  }

  private func branch(_ parent: String, at time: String, to child: String) -> [String] {
    ["drill", "branch", drill, "--journal", parent, "--at", time, "--out", child]
  }

  @discardableResult
  private func succeed(_ arguments: [String]) throws -> String {
    let result = try Product.start(arguments + city).result()
    #expect(result.status == 0, "\(result.complaint)")
    return result.text
  }

  private func bytes(of journal: String) throws -> [Data?] {
    ["", "-wal"].map { FileManager.default.contents(atPath: journal + $0) }
  }
}
