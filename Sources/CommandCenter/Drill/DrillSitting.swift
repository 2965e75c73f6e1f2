import City
import Desk
import Drill
import Foundation
import Journal
import Model
import SQLiteJournal

/// A drill, its city and its journal, for one run of the program.
struct DrillSitting {
  let loaded: LoadedCity
  let plan: DrillPlan
  let folder: String
  let path: String

  /// The files beside the journal.
  var place: DrillPlace { DrillPlace(journal: path) }

  private var zone: ZoneOffsets { loaded.tables.calendar.zone }

  /// Reads a drill's folder.
  ///
  /// - Parameters:
  ///   - options: which drill, in which city, in which journal.
  ///   - begins: whether a journal may be begun; otherwise the last one is meant.
  init(_ options: DrillOptions, begins: Bool) throws {
    loaded = try CityFolder.load(options.cityOptions.city)
    folder = options.folder
    plan = try DrillFolder.load(folder, city: loaded.tables)
    let journals = DrillJournals(plan)
    guard let known = options.journal ?? (begins ? journals.current(zone: loaded.tables.calendar.zone) : journals.last)
    else { throw Failure(.noSeat, "还没有演过「\(plan.title)」；请用 --journal 指定演练日志") }
    path = known
  }

  /// Makes one of a drill that was read.
  init(loaded: LoadedCity, plan: DrillPlan, folder: String, path: String) {
    self.loaded = loaded
    self.plan = plan
    self.folder = folder
    self.path = path
  }

  /// Finds the drill of a journal.
  init(journal: String, loaded: LoadedCity) throws {
    self.loaded = loaded
    path = journal
    let kind = try Sitting.open(journal, loaded: loaded, absence: .fail, tuning: .desk).identity.kind
    guard kind == .drill else { throw Failure(.refused, "\(journal) 不是演练日志，请去掉 --drill") }
    guard let noted = DrillPlace(journal: journal).folder else {
      throw Failure(.noSeat, "\(journal) 旁边没有记下演练目录；请用 drill 演练目录 --journal \(journal) 打开")
    }
    folder = noted
    plan = try DrillFolder.load(noted, city: loaded.tables)
  }

  /// The drill's journal, which is made when there is none.
  ///
  /// - Parameter options: how it is opened.
  func begun(_ options: JournalOptions = .desk) throws -> SQLiteJournal {
    let parent = (path as NSString).deletingLastPathComponent
    if !parent.isEmpty { try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true) }
    let identity = DrillEngine.identity(of: plan, city: loaded.tables, digest: loaded.digest)
    let store = try SQLiteJournal.open(path, .creating(identity, account: DrillEngine.account), options: options)
    try check(store)
    try place.note(folder: folder)
    return store
  }

  /// The drill's journal, which must exist.
  func existing() throws -> SQLiteJournal {
    let store = try SQLiteJournal.open(path, .existing, options: .desk)
    try check(store)
    return store
  }

  /// Looks whether a journal is one of this drill, and has all that it took along from its parent.
  private func check(_ store: SQLiteJournal) throws {
    try plan.check(store, city: loaded.tables)
    guard let parent = store.identity.parent, try store.head().sequence < parent.sequence else { return }
    throw Failure(
      .journal, "\(path) 从 \(parent.journal) 分出时中断了，没有写完；请删去它，再用 drill branch 分一次")
  }

  /// Works the drill on a desk until the officer leaves.
  ///
  /// - Parameters:
  ///   - code: the seat; nothing for the first one of the drill.
  ///   - live: which live journal is looked at meanwhile.
  ///   - options: how the terminal is used.
  func work(seat code: String?, beside live: LiveOptions, on options: ScreenOptions) throws {
    let authority = try authority(of: code.map { SeatCode($0) } ?? plan.seats.first ?? "")
    let lookout = try live.lookout(loaded)
    let store = try begun()
    try DeskTerminal(
      loaded: loaded, path: path, store: store, authority: authority, clock: nil, drill: self, lookout: lookout
    ).run(on: options)
  }

  /// On whose authority a seat of the drill acts.
  func authority(of code: SeatCode) throws -> Authority {
    do {
      return try DrillEngine.authority(of: code, in: plan, city: loaded.tables)
    } catch {
      throw Failure(.noSeat, error.reason + "；可坐 " + plan.seats.map(\.rawValue).joined(separator: "、"))
    }
  }

  /// What the desk knows of the drill.
  var brief: DrillBrief {
    DrillBrief(title: plan.title, start: plan.start, end: plan.end, speeds: plan.speeds)
  }

  /// What an officer is told who sits down.
  func greeting(_ clock: ClockSetting?, parent: JournalParent?) -> String {
    let now = clock?.now(wall: WallClock.now()) ?? plan.start
    if now >= plan.end { return "演练「\(plan.title)」已结束，按 . 看得分" }
    if clock?.paused == false { return "演练「\(plan.title)」正在进行" }
    let name = (path as NSString).lastPathComponent
    let standing = "停在 \(TimeWords.second(now, in: zone))，按空格接着演"
    if let parent { return "日志 \(name) 分自 \(parent.journal)，\(standing)" }
    let verb = now > plan.start ? standing : "还没有开始，按空格开始"
    return "演练「\(plan.title)」\(verb)；日志 \(name)"
  }

  /// The score sheet of a journal; the report is written beside it.
  func result(_ store: any JournalStore) throws -> DrillResult {
    let lines = ScoreWords(zone: zone).lines(try DrillScoring.score(plan, of: store), of: plan)
    let report = try DrillReport(plan, of: store, zone: zone, stageName: Words.stage)
    do {
      try Data(report.page.utf8).write(to: URL(fileURLWithPath: place.report), options: .atomic)
      return DrillResult(lines: lines, report: "报告在 \(place.report)")
    } catch {
      return DrillResult(lines: lines, report: "报告写不到 \(place.report)；请检查目录和磁盘，再用 drill report 出")
    }
  }
}
