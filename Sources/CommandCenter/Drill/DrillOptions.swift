import ArgumentParser
import City
import Drill
import Foundation
import Journal
import SQLiteJournal

/// Which drill, in which city, in which journal.
struct DrillOptions: ParsableArguments {
  @OptionGroup var cityOptions: CityOptions

  @Option(name: .long, help: ArgumentHelp("演练日志；不给时用本用户数据目录下该演练的日志。", valueName: "文件"), completion: .file())
  var journal: String?

  @Argument(
    help: ArgumentHelp("演练目录（drill.yaml、feed.jsonl、injects.csv、expectations.csv）。", valueName: "目录"),
    completion: .directory)
  var folder: String
}

/// A drill and its city, read for one run of the program.
struct DrillSitting {
  let loaded: LoadedCity
  let plan: DrillPlan
  let path: String

  init(_ options: DrillOptions) throws {
    loaded = try CityFolder.load(options.cityOptions.city)
    plan = try DrillFolder.load(options.folder, city: loaded.tables)
    path = options.journal ?? SittingOptions.dataFolder + "/drills/" + plan.code + ".db"
  }

  /// The drill's journal, which is made when there is none.
  func begun() throws -> SQLiteJournal {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    let identity = DrillEngine.identity(of: plan, city: loaded.tables, digest: loaded.digest)
    return try SQLiteJournal.open(path, .creating(identity, account: DrillEngine.account))
  }

  /// The drill's journal, which must exist.
  func existing() throws -> SQLiteJournal {
    let store = try SQLiteJournal.open(path, .existing)
    try plan.check(store, city: loaded.tables)
    return store
  }
}
