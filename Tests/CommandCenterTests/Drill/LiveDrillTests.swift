import Desk
import Drill
import Foundation
import Journal
import MemoryJournal
import Model
import Operations
import Testing

@testable import CommandCenter

@Suite("A drill that was worked live")
struct LiveDrillTests {
  @Test(arguments: 1...3)
  func `is the same byte for byte when what was recorded is run headless`(seed: UInt64) throws {
    let rehearsal = try Rehearsal("first-shift")
    var session = try LiveSession(rehearsal, seed: seed)
    try session.work()
    try expectTheSameAgain(session)
  }

  @Test(arguments: 1...2)
  func `is the same byte for byte when it went at full speed`(seed: UInt64) throws {
    var session = try LiveSession(try Rehearsal("typhoon-tide"), seed: seed)
    try session.rush()
    try expectTheSameAgain(session)
  }

  private func expectTheSameAgain(_ session: LiveSession) throws {
    let rehearsal = session.rehearsal
    #expect(session.done > 10)
    let recording = try DrillRecording(session.store, of: rehearsal.plan)
    #expect(recording.foreign.isEmpty)
    #expect(recording.lines.count == session.done)
    let again = try rehearsal.run(try recording.written(for: rehearsal))
    #expect(again.undone.isEmpty)
    #expect(try again.export == Rehearsal.Run(store: session.store, undone: []).export)
    #expect(
      try DrillScoring.score(rehearsal.plan, of: again.store)
        == DrillScoring.score(rehearsal.plan, of: session.store))
  }

  @Test(arguments: ["first-shift", "chemical-holiday"])
  func `is recorded from the journal of a headless run, too`(name: String) throws {
    let rehearsal = try Rehearsal(name)
    let first = try rehearsal.run(try rehearsal.model)
    let recording = try DrillRecording(first.store, of: rehearsal.plan)
    #expect(recording.foreign.isEmpty)
    let again = try rehearsal.run(try recording.written(for: rehearsal))
    #expect(again.undone.isEmpty)
    #expect(try again.export == first.export)
  }

  @Test func `arrives as the conductor will have it`() throws {
    let rehearsal = try Rehearsal("first-shift")
    let store = try rehearsal.journal()
    var engine = try rehearsal.engine(store, [])
    let start = rehearsal.plan.start
    func at(_ second: Int64) -> Instant { start.adding(milliseconds: second * 1_000) }
    func standing(_ id: String) -> InjectStanding? {
      engine.overview(at: engine.now).lines.first { $0.inject.id == id }?.standing
    }
    #expect(engine.nextInject == at(30))
    try engine.conduct(.skip(inject: "I01"), at: at(1))
    try engine.conduct(.delay(inject: "I02", minutes: 2), at: at(2))
    try engine.conduct(.fire(inject: "I06"), at: at(3))
    #expect(standing("I01") == .skipped)
    #expect(standing("I02") == .coming(at(210)))
    #expect(standing("I06") == .arrived(at(3)))
    #expect(engine.nextInject == at(150))
    let adding = ScriptCommand.Adding(
      source: .police, place: "320614001001", urgency: .urgent, title: "围观", text: "楼下有人围观", minutes: 1)
    try engine.conduct(.add(adding), at: at(4))
    #expect(standing("X1") == .coming(at(64)))
    try engine.play(before: at(65))
    #expect(standing("X1") == .arrived(at(64)))
    // What has arrived can't be called back, and what is not in the script not be had.
    for command in [ScriptCommand.fire(inject: "I06"), .skip(inject: "X1"), .delay(inject: "I99", minutes: 1)] {
      #expect(throws: OperationError.self) { try engine.conduct(command, at: at(70)) }
    }
    try engine.advance(to: rehearsal.plan.end)
    #expect(standing("I02") == .arrived(at(210)))
    #expect(standing("I06") == .arrived(at(3)))
    // Not dispatched within four minutes of its later arrival.
    #expect(standing("I04") == .arrived(at(450)))
    let marks = try DrillScoring.score(rehearsal.plan, of: store).marks
    #expect(marks.first { $0.expectation.id == "E01" }?.state == .notArrived)
    let report = try DrillReport(rehearsal.plan, of: store, zone: rehearsal.zone, stageName: Words.stage)
    for told in ["取消 I01", "推迟 I02 2 分钟", "下达 I06", "增发 X1：围观"] {
      #expect(report.markdown.contains(told))
      #expect(report.page.contains(told))
    }
  }

  @Test func `tells what came from outside and can't be run again`() throws {
    let rehearsal = try Rehearsal("first-shift")
    let store = try rehearsal.run(try rehearsal.model).store
    let outside = Operations(
      store: store, city: rehearsal.city, clock: OperationsClock(standingAt: rehearsal.plan.end), salt: { [] })
    let head = try store.head().sequence
    let report = Report(
      source: .hotline, sourceID: "X", reportedAt: rehearsal.plan.end, place: "320614001", title: "外来", text: "外来",
      exercise: true)
    _ = try outside.takeIn(IncomingReport(report: report), account: "import")
    let chief = try DrillEngine.authority(of: "city-chief", in: rehearsal.plan, city: rehearsal.city)
    let number = try #require(try rehearsal.engine(store, []).number(of: "I01"))
    _ = try outside.perform(.note("外来"), on: number, by: chief, id: "desk:1")
    let recording = try DrillRecording(store, of: rehearsal.plan)
    #expect(recording.foreign == [head + 1, head + 2])
    #expect(recording.lines.count == (try rehearsal.model).count)
  }

  @Test func `takes no act after its end`() throws {
    let rehearsal = try Rehearsal("first-shift")
    var engine = try rehearsal.engine(try rehearsal.journal(), [])
    try engine.advance(to: rehearsal.plan.end)
    let error = #expect(throws: OperationError.self) {
      try engine.act(at: rehearsal.plan.end.adding(milliseconds: 1)) { (_) throws(OperationError) in }
    }
    #expect(error == .over)
  }

  @Test func `has commands whose words begin like options`() throws {
    let rehearsal = try Rehearsal("first-shift")
    let words = ["note", "@I01", "--text=--急件-5度"]
    let first = try rehearsal.run([
      AnswerLine(line: 3, at: rehearsal.plan.start.adding(minutes: 2), seat: "city-chief", seen: nil, words: words)
    ])
    #expect(first.undone.isEmpty)
    let lines = try DrillRecording(first.store, of: rehearsal.plan).written(for: rehearsal)
    #expect(lines.map(\.line) == [3])
    #expect(try rehearsal.run(lines).export == first.export)
  }
}

