import Drill
import Foundation
import Journal
import Model
import SQLiteJournal

/// The journals of a drill in the user's data directory, each named by the drill and when it was begun.
struct DrillJournals {
  let plan: DrillPlan
  let folder: String

  init(_ plan: DrillPlan) {
    self.plan = plan
    folder = SittingOptions.dataFolder + "/drills"
  }

  /// The journals of this drill, the newest first.
  var all: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(plan.code + "-") && $0.hasSuffix(".db") }.sorted(by: >)
      .filter(belongs).map { folder + "/" + $0 }
  }

  /// The one that was begun last and is not over, or a new one.
  func current(zone: ZoneOffsets) -> String {
    all.first { isGoingOn($0) } ?? fresh(at: WallClock.now(), zone: zone)
  }

  /// The one that was begun last.
  var last: String? { all.first }

  /// A name that says when the drill was begun.
  func fresh(at wall: Instant, zone: ZoneOffsets) -> String {
    "\(folder)/\(plan.code)-\(DrillJournals.stamp(wall, zone: zone)).db"
  }

  /// Day and time as they stand in a journal's name.
  static func stamp(_ wall: Instant, zone: ZoneOffsets) -> String {
    let civil = zone.civil(wall)
    let clock = [civil.hour, civil.minute, civil.second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "\(civil.day.compact)-\(clock)"
  }

  /// Another drill's code may begin like this one's.
  private func belongs(_ name: String) -> Bool {
    name.dropFirst(plan.code.count + 1).dropLast(3).allSatisfy { $0.isNumber || $0 == "-" }
  }

  private func isGoingOn(_ path: String) -> Bool {
    guard let store = try? SQLiteJournal.open(path, .existing) else { return false }
    defer { try? store.close() }
    guard store.identity.site.hasSuffix(plan.site("")) else { return false }
    return (try? store.clock()).flatMap { $0 }.map { $0.feed < plan.end } ?? true
  }
}
