import City
import Drill
import Foundation
import Journal
import MemoryJournal
import Model

@testable import CommandCenter

/// A drill, run on a journal in memory.
struct Rehearsal {
  static let names = ["first-shift", "typhoon-tide", "chemical-holiday", "cold-snap"]

  let loaded: LoadedCity
  let plan: DrillPlan
  let folder: String

  init(_ name: String) throws {
    try self.init(folder: Shift.folder + "/drills/" + name)
  }

  init(folder: String) throws {
    loaded = try Shift(day: false).loaded
    self.folder = folder
    plan = try DrillFolder.load(folder, city: loaded.tables)
  }

  var city: CityTables { loaded.tables }
  var zone: ZoneOffsets { city.calendar.zone }
  var words: ScoreWords { ScoreWords(zone: zone) }

  /// The recorded model answer.
  var model: [AnswerLine] {
    get throws { try AnswerFile.read(folder + "/model.jsonl", for: plan, city: city) }
  }

  func journal() throws -> MemoryJournal {
    try MemoryJournal(
      opening: .opening(
        DrillEngine.identity(of: plan, city: city, digest: loaded.digest), account: DrillEngine.account))
  }

  func engine(_ store: any JournalStore, _ answer: [AnswerLine]) throws -> DrillEngine {
    let translator = DrillTranslator()
    return try DrillEngine(plan: plan, city: city, store: store, answer: answer) {
      (words, viewpoint, now) throws(UnreadableWords) in
      try translator.deeds(words, viewpoint: viewpoint, now: now)
    }
  }

  /// Runs the drill to its end.
  ///
  /// - Parameter step: seconds of virtual time in a step; nothing for all at once.
  func run(_ answer: [AnswerLine], step: Int? = nil) throws -> Run {
    let store = try journal()
    var engine = try engine(store, answer)
    while !engine.isOver {
      try engine.advance(to: step.map { engine.now.adding(milliseconds: Int64($0) * 1_000) } ?? plan.end)
    }
    return Run(store: store, undone: engine.undone)
  }

  /// What a run left.
  struct Run {
    let store: MemoryJournal
    let undone: [UndoneCommand]

    /// The canonical export, personal data included.
    var export: [String] {
      get throws {
        var lines: [String] = []
        try JournalExport.write(store, personal: true) { (line) throws(JournalError) in
          lines.append(String(decoding: line, as: UTF8.self))
        }
        return lines
      }
    }
  }
}
