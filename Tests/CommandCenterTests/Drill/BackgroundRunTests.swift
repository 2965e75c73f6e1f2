import Drill
import Foundation
import Journal
import MemoryJournal
import Model
import Testing

@testable import CommandCenter

@Suite("The background of a drill")
struct BackgroundRunTests {
  /// The typhoon's worst hour as a background in which reports repeat, change, and share incidents.
  private static func folder() throws -> URL {
    let shipped = URL(fileURLWithPath: Shift.folder + "/drills/typhoon-tide")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("drill-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: shipped, to: folder)
    let day = try String(contentsOfFile: Shift.folder + "/feeds/typhoon.jsonl", encoding: .utf8)
    var lines: [String] = []
    for line in day.split(separator: "\n") where line.contains("\"reported\":\"2020-08-04T17:") {
      let report = "{\"exercise\":true," + line.dropFirst()
      lines.append(report)
      if lines.count % 7 == 0 { lines.append(report) }
      if lines.count % 11 == 0 { lines.append(report.replacing("\"title\":\"", with: "\"title\":\"更正：")) }
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: folder.appendingPathComponent("feed.jsonl"))
    return folder
  }

  @Test func `goes into the journal together, and leaves what one transaction a report would have left`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let rehearsal = try Rehearsal(folder: folder.path)
    let model = try rehearsal.model
    let together = try rehearsal.run(model)
    let apart = try rehearsal.run(model, step: 1)
    #expect(try together.export == apart.export)
    let events = try together.store.events(from: 1, limit: 10_000)
    #expect(events.count { $0.header.type == "order.amended" } > 20)
    #expect(events.count { $0.header.type == "order.attached" } > 0)
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.header.recordedAt <= $1.header.recordedAt })
  }
}
