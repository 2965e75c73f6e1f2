import ArgumentParser
import Drill
import Foundation
import MemoryJournal
import Model
import SQLiteJournal
import Testing

@testable import CommandCenter
@testable import Journal

@Suite("A drill that goes on from an earlier moment")
struct DrillBranchTests {
  private let rehearsal: Rehearsal
  private let model: [AnswerLine]
  private let parent: Rehearsal.Run

  init() throws {
    rehearsal = try Rehearsal("first-shift")
    model = try rehearsal.model
    parent = try rehearsal.run(model)
    let end = rehearsal.plan.end
    try parent.store.setClock(ClockSetting(feed: end, wall: end, speed: 1_000, paused: true))
  }

  private func branch(second: Int64) throws -> (branch: DrillBranch, child: Rehearsal.Run) {
    let branch = try DrillBranch(
      of: parent.store, named: "parent.db", plan: rehearsal.plan,
      at: rehearsal.plan.start.adding(milliseconds: second * 1_000), city: rehearsal.city)
    let child = try MemoryJournal(opening: branch.opening)
    try branch.write(into: child)
    return (branch, Rehearsal.Run(store: child, undone: []))
  }

  /// What an export tells beside its first event and the chain, personal data included.
  private func told(_ run: Rehearsal.Run) throws -> [ExportLine] {
    try run.export.dropFirst().dropLast().map { line in
      let line = try ExportLine(Array(line.utf8))
      if case .event(let event, _) = line { return .event(event, chain: []) }
      return line
    }
  }

  @Test(arguments: [0, 95, 240, 330, 599] as [Int64])
  func `holds what the other one had recorded by then, and names it`(second: Int64) throws {
    let before = try parent.export
    let (branch, child) = try branch(second: second)
    let moment = rehearsal.plan.start.adding(milliseconds: second * 1_000)
    let expected = try told(parent)
    let held = try told(child)
    #expect(held == Array(expected.prefix(held.count)))
    if case .event(let next, _) = expected.dropFirst(held.count).first {
      #expect(next.header.recordedAt > moment)
    }
    let head = try child.store.head()
    #expect(child.store.identity.parent == branch.parent)
    #expect(branch.parent.journal == "parent.db" && branch.parent.sequence == head.sequence)
    let last = try #require(try parent.store.chainedEvents(from: head.sequence, limit: 1).first)
    #expect(branch.parent.head == JournalDigest.hex(last.chain))
    #expect(try JournalVerifier.verify(child.store).isClean)
    let clock = try #require(try child.store.clock())
    #expect(clock.paused && clock.feed == moment)
    #expect(try parent.export == before)
  }

  @Test(arguments: [0, 95, 240, 330, 599] as [Int64])
  func `comes to the same events and score where the same is done`(second: Int64) throws {
    let child = try branch(second: second).child
    var engine = try rehearsal.engine(child.store, model)
    try engine.advance(to: rehearsal.plan.end)
    #expect(try told(child) == told(parent))
    #expect(
      try DrillScoring.score(rehearsal.plan, of: child.store).hundredths
        == DrillScoring.score(rehearsal.plan, of: parent.store).hundredths)
  }

  @Test func `is run again from its own keys, apart from what names the other one`() throws {
    let child = try branch(second: 240).child
    var engine = try rehearsal.engine(child.store, [])
    try engine.advance(to: rehearsal.plan.end)
    let recording = try DrillRecording(child.store, of: rehearsal.plan)
    #expect(recording.foreign.isEmpty && !recording.lines.isEmpty && recording.lines.count < model.count)
    let again = try rehearsal.run(recording.lines)
    #expect(again.undone.isEmpty)
    #expect(try told(again) == told(child))
    #expect(try told(again) != told(parent))
  }

  @Test func `may itself be gone on from`() throws {
    let child = try branch(second: 330).child
    let second = try DrillBranch(
      of: child.store, named: "child.db", plan: rehearsal.plan,
      at: rehearsal.plan.start.adding(minutes: 2), city: rehearsal.city)
    #expect(try second.opening.openedIdentity().parent?.journal == "child.db")
    #expect(second.parent.sequence < (try child.store.head().sequence))
  }

  @Test func `is not worked where it was cut off in the making`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("branch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/child.db"
    let branch = try branch(second: 240).branch
    let store = try SQLiteJournal.open(path, .restoring(branch.opening))
    let options = try DrillOptions.parse([rehearsal.folder, "--journal", path, "--city", Shift.folder + "/haimen"])
    let sitting = try DrillSitting(options, begins: true)
    for open in [{ try sitting.begun() }, sitting.existing] {
      let failure = #expect(throws: Failure.self) { try open() }
      #expect(failure?.code == .journal && failure?.description.contains("没有写完") == true)
    }
    try branch.write(into: store)
    #expect(try sitting.begun().head().sequence == branch.parent.sequence)
  }

  @Test func `is refused outside of what was drilled, with the reason`() throws {
    for (second, reason) in [(-1, "开演以前"), (600, "已经结束")] as [(Int64, String)] {
      let error = #expect(throws: DrillError.self) { try branch(second: second) }
      #expect(error?.code == .momentOutside)
      #expect(error?.description.contains(reason) == true)
    }
    let started = try rehearsal.journal()
    var engine = try rehearsal.engine(started, [])
    try engine.advance(to: rehearsal.plan.start.adding(minutes: 3))
    try engine.showClock()
    let error = #expect(throws: DrillError.self) {
      try DrillBranch(
        of: started, named: "a.db", plan: rehearsal.plan, at: rehearsal.plan.start.adding(minutes: 4),
        city: rehearsal.city)
    }
    #expect(error?.description.contains("还没有演到 09:04:00，日志只到 09:03:00") == true, "\(String(describing: error))")
    let other = try Rehearsal("cold-snap").journal()
    let foreign = #expect(throws: DrillError.self) {
      try DrillBranch(
        of: other, named: "b.db", plan: rehearsal.plan, at: rehearsal.plan.start, city: rehearsal.city)
    }
    #expect(foreign?.code == .otherJournal)
  }
}