extension DrillRecording {
  /// What stands in the file that is written of it.
  fileprivate func written(for rehearsal: Rehearsal) throws -> [AnswerLine] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: path) }
    try AnswerFile.text(lines, zone: rehearsal.zone).write(to: path)
    let read = try AnswerFile.read(path.path, for: rehearsal.plan, city: rehearsal.city)
    #expect(read == lines)
    return read
  }
}

/// Several desks that work a drill at random on one journal, each with an engine of its own.
private struct LiveSession {
  let rehearsal: Rehearsal
  let store: MemoryJournal
  private(set) var done = 0
  private var engines: [DrillEngine]
  private var random: SeededDraw
  private let translator = DrillTranslator()

  init(_ rehearsal: Rehearsal, seed: UInt64) throws {
    self.rehearsal = rehearsal
    store = try rehearsal.journal()
    engines = try (0..<3).map { [store] _ in try rehearsal.engine(store, []) }
    random = SeededDraw(seed: seed)
  }

  /// Works from the beginning to the end; the clock moves in steps of some milliseconds to some seconds, and now and
  /// then stands still.
  mutating func work() throws {
    var now = rehearsal.plan.start
    while now < rehearsal.plan.end {
      let desk = random.below(engines.count)
      try engines[desk].catchUp(store)
      switch random.below(12) {
      case 0..<4: try engines[desk].play(before: now)
      case 4: try conduct(on: desk, at: now)
      default: try act(on: desk, at: now)
      }
      if random.below(5) > 0 { now = now.adding(milliseconds: Int64(random.below(12_000))) }
    }
    try engines[0].catchUp(store)
    try engines[0].advance(to: rehearsal.plan.end)
  }

  /// Works from the beginning to the end while the clock goes from one thing that happens to the next.
  mutating func rush() throws {
    var isOver = false
    while !isOver {
      let player = random.below(engines.count)
      try engines[player].catchUp(store)
      isOver = try !engines[player].playNext(1 + random.below(9))
      let now = engines[player].now
      for _ in 0..<(2 + random.below(4)) {
        let desk = random.below(engines.count)
        try engines[desk].catchUp(store)
        if random.below(6) == 0 { try conduct(on: desk, at: now) } else { try act(on: desk, at: now) }
      }
    }
    try engines[0].catchUp(store)
    try engines[0].advance(to: rehearsal.plan.end)
  }

