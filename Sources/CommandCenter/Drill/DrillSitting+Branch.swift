import City
import Drill
import Foundation
import Journal
import Model
import SQLiteJournal

extension DrillSitting {
  /// Makes a journal that goes on from an earlier moment of this drill's, or leaves none.
  ///
  /// - Parameters:
  ///   - parent: this drill's journal, which is only read.
  ///   - moment: when the new one goes on, UTC.
  ///   - wall: what the wall clock shows, UTC, where this drill is played; see `DrillBranch`.
  ///   - path: where it is made; nothing may lie there.
  ///   - prepare: what else it is given.
  func branch(
    of parent: SQLiteJournal, at moment: Instant, wall: Instant? = nil, to path: String,
    _ prepare: (SQLiteJournal) throws -> Void = { _ in }
  ) throws -> DrillBranch {
    let branch = try DrillBranch(
      of: parent, named: (self.path as NSString).lastPathComponent, plan: plan, at: moment, wall: wall,
      city: loaded.tables)
    try JournalFile.fresh(path)
    let child = try SQLiteJournal.open(path, .restoring(branch.opening))
    do {
      try branch.write(into: child)
      try prepare(child)
      try child.close()
      try DrillPlace(journal: path).note(folder: folder)
    } catch {
      JournalFile.discard(path)
      throw error
    }
    return branch
  }

  /// Where a journal is made that goes on from this one: beside it, named like it and by the wall clock.
  func branchPath(at wall: Instant) -> String {
    let stem = place.stem.replacing(/-\d{8}-\d{6}$/, with: "")
    return "\(stem)-\(DrillJournals.stamp(wall, zone: loaded.tables.calendar.zone)).db"
  }

  /// The same drill on another journal.
  func on(_ journal: String) -> DrillSitting {
    DrillSitting(loaded: loaded, plan: plan, folder: folder, path: journal)
  }
}
