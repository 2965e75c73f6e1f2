import City
import Desk
import Drill
import Foundation
import Journal
import Model
import Operations
import SQLiteJournal
import Synchronization

/// A drill that this process works together with others on its journal: one turn at a time, and one clock.
final class LiveDrill: DrillControl {
  /// How long a turn is waited for, in seconds.
  private static let patience = 5.0

  let sitting: DrillSitting
  let keeper: StoreKeeper
  let engine: Mutex<DrillEngine>
  let past = Mutex<Past?>(nil)
  private let turn: WriteLock

  var plan: DrillPlan { sitting.plan }

  init(_ sitting: DrillSitting, keeper: StoreKeeper) throws {
    self.sitting = sitting
    self.keeper = keeper
    turn = try WriteLock(path: sitting.place.turn, isShared: false)
    let translator = DrillTranslator()
    engine = Mutex(
      try DrillEngine(plan: sitting.plan, city: sitting.loaded.tables, store: try keeper.current(), answer: []) {
        (words, viewpoint, now) throws(UnreadableWords) in
        try translator.deeds(words, viewpoint: viewpoint, now: now)
      })
  }

  // Acts of officers.

  func take<Value: Sendable>(
    _ id: String, _ body: (CommandTurn) throws(OperationError) -> Value
  ) throws(OperationError) -> Value {
    try inTurnOfOfficers { engine, store in
      let now = try store.clock()?.now(wall: WallClock.now()) ?? engine.reached
      return try engine.act(at: now, body)
    }
  }

  /// Does what somebody who drills has asked.
  func inTurnOfOfficers<Value: Sendable>(
    _ body: (inout DrillEngine, SQLiteJournal) throws -> Value
  ) throws(OperationError) -> Value {
    do {
      return try inTurn(body)
    } catch let error as OperationError {
      throw error
    } catch {
      throw .journal(LiveDrill.journalError(error, path: sitting.path))
    }
  }

  // The clock.

  func set(_ setting: ClockSetting) throws(JournalError) -> ClockSetting {
    try onJournal { engine, store in
      let wall = WallClock.now()
      let known = try store.clock() ?? setting
      let fresh = known.changed(at: wall, speed: setting.speed, paused: setting.paused)
      try store.setClock(fresh)
      return fresh
    }
  }

  func step() throws(JournalError) -> ClockSetting {
    try onJournal { [plan] engine, store in
      let wall = WallClock.now()
      let known = try store.clock() ?? ClockSetting(feed: plan.start, wall: wall, speed: 1_000, paused: true)
      let now = known.now(wall: wall)
      try engine.play(before: now)
      // The moment behind it, so that what a condition brings at that very moment has come, too.
      let next = engine.nextInject.map { $0.adding(milliseconds: 1) } ?? plan.end
      let fresh = ClockSetting(
        feed: min(plan.end, max(now, next)), wall: wall, speed: known.speed, paused: known.paused)
      try engine.play(before: fresh.feed)
      try store.setClock(fresh)
      return fresh.feed < plan.end ? fresh : try self.end(&engine, store, speed: known.speed)
    }
  }

  // The feed.

  /// Lets come what is due, by whoever plays the feed.
  ///
  /// - Returns: milliseconds until something is due next; nothing while the clock stands still.
  func play() throws -> Int64? {
    let wall = WallClock.now()
    let store = try keeper.current()
    guard let setting = try store.clock(), !setting.paused else { return nil }
    if setting.isFull { return try playNext() }
    let now = setting.now(wall: wall)
    let (isDue, next) = try engine.withLock { engine in
      try engine.catchUp(store)
      return (engine.isDue(before: now), engine.nextArrival)
    }
    if isDue || now >= plan.end {
      try inTurn { [plan] engine, store in
        // Somebody may have stopped the clock meanwhile.
        guard let setting = try store.clock() else { return }
        let now = setting.now(wall: WallClock.now())
        try engine.play(before: now)
        if now >= plan.end { _ = try self.end(&engine, store, speed: setting.speed) }
      }
    }
    return setting.delay(until: min(next ?? plan.end, plan.end).adding(milliseconds: 1), wall: WallClock.now())
  }

  /// At full speed: lets come a batch of what is next, and sets the clock to where that has led.
  private func playNext() throws -> Int64 {
    try inTurn { engine, store in
      // Somebody may have stopped the clock meanwhile.
      guard let setting = try store.clock(), setting.isFull, !setting.paused else { return }
      if try engine.playNext() {
        try store.setClock(
          ClockSetting(feed: engine.now, wall: WallClock.now(), speed: setting.speed, paused: false))
      } else {
        _ = try self.end(&engine, store, speed: setting.speed)
      }
    }
    return 0
  }

  /// Takes the drill up where it was, standing still: nobody has played it since a moment on the wall clock.
  func takeUp(since wall: Instant?) throws {
    try inTurn { [plan] engine, store in
      let known = try store.clock()
      let speed = known?.speed ?? plan.speeds.min() ?? 1_000
      let reached = known.map { $0.now(wall: $0.paused ? $0.wall : max($0.wall, wall ?? $0.wall)) } ?? plan.start
      let feed = min(plan.end, max(reached, engine.reached))
      if let known, known.paused, known.feed == feed { return }
      try store.setClock(ClockSetting(feed: feed, wall: WallClock.now(), speed: speed, paused: true))
    }
  }

  /// Takes the drill up where it was when no desk plays it now, so that a single act does not find the clock far ahead.
  func takeUpUnattended() throws {
    let post = try PlayPost(path: sitting.place.play)
    if post.take() { try takeUp(since: post.lastBeat) }
    post.leave()
  }

  // What it came to.

  func result() throws(JournalError) -> DrillResult {
    do {
      return try sitting.result(try keeper.current())
    } catch {
      throw LiveDrill.journalError(error, path: sitting.path)
    }
  }

  /// Carries out all that is left, and sets the clock to the end.
  private func end(
    _ engine: inout DrillEngine, _ store: SQLiteJournal, speed: Int
  ) throws -> ClockSetting {
    try engine.advance(to: plan.end)
    let setting = ClockSetting(feed: plan.end, wall: WallClock.now(), speed: speed, paused: true)
    try store.setClock(setting)
    return setting
  }

  /// Does something while nobody else does anything in the drill.
  func inTurn<Value: Sendable>(
    _ body: (inout DrillEngine, SQLiteJournal) throws -> Value
  ) throws -> Value {
    let outcome = try turn.hold(within: LiveDrill.patience) { () throws(JournalError) in
      engine.withLock { engine in
        Result<Value, any Error> {
          let store = try keeper.current()
          try engine.catchUp(store)
          return try body(&engine, store)
        }
      }
    }
    return try outcome.get()
  }

  private func onJournal<Value: Sendable>(
    _ body: (inout DrillEngine, SQLiteJournal) throws -> Value
  ) throws(JournalError) -> Value {
    do {
      return try inTurn(body)
    } catch {
      throw LiveDrill.journalError(error, path: sitting.path)
    }
  }

  private static func journalError(_ error: any Error, path: String) -> JournalError {
    switch error {
    case let error as JournalError: error
    case OperationError.journal(let error): error
    default: JournalError(.invalidRequest, subject: path, detail: "\(error)")
    }
  }
}