  private mutating func act(on desk: Int, at now: Instant) throws {
    let seats = rehearsal.plan.seats
    let authority = try DrillEngine.authority(
      of: seats[random.below(seats.count)], in: rehearsal.plan, city: rehearsal.city)
    let numbers = rehearsal.plan.injects.compactMap { engines[desk].number(of: $0.id) }
    guard !numbers.isEmpty else { return }
    let number = numbers[random.below(numbers.count)].text
    let other = numbers[random.below(numbers.count)].text
    let all = LiveSession.words(number, other)
    let words = all[random.below(all.count)]
    do {
      try engines[desk].act(at: now) { [translator] (turn) throws(OperationError) in
        try LiveSession.give(words, translator, turn, by: authority)
      }
      done += 1
    } catch is OperationError {
      // What the rules refuse leaves nothing behind.
    }
  }

  private static func give(
    _ words: [String], _ translator: DrillTranslator, _ turn: CommandTurn, by authority: Authority
  ) throws(OperationError) {
    let deeds: [DrillDeed]
    do {
      let now = try turn.operations.now()
      deeds = try translator.deeds(words, viewpoint: Viewpoint(turn.operations, of: authority), now: now)
    } catch {
      throw .over
    }
    for deed in deeds {
      switch deed {
      case .order(let command, let number):
        _ = try turn.operations.perform(command, on: number, by: authority, id: turn.id)
      case .pair(let command, let kept, let other):
        _ = try turn.operations.perform(command, on: kept, with: other, by: authority, id: turn.id)
      case .response(let command): try turn.operations.perform(command, by: authority, id: turn.id)
      case .handOver(let notes): try turn.operations.handOver(notes: notes, by: authority, id: turn.id)
      case .takeOver(let text): try turn.operations.takeOver(text: text, by: authority, id: turn.id)
      case .script: break
      }
    }
  }

  private mutating func conduct(on desk: Int, at now: Instant) throws {
    let ids = rehearsal.plan.injects.map(\.id)
    let id = ids[random.below(ids.count)]
    let commands: [ScriptCommand] = [
      .delay(inject: id, minutes: 1), .fire(inject: id), .remark("派遣一席没有先认领"),
      .add(.init(source: .hotline, place: "320614001002", title: "又来一件", text: "又有人来电", minutes: random.below(3))),
      .skip(inject: id), .delay(inject: id, minutes: 2),
    ]
    do {
      try engines[desk].conduct(commands[random.below(commands.count)], at: now)
      done += 1
    } catch is OperationError {
      // It has arrived, or was taken out.
    }
  }

  private static func words(_ number: String, _ other: String) -> [[String]] {
    [
      ["claim", number], ["release", number], ["file", number], ["file", number, "--urgency", "critical"],
      ["dispatch", number, "--note", "先围挡"], ["dispatch", number, "--unit", "D-GAS", "--co-unit", "D-FIRE"],
      ["redispatch", number, "--unit", "D-WATER"], ["sign", number],
      ["sign", number, "--caller", "班长", "--phone", "11000001036"],
      ["contact", number, "--text", "已联系"], ["undo", number], ["note", number, "--text", "请先报情况"],
      ["feed-back", number, "--caller", "班长", "--phone", "11000001036", "--text", "已处置"],
      ["inspect", number, "--pass", "--text", "已看"], ["inspect", number, "--fail", "--text", "没有修好"],
      ["close", number, "--text", "已处置"], ["escalate", number, "--reason", "镇里办不了"],
      ["delegate", number, "--reason", "请镇里办"], ["merge", number, other, "--evidence", "同一幢楼"],
      ["split", number, other, "--reason", "不是一件"], ["distinguish", number, other], ["urge", number, "--text", "快"],
      ["supervise", number, "--level", "2", "--text", "限时办结"], ["take-over", number],
      ["instruct", number, "--issuer", "顾某", "--text", "马上办", "--hours", "2"],
      ["request-return", number, "--reason", "不是我们的", "--caller", "班长", "--phone", "11000001036"],
      ["request-extension", number, "--more", "2", "--reason", "缺料"], ["approve", number, "--blame", "dispatcher"],
      ["deny", number, "--reason", "就是你们的"], ["settle", number, "--text", "当场答复"],
      ["decline", number, "--ground", "不属实"], ["unmask", number, "--reason", "要回电"],
      ["branch", number, "--title", "围挡", "--text", "先围起来"], ["answer", number, "--text", "已办好"],
      ["request-suspension", number, "--ground", "WEATHER", "--days", "1", "--reason", "大雨"],
      ["response", "set", "--kind", "FLOOD", "--level", "III", "--reason", "暴雨"],
      ["response", "lift", "--kind", "FLOOD", "--reason", "雨停"], ["handover", "give", "--notes", "盯住"],
    ]
  }
}

/// SplitMix64.
struct SeededDraw {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
