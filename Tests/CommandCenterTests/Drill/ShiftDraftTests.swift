import City
import Drill
import Foundation
import Journal
import MemoryJournal
import Model
import Testing

@testable import CommandCenter

@Suite("A drill that is made of a real shift")
struct ShiftDraftTests {
  private let real: RealShift

  init() throws { real = try RealShift() }

  private func draft(seed: Int = 1) throws -> ShiftDraft {
    try ShiftDraft(real.store, city: real.shift.city, from: RealShift.from, to: RealShift.to, seed: seed)
  }

  /// The files' texts by their names.
  private func texts(_ draft: ShiftDraft) throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try draft.files().map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// The drill as it is read from a folder.
  private func plan(_ draft: ShiftDraft) throws -> DrillPlan {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("draft-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in try draft.files() { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
    #expect(DrillFolder.check(folder.path, city: real.shift.city).isEmpty)
    return try DrillFolder.load(folder.path, city: real.shift.city)
  }

  @Test func `is a drill without a fault, with all that came in but what is confidential`() throws {
    let draft = try draft()
    let plan = try plan(draft)
    #expect(plan.injects.count == draft.injectCount)
    #expect(plan.background.count == draft.backgroundCount)
    let open = real.incoming.filter { !$0.report.confidential }
    #expect(draft.injectCount + draft.backgroundCount == open.count)
    #expect(draft.confidential == real.incoming.count - open.count)
    #expect(draft.injectCount >= 3 && draft.backgroundCount > 10)
    #expect(plan.start == RealShift.from)
    #expect(plan.end == RealShift.to)
    #expect(plan.weights.values.reduce(0, +) == 100)
    #expect(plan.seats == ["city-dispatch-1"])
    let urgent = open.filter { $0.report.urgency > .normal && $0.report.origin?.closedAt == nil }
    #expect(plan.injects.count == urgent.count)
    #expect(plan.expectations.contains { $0.act == .dispatched && !$0.units.isEmpty })
    #expect(plan.expectations.contains { $0.act == .claimed })
  }

  @Test func `runs from end to end, and is scored`() throws {
    let plan = try plan(try draft())
    let city = real.shift.city
    let store = try MemoryJournal(
      opening: .opening(
        DrillEngine.identity(of: plan, city: city, digest: real.shift.loaded.digest), account: DrillEngine.account))
    var engine = try DrillEngine(plan: plan, city: city, store: store, answer: []) {
      (words, viewpoint, now) throws(UnreadableWords) in
      try DrillTranslator().deeds(words, viewpoint: viewpoint, now: now)
    }
    try engine.advance(to: plan.end)
    let score = try DrillScoring.score(plan, of: store)
    #expect(score.hundredths == 0)
    #expect(score.unmet.count == plan.expectations.count)
  }

  @Test func `holds nobody's name or number, and not the sources' own numbers`() throws {
    let texts = try texts(try draft()).values.joined(separator: "\n")
    #expect(real.incoming.contains { $0.reporter != nil })
    for incoming in real.incoming {
      #expect(!texts.contains(incoming.report.sourceID))
      for attachment in incoming.report.attachments { #expect(!texts.contains(attachment.uri)) }
      if case .enforcement(let item) = incoming.report.detail { #expect(!texts.contains(item.number)) }
      if case .police(let item) = incoming.report.detail { #expect(!texts.contains(item.alarm)) }
      guard let reporter = incoming.reporter else { continue }
      if reporter.name.count > 1, !reporter.name.hasSuffix("某") { #expect(!texts.contains(reporter.name)) }
      if !reporter.phone.isEmpty { #expect(!texts.contains(reporter.phone)) }
      if !reporter.identity.isEmpty { #expect(!texts.contains(reporter.identity)) }
    }
  }

  @Test func `is the same for the same seed, and has other people for another`() throws {
    #expect(try texts(try draft()) == texts(try draft()))
    let others = try texts(try draft(seed: 2))
    #expect(try texts(try draft())["injects.csv"] != others["injects.csv"])
    #expect(try texts(try draft())["expectations.csv"] == others["expectations.csv"])
  }

  @Test func `is not made of nothing, nor of more than a day`() throws {
    let city = real.shift.city
    for (from, minutes) in [(RealShift.from.adding(minutes: -600), 30), (RealShift.from, 0), (RealShift.from, 1_441)] {
      #expect(throws: ShiftDraft.Problem.self) {
        try ShiftDraft(real.store, city: city, from: from, to: from.adding(minutes: minutes), seed: 1)
      }
    }
  }
}
