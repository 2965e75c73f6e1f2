import City
import Desk
import Feeds
import Journal
import Model
import SQLiteJournal
import Terminal

/// A desk in a terminal, from its first frame until the officer leaves.
struct DeskTerminal {
  let loaded: LoadedCity
  let path: String
  let store: SQLiteJournal
  let authority: Authority
  /// The clock that all processes on the journal share; nothing means the wall clock.
  let clock: ClockSetting?
  /// A file of reports that is followed.
  var feed: String?
  /// The drill that is worked.
  var drill: DrillSitting?
  /// The live journal that is looked at meanwhile.
  var lookout: LiveLookout?

  /// Shows the desk until the officer leaves, in whichever of a drill's journals he goes on.
  func run(on options: ScreenOptions) throws {
    let recording = try options.recording()
    let screen = try options.open(recording)
    var desk = self
    var state: DeskState?
    while let (journal, last) = try desk.work(on: screen, recording, goingOnFrom: state) {
      guard let sitting = desk.drill?.on(journal) else { break }
      desk = DeskTerminal(
        loaded: loaded, path: journal, store: try sitting.existing(), authority: authority, clock: nil, drill: sitting,
        lookout: lookout)
      state = last
    }
    screen.stop()
  }

  /// Shows one journal's desk until the officer leaves it.
  ///
  /// - Parameter last: how the desk was that goes on here.
  /// - Returns: the journal in which the desk goes on, and how it was left; nothing where the officer is done.
  private func work(
    on screen: Screen, _ recording: RecordingFile?, goingOnFrom last: DeskState?
  ) throws -> (journal: String, state: DeskState)? {
    let keeper = StoreKeeper(path: path, store: store, loaded: loaded)
    let live = try drill.map { try LiveDrill($0, keeper: keeper) }
    let player = try live.map { try DrillPlayer($0, keeper: keeper, place: DrillPlace(journal: path)) }
    let setting = live == nil ? clock : try store.clock()
    let shared = SharedClock(setting)
    let mailbox = Mailbox(wake: screen.wakeHandle)
    recording?.tellFailures { mailbox.post([.feedNotice($0, isProblem: true)]) }
    let kind = store.identity.kind
    let runner = EffectRunner(
      keeper: keeper, loaded: loaded, authority: authority, clock: shared, mailbox: mailbox, drill: live)
    let context = DeskContext(
      city: loaded.tables, authority: authority, kind: kind, session: Chance.session(), raises: kind != .drill,
      drill: drill?.brief)
    let wall = WallClock.now()
    let state =
      last?.goingOn(in: context, wall: wall, clock: setting)
      ?? DeskState(context: context, width: screen.width, height: screen.height, wall: wall, clock: setting)
    var loop = DeskLoop(screen: screen, mailbox: mailbox, runner: runner, state: state)
    let watch = JournalWatch(keeper: keeper, clock: shared, mailbox: mailbox)
    let intake = feed.map { path in
      FeedIntake(
        path: path, journal: self.path, kind: kind, city: loaded.tables, keeper: keeper, clock: shared,
        mailbox: mailbox)
    }
    let follower = try intake?.follow()
    player?.start(by: shared)
    let liveWatch = lookout.map { LiveWatch($0, authority: authority, clock: shared, mailbox: mailbox) }
    if let drill {
      mailbox.post([.feedNotice(drill.greeting(setting, parent: store.identity.parent), isProblem: false)])
    }
    loop.run()
    if loop.next == nil { screen.stop() }
    shared.stop()
    follower?.stop()
    intake?.finish()
    player?.join()
    watch.join()
    liveWatch?.join()
    runner.finish()
    keeper.close()
    return loop.next.map { ($0, loop.state) }
  }
}
