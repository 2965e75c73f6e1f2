import ArgumentParser
import City
import Foundation
import Journal
import Model
import SQLiteJournal

/// Which live journal is looked at while a drill is worked.
struct LiveOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("演练时盯着的真实日志，特急来件一到就报进来、暂停演练；不给时为本城市的日志（有的话）。只读。", valueName: "文件"),
    completion: .file())
  var live: String?

  @Flag(name: .customLong("no-live"), help: "演练时不盯真实日志。")
  var looksAway = false

  /// Whether anything was said about it.
  var isGiven: Bool { live != nil || looksAway }

  func validate() throws {
    if live != nil, looksAway { throw ValidationError("--live 不与 --no-live 同用") }
  }

  /// Where to look; nothing when nobody wants to.
  ///
  /// - Throws: when a journal was named that can't be looked at, or is no live one of the city.
  func lookout(_ loaded: LoadedCity) throws -> LiveLookout? {
    if looksAway { return nil }
    guard let live else {
      return LiveLookout(path: SittingOptions.ownJournal(of: loaded.tables), loaded: loaded)
    }
    let lookout = LiveLookout(path: live, loaded: loaded)
    let store = try SQLiteJournal.open(live, .looking)
    defer { try? store.close() }
    guard lookout.isMeant(store) else {
      throw Failure(.refused, "\(live) 不是\(loaded.tables.name)的真实日志；请用 --live 另指一本，或用 --no-live 不盯")
    }
    return lookout
  }
}

/// A live journal that may be there, and whose orders concern those who drill.
struct LiveLookout {
  /// Its file.
  let path: String
  /// The city whose journal it must be.
  let loaded: LoadedCity

  /// Whether a journal is the city's live one.
  func isMeant(_ store: SQLiteJournal) -> Bool {
    store.identity.kind == .live && store.identity.city == loaded.tables.code
  }
}
