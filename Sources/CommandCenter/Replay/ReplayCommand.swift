import ArgumentParser
import Desk
import Journal
import Model
import SQLiteJournal
import Terminal

/// `command-center replay`: the desk as it was, at any speed, read only.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "回放：按当时的样子看指挥台，可快可慢、可进可退，只读。")

  @OptionGroup var sitting: SittingOptions

  @Option(
    name: .long, help: ArgumentHelp("从哪一刻放起：2020-06-16 08:00、06-16 08:00、08:00；不给时从头放。", valueName: "时刻"))
  var from: String?

  @Option(name: .long, help: ArgumentHelp("放到哪一刻为止；不给时放到底。", valueName: "时刻"))
  var to: String?

  @Option(name: .long, help: ArgumentHelp("倍速，1 到 3600。", valueName: "倍速"))
  var speed = 60

  @Flag(name: .long, help: "打开时先停着，按空格再放。")
  var paused = false

  @OptionGroup(title: "屏幕") var screen: ScreenOptions

  func validate() throws {
    guard (1...3_600).contains(speed) else { throw ValidationError("倍速要在 1 到 3600 之间") }
  }

  func run() throws {
    try Failure.guarded {
      let opened = try Sitting(sitting, absence: .fail)
      let authority = try sitting.authority(in: opened.city, kind: opened.store.identity.kind)
      let past = try PastSitting(opened, from: from, to: to)
      let recording = try self.screen.recording()
      let screen = try self.screen.open(recording)
      let wall = WallClock.now()
      let setting = try past.setting(speed: speed, paused: paused, wall: wall)
      let shared = SharedClock(setting)
      let mailbox = Mailbox(wake: screen.wakeHandle)
      recording?.tellFailures { mailbox.post([.feedNotice($0, isProblem: true)]) }
      let keeper = PastKeeper(past, mailbox: mailbox)
      let runner = EffectRunner(
        keeper: keeper, loaded: opened.loaded, authority: authority, clock: shared, mailbox: mailbox)
      let context = DeskContext(
        city: opened.city, authority: authority, kind: opened.store.identity.kind, session: Chance.session(),
        replay: past.span)
      let state = DeskState(
        context: context, width: screen.width, height: screen.height, wall: wall, clock: setting)
      var loop = DeskLoop(screen: screen, mailbox: mailbox, runner: runner, state: state)
      let watch = ReplayWatch(past: past, keeper: keeper, clock: shared, mailbox: mailbox)
      loop.run()
      screen.stop()
      shared.stop()
      watch.join()
      runner.finish()
      try opened.store.close()
    }
  }
}
