import Journal
import Model
import Terminal

extension Desk {
  /// Pauses the clock that all desks of a demonstration or a drill share, or changes its speed.
  static func turnClock(_ action: Action, _ state: inout DeskState) -> [DeskEffect] {
    guard let clock = state.clock else {
      say(.refusal, "实时指挥台走的是墙上时钟，不能暂停或变速", &state)
      return []
    }
    guard !state.isDrillOver else { return showDrillResult(&state) }
    let speeds = ClockSpeeds(state.context.drill, isReplay: state.context.replay != nil)
    let setting: ClockSetting
    switch action {
    case .pause: setting = clock.changed(at: state.wall, paused: !clock.paused)
    case .faster: setting = clock.changed(at: state.wall, speed: speeds.faster(than: clock.speed))
    default: setting = clock.changed(at: state.wall, speed: speeds.slower(than: clock.speed))
    }
    if setting.speed == clock.speed, setting.paused == clock.paused {
      say(.note, "已是可用的最\(action == .faster ? "快" : "慢")倍速 \(TimeWords.speed(clock))", &state)
      return []
    }
    state.clock = setting
    return [.setClock(setting)]
  }

  /// Lets a drill's clock go to where the next inject arrives.
  static func stepDrill(_ state: inout DeskState) -> [DeskEffect] {
    guard state.context.drill != nil else {
      say(.refusal, "只有演练才有导调来件；演练用 drill 打开", &state)
      return []
    }
    return state.isDrillOver ? showDrillResult(&state) : [.stepDrill]
  }

  /// What the drill came to is asked for once by itself, and shown again by key.
  static func showDrillResult(_ state: inout DeskState) -> [DeskEffect] {
    state.didAskForResult = true
    return [.loadDrillResult]
  }

  /// A drill that has come to its end shows what it came to.
  static func endedDrill(_ state: inout DeskState) -> [DeskEffect] {
    // The clock is set to the end once all that was due is in the journal.
    guard let drill = state.context.drill, let clock = state.clock, clock.paused, clock.feed >= drill.end,
      !state.didAskForResult, state.store == .ready, state.lookBack == nil
    else { return [] }
    return showDrillResult(&state)
  }

  /// Shows what a drill came to over whatever is on screen.
  static func adopt(_ result: DrillResult, _ state: inout DeskState) -> [DeskEffect] {
    state.dialog = .drillResult(result, scroll: 0)
    return []
  }
}

/// The speeds of a shared clock, in thousandths.
struct ClockSpeeds {
  private static let demonstration = [1, 2, 5, 10, 20, 30, 60, 120]
  private static let replay = demonstration + [300, 600, 1_800, 3_600]
  private let all: [Int]

  /// The speeds of a drill, of a replay, or else of a demonstration.
  init(_ drill: DrillBrief?, isReplay: Bool = false) {
    all = drill?.speeds ?? (isReplay ? ClockSpeeds.replay : ClockSpeeds.demonstration).map { $0 * 1_000 }
  }

  func faster(than speed: Int) -> Int { all.first { $0 > speed } ?? speed }
  func slower(than speed: Int) -> Int { all.last { $0 < speed } ?? speed }
}
