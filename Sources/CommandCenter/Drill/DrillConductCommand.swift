import ArgumentParser
import City
import Desk
import Drill
import Model
import SQLiteJournal
import Terminal

/// `command-center drill conduct DIR`: the conductor's view.
struct DrillConductCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conduct", abstract: "导调台：看将到的来件和各项期望，下达、取消、推迟、增发，记下所见。")

  @OptionGroup var drill: DrillOptions

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try Failure.guarded {
      let sitting = try DrillSitting(drill, begins: true)
      try sitting.conduct(on: screen)
    }
  }
}

extension DrillSitting {
  /// Conducts the drill in a terminal until the conductor leaves.
  func conduct(on options: ScreenOptions) throws {
    let store = try begun()
    let keeper = StoreKeeper(path: path, store: store, loaded: loaded)
    let live = try LiveDrill(self, keeper: keeper)
    let player = try DrillPlayer(live, keeper: keeper, place: place)
    let screen = try options.open(try options.recording())
    let shared = SharedClock(nil)
    player.start(by: shared)
    let state = ConductState(
      city: loaded.tables, drill: brief, width: screen.width, height: screen.height, wall: WallClock.now(),
      clock: try store.clock())
    var loop = ConductLoop(screen: screen, drill: live, state: state)
    loop.run()
    screen.stop()
    shared.stop()
    player.join()
    keeper.close()
  }
}
