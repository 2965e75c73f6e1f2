import City
import Foundation
import Journal
import Model
import Operations
import SQLiteJournal

/// A city, its journal and the way in, opened for one run of the program.
struct Sitting {
  let loaded: LoadedCity
  let path: String
  let store: SQLiteJournal
  let operations: Operations

  var city: CityTables { loaded.tables }

  /// In whose turn a seat's acts go into the journal: a drill's seats take turns, however they act.
  ///
  /// - Throws: when the seat has no part in the drill.
  func turns(for authority: Authority) throws -> any CommandTurns {
    guard store.identity.kind == .drill else { return OpenTurns(operations) }
    let sitting = try DrillSitting(journal: path, loaded: loaded)
    _ = try sitting.authority(of: authority.seat)
    let live = try LiveDrill(sitting, keeper: StoreKeeper(path: path, store: store, loaded: loaded))
    try live.takeUpUnattended()
    return live
  }

  /// What is to happen when the journal does not exist yet.
  enum Absence {
    /// It is made, for a use.
    case make(JournalKind)
    /// That is an error.
    case fail
  }

  /// Opens the journal of a city.
  ///
  /// - Parameters:
  ///   - options: which city, which journal.
  ///   - absence: what to do when there is none.
  ///   - tuning: how much memory the journal may use.
  init(_ options: SittingOptions, absence: Absence, tuning: JournalOptions = .desk) throws {
    loaded = try CityFolder.load(options.cityOptions.city)
    path = options.journalPath(city: loaded.tables)
    store = try Sitting.open(path, loaded: loaded, absence: absence, tuning: tuning)
    operations = Sitting.operations(store, city: loaded.tables)
  }

  /// The journal as the seat of the options may see it.
  func viewpoint(_ options: SittingOptions) throws -> Viewpoint {
    Viewpoint(operations, of: try options.authority(in: city, kind: store.identity.kind))
  }

  static func operations(_ store: any JournalStore, city: CityTables) -> Operations {
    Operations(store: store, city: city, clock: OperationsClock(wall: WallClock.now), salt: Chance.salt)
  }

  static func open(
    _ path: String, loaded: LoadedCity, absence: Absence, tuning: JournalOptions
  ) throws -> SQLiteJournal {
    if case .make(let kind) = absence, !FileManager.default.fileExists(atPath: path) {
      return try make(path, kind, loaded: loaded, tuning: tuning)
    }
    do throws(JournalError) {
      let store = try SQLiteJournal.open(path, .existing, options: tuning) { UpgradeNotice.write(path) }
      guard store.identity.city == loaded.tables.code else {
        throw JournalError(.otherIdentity, subject: store.identity.city)
      }
      return store
    } catch {
      // Who was killed in the moment between making the file and its first event has left an empty one.
      guard case .make(let kind) = absence, error.code == .missing else { throw error }
      return try make(path, kind, loaded: loaded, tuning: tuning)
    }
  }

  private static func make(
    _ path: String, _ kind: JournalKind, loaded: LoadedCity, tuning: JournalOptions
  ) throws -> SQLiteJournal {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    let identity = JournalIdentity(
      kind: kind, site: loaded.tables.site, city: loaded.tables.code, cityDigest: loaded.digest,
      openedAt: WallClock.now())
    return try SQLiteJournal.open(path, .creating(identity, account: Account.name), options: tuning)
  }
}
