import City
import Foundation
import Journal
import SQLiteJournal

/// A journal that is opened by itself, without its city where its file is named.
enum JournalFile {
  /// The journal's path: the one that was named, or the city's.
  static func path(_ options: SittingOptions) throws -> String {
    if let journal = options.journal { return journal }
    return options.journalPath(city: try CityFolder.load(options.cityOptions.city).tables)
  }

  /// Opens a journal that must exist.
  static func open(_ options: SittingOptions, tuning: JournalOptions = .desk) throws -> SQLiteJournal {
    let path = try path(options)
    return try SQLiteJournal.open(path, .existing, options: tuning) { UpgradeNotice.write(path) }
  }

  /// Removes a journal that this run has begun and could not finish.
  static func discard(_ path: String) {
    for suffix in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  /// A path at which nothing may lie yet; its folder is made.
  static func fresh(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Failure(.journal, "\(path) 已经存在，不覆盖；请另选文件，或先移走它")
    }
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
  }
}
